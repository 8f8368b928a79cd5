//! The memory model of a session, and what one can be fitted to.

use wasm_bindgen::prelude::*;

use super::model::model;
use super::moment::{JsMoment, moment};
use super::practice::{JsView, Session};
use super::to_js;
use crate::progress::{Log, Shelf, other_decks};
use crate::schedule::fit::Fit;
use crate::session::history_of;

#[wasm_bindgen]
extern "C" {
    /// See `view.d.ts`.
    #[wasm_bindgen(typescript_type = "MemoryChoice")]
    pub type JsMemoryChoice;
    /// See `view.d.ts`.
    #[wasm_bindgen(typescript_type = "ReviewHistory")]
    pub type JsReviewHistory;
}

#[wasm_bindgen]
impl Session {
    /// Predicts by these parameters and for this retention from now on.
    ///
    /// # Errors
    ///
    /// When a parameter or the retention is out of its range: the message says which; nothing has changed then. Or
    /// when `now` is not a moment.
    #[wasm_bindgen(js_name = setMemory)]
    pub fn set_memory(&mut self, choice: JsMemoryChoice, now: JsMoment) -> Result<JsView, JsError> {
        let (model, now) = (model(&choice)?, moment(&now)?);
        self.session.set_model(model, now);
        self.draw()
    }

    /// The reviews that parameters can be fitted to: of this deck, and of all others that have progress in the same
    /// store.
    ///
    /// # Errors
    ///
    /// Never: only that JavaScript values cannot be promised.
    pub fn history(&self) -> Result<JsReviewHistory, JsError> {
        let mut history = self.session.history();
        // A store that cannot be read has no other decks.
        for place in other_decks(self.shelf.store(), self.shelf.place()).unwrap_or_default() {
            let loaded = Shelf::at(self.shelf.store().clone(), place).load();
            history.append(history_of(&Log::of(&loaded.records)));
        }
        let view = HistoryView { usable: history.usable(), needed: Fit::REVIEWS_NEEDED };
        let value: JsReviewHistory = to_js(&view)?;
        let bytes = js_sys::Uint8Array::from(history.to_bytes().as_slice());
        // Setting a field of a plain object does not fail.
        let _ = js_sys::Reflect::set(&value, &"bytes".into(), &bytes);
        Ok(value)
    }
}

#[derive(serde::Serialize)]
struct HistoryView {
    usable: usize,
    needed: usize,
}
