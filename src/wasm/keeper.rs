//! What keeps the store and its mirror in order, behind the first card.

use wasm_bindgen::prelude::*;

use super::local::AnyStore;
use super::moment::{JsMoment, moment};
use super::texts::{self, JsTexts, JsWrites};
use crate::progress;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("keeper.d.ts");

#[wasm_bindgen]
extern "C" {
    /// See `keeper.d.ts`.
    #[wasm_bindgen(typescript_type = "Synced")]
    pub type JsSynced;
}

/// Keeps the progress of one deck in order, in `localStorage` and in its mirror. See `keeper.d.ts` for what goes in
/// and out.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Keeper {
    keeper: progress::Keeper<AnyStore>,
}

#[wasm_bindgen]
impl Keeper {
    /// The keeper of the keys with this prefix: that of a session.
    #[wasm_bindgen(constructor)]
    pub fn new(prefix: &str) -> Keeper {
        Keeper { keeper: progress::Keeper::new(AnyStore::local(), progress::Place::of(prefix)) }
    }

    /// Brings the store and its mirror together. `texts` is all that the mirror holds under keys with the prefix.
    ///
    /// # Errors
    ///
    /// When `texts` is no list of keys and texts, or `now` no moment.
    pub fn sync(&mut self, texts: JsTexts, now: JsMoment) -> Result<JsSynced, JsError> {
        let (texts, now) = (texts::texts(&texts)?, moment(&now)?);
        let progress::Synced { news, writes } = self.keeper.sync(texts, now.day());
        let news = news.iter().map(|(key, text)| js_sys::Array::of2(&key.into(), &text.into()));
        let both = js_sys::Array::of2(&news.collect::<js_sys::Array>(), &texts::writes(writes));
        Ok(both.unchecked_into())
    }

    /// Packs records that stand alone in the store, once they are many or, where it is full, more than a few. Returns
    /// what is to be written into the mirror. Not to be called twice within a second.
    pub fn tidy(&mut self, full: bool) -> JsWrites {
        texts::writes(self.keeper.tidy(full))
    }
}
