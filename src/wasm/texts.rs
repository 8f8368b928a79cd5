//! Stored texts with their keys, as JavaScript has them.

use wasm_bindgen::prelude::*;

use crate::progress::MirrorWrite;

#[wasm_bindgen]
extern "C" {
    /// Texts with their keys: see the `.d.ts` files.
    #[wasm_bindgen(typescript_type = "Texts")]
    pub type JsTexts;
    /// What is to be written into the mirror: see the `.d.ts` files.
    #[wasm_bindgen(typescript_type = "MirrorWrites")]
    pub type JsWrites;
}

/// Keys with their texts.
// Loops, here and below: what collects costs half a kilobyte more.
pub(super) fn texts(pairs: &JsValue) -> Result<Vec<(String, String)>, JsError> {
    let fault = || JsError::new("texts are a list of [key, text]");
    let mut texts = Vec::new();
    for pair in pairs.dyn_ref::<js_sys::Array>().ok_or_else(fault)?.iter() {
        let pair = pair.dyn_ref::<js_sys::Array>().ok_or_else(fault)?;
        let (Some(key), Some(text)) = (pair.get(0).as_string(), pair.get(1).as_string()) else {
            return Err(fault());
        };
        texts.push((key, text));
    }
    Ok(texts)
}

pub(super) fn writes(writes: Vec<MirrorWrite>) -> JsWrites {
    let pairs = js_sys::Array::new();
    for MirrorWrite { key, text } in writes {
        pairs.push(&js_sys::Array::of2(&key.into(), &text.into()));
    }
    pairs.unchecked_into()
}
