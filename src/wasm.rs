//! The boundary to JavaScript; this file and its folder are the only ones that know it exists.
//!
//! It converts, calls and converts back; it decides nothing. Errors become JavaScript `Error`s. The types that
//! JavaScript sees are written out in `.d.ts` files.
//!
//! Three modules are built from this crate, so that nobody waits for what they do not need. The features choose what
//! is exported, and the linker drops what no export reaches; nothing else in the crate looks at them.
//!
//! | feature | module | exports | loaded |
//! |---|---|---|---|
//! | `practice` | `greenroom` | a session of a compiled deck | always |
//! | `reader` | `reader` | from a deck's text to a compiled deck, its problems, links | for a deck that comes as text |
//! | `author` | `author` | other formats, links, QR codes | on the author's page |

use serde::Serialize;
use wasm_bindgen::prelude::*;

#[cfg(feature = "author")]
mod author;
#[cfg(feature = "practice")]
mod practice;
#[cfg(feature = "reader")]
mod reader;

#[cfg(feature = "author")]
pub use author::*;
#[cfg(feature = "practice")]
pub use practice::*;
#[cfg(feature = "reader")]
pub use reader::*;

// Two kilobytes smaller than the default allocator, and as quick.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// A panic would be a fault of ours: the console says where.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// Plain objects and `null`, as the `.d.ts` files say.
fn to_js<T: JsCast>(value: &impl Serialize) -> Result<T, JsError> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    Ok(value.serialize(&serializer)?.unchecked_into())
}
