//! What an author calls: texts in, texts out.
//!
//! Each function is a few lines; what it does is done elsewhere in the crate.

use wasm_bindgen::prelude::*;

use super::{Code, to_js};
use crate::deck::Deck;
use crate::exchange::export::{Target, export};
use crate::exchange::{import, link, qr};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("author.d.ts");

#[wasm_bindgen]
extern "C" {
    /// See `author.d.ts`.
    #[wasm_bindgen(typescript_type = "Import")]
    pub type JsImport;
    /// See `author.d.ts`.
    #[wasm_bindgen(typescript_type = "QrCode | null")]
    pub type JsQrCode;
}

/// A deck from a text in whatever format it is: the format is recognized. `name` is the file's.
///
/// # Errors
///
/// Never: only that JavaScript values cannot be promised.
#[wasm_bindgen(js_name = importDeck)]
pub fn import_deck(text: &str, name: &str) -> Result<JsImport, JsError> {
    to_js(&import(text, name))
}

/// A deck's text in another format: `md`, `anki` or `csv`. `name` is the title of a deck that has none.
///
/// # Errors
///
/// When `to` is none of them.
#[wasm_bindgen(js_name = exportDeck)]
pub fn export_deck(text: &str, name: &str, to: &str) -> Result<String, JsError> {
    let target = Target::from_name(to);
    let target =
        target.ok_or_else(|| JsError::new(&format!("format `{to}`: it is \"md\", \"anki\" or \"csv\"")))?;
    Ok(export(&Deck::parse(text, name).0, target))
}

/// The value of `#d=` for a deck's text.
#[wasm_bindgen(js_name = packLink)]
pub fn pack_link(text: &str) -> String {
    link::pack(text)
}

/// A QR code as the path of an SVG, or null when the text is too long for one.
///
/// # Errors
///
/// Never: only that JavaScript values cannot be promised.
#[wasm_bindgen(js_name = qrCode)]
pub fn qr_code(text: &str) -> Result<JsQrCode, JsError> {
    to_js(&qr::qr(text).map(Code::from))
}
