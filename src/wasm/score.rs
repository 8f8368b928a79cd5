//! What reads the answers to a deck's cards, for a session.

use borsh::BorshDeserialize as _;
use wasm_bindgen::prelude::*;

use crate::score::{self, Asked, Examine as _, Vocabulary};

/// Reads the answers to the cards of a deck; what a session is given by `setExaminer`.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Examiner(score::Examiner);

#[wasm_bindgen]
impl Examiner {
    /// For the deck of a session, whose `vocabulary()` is needed.
    ///
    /// # Errors
    ///
    /// When it is not of a session of this version.
    #[wasm_bindgen(constructor)]
    pub fn new(vocabulary: &[u8]) -> Result<Examiner, JsError> {
        Ok(Examiner(score::Examiner::new(Vocabulary::try_from_slice(vocabulary).map_err(foreign)?)))
    }

    /// Reads an answer that a session asks about, and returns what it is to be told: both in a form of their own.
    ///
    /// # Errors
    ///
    /// When `asked` is not of a session of this version.
    pub fn examine(&self, asked: &[u8]) -> Result<Vec<u8>, JsError> {
        let asked = Asked::try_from_slice(asked).map_err(foreign)?;
        // Writing into memory does not fail.
        Ok(borsh::to_vec(&self.0.examine(&asked)).unwrap_or_default())
    }
}

/// What the bytes themselves have to say of it helps nobody.
fn foreign(_: std::io::Error) -> JsError {
    JsError::new("what a session of this version of Greenroom gives is needed")
}
