//! What JavaScript hands over as options.

use wasm_bindgen::prelude::*;

use super::local::AnyStore;
use super::{field, text};
use crate::progress::{Profile, WriterId};

/// The writer that a seed names.
pub(super) fn writer(options: &JsValue) -> Result<WriterId, JsError> {
    whole(options, "seed")?.map(WriterId::from_seed).ok_or_else(|| not_whole("seed"))
}

/// An optional field that is a whole number.
pub(super) fn whole(options: &JsValue, name: &str) -> Result<Option<u64>, JsError> {
    const LARGEST: f64 = 9_007_199_254_740_991.0;
    let value = field(options, name);
    if value.is_undefined() || value.is_null() {
        return Ok(None);
    }
    let number = value.as_f64().filter(|number| (0.0..=LARGEST).contains(number) && number.fract() == 0.0);
    let number = number.ok_or_else(|| not_whole(name))?;
    // Whole and in range, as was just seen.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let number = number as u64;
    Ok(Some(number))
}

/// What is said where no whole number was found.
pub(super) fn not_whole(name: &str) -> JsError {
    JsError::new(&format!("{name}: a whole number from 0 to 2^53 - 1 is needed"))
}

/// The store that options ask for.
pub(super) fn store(options: &JsValue) -> Result<AnyStore, JsError> {
    match text(options, "store")?.as_deref() {
        None | Some("local") => Ok(AnyStore::local()),
        Some("memory") => Ok(AnyStore::Memory),
        Some(other) => Err(JsError::new(&format!("store `{other}`: it is \"local\" or \"memory\""))),
    }
}

/// Whose progress it is.
pub(super) fn profile(options: &JsValue) -> Result<Profile, JsError> {
    let name = text(options, "profile")?.unwrap_or_default();
    let profile = Profile::from_name(&name);
    profile
        .ok_or_else(|| JsError::new(&format!("profile `{name}`: six letters and digits are needed, or none")))
}
