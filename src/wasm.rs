//! The boundary to JavaScript; this file and its folder are the only ones that know it exists.
//!
//! It converts, calls and converts back; it decides nothing. Errors become JavaScript `Error`s. The types that
//! JavaScript sees are written out in `.d.ts` files.
//!
//! Eight modules are built from this crate, so that nobody waits for what they do not need. The features choose what
//! is exported, and the linker drops what no export reaches; nothing else in the crate looks at them.
//!
//! | feature | module | exports | loaded |
//! |---|---|---|---|
//! | `practice` | `greenroom` | a session of a compiled deck | always |
//! | `reader` | `reader` | from a deck's text to a compiled deck, its problems, links | for a deck that comes as text |
//! | `author` | `author` | other formats, links, QR codes | on the author's page |
//! | `score` | `score` | what reads answers | behind the first card |
//! | `grader` | `grader` | what grades answers for scripts, and checks key points | on the author's page |
//! | `memory` | `memory` | what fits the memory model to reviews, and forecasts | when that is asked for |
//! | `keeper` | `keeper` | what keeps the store and its mirror in order | behind the first card |
//! | `carrier` | `carrier` | progress out and in, what changed in a card | where learners look after theirs |

use wasm_bindgen::prelude::*;

#[cfg(feature = "author")]
mod author;
#[cfg(feature = "carrier")]
mod carrier;
#[cfg(feature = "grader")]
mod grader;
#[cfg(feature = "keeper")]
mod keeper;
#[cfg(any(feature = "practice", feature = "keeper", feature = "carrier"))]
mod local;
#[cfg(feature = "memory")]
mod memory;
#[cfg(feature = "practice")]
mod memory_choice;
#[cfg(any(feature = "practice", feature = "memory"))]
mod model;
#[cfg(any(feature = "practice", feature = "keeper", feature = "carrier"))]
mod moment;
#[cfg(any(feature = "practice", feature = "carrier"))]
mod options;
#[cfg(feature = "practice")]
mod plan;
#[cfg(feature = "practice")]
mod practice;
#[cfg(feature = "reader")]
mod reader;
#[cfg(feature = "score")]
mod score;
#[cfg(any(feature = "practice", feature = "keeper", feature = "carrier"))]
mod texts;

#[cfg(feature = "author")]
pub use author::*;
#[cfg(feature = "carrier")]
pub use carrier::*;
#[cfg(feature = "grader")]
pub use grader::*;
#[cfg(feature = "keeper")]
pub use keeper::*;
#[cfg(feature = "memory")]
pub use memory::*;
#[cfg(feature = "practice")]
pub use memory_choice::*;
#[cfg(any(feature = "practice", feature = "keeper", feature = "carrier"))]
pub use moment::JsMoment;
#[cfg(feature = "practice")]
pub use plan::*;
#[cfg(feature = "practice")]
pub use practice::*;
#[cfg(feature = "reader")]
pub use reader::*;
#[cfg(feature = "score")]
pub use score::*;
#[cfg(any(feature = "practice", feature = "keeper", feature = "carrier"))]
pub use texts::{JsTexts, JsWrites};

// Two kilobytes smaller than the default allocator, and as quick.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// A panic would be a fault of ours: the console says where.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// A field of what came in, of whatever type. A generic deserializer would cost 10 KB.
///
/// A getter that throws, and a value that has no fields, count as a field that is not there.
#[cfg(any(
    feature = "practice",
    feature = "grader",
    feature = "memory",
    feature = "keeper",
    feature = "carrier"
))]
fn field(value: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(value, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// An optional field that is a text.
#[cfg(any(feature = "practice", feature = "grader", feature = "carrier"))]
fn text(value: &JsValue, name: &str) -> Result<Option<String>, JsError> {
    let value = field(value, name);
    if value.is_undefined() || value.is_null() {
        return Ok(None);
    }
    let text = value.as_string().ok_or_else(|| JsError::new(&format!("{name}: a string is needed")))?;
    Ok(Some(text))
}

/// Plain objects and `null`, as the `.d.ts` files say.
#[cfg(any(
    feature = "practice",
    feature = "reader",
    feature = "author",
    feature = "grader",
    feature = "memory",
    feature = "carrier"
))]
fn to_js<T: JsCast>(value: &impl serde::Serialize) -> Result<T, JsError> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    Ok(value.serialize(&serializer)?.unchecked_into())
}

/// A QR code as the page draws it.
#[cfg(any(feature = "author", feature = "carrier"))]
#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct Code {
    size: usize,
    path: String,
    is_dense: bool,
}

#[cfg(any(feature = "author", feature = "carrier"))]
impl From<crate::exchange::qr::Qr> for Code {
    fn from(code: crate::exchange::qr::Qr) -> Self {
        Code { is_dense: !code.is_easily_scanned(), size: code.size, path: code.path }
    }
}
