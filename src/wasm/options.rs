//! What JavaScript hands over as options and as a moment.

use wasm_bindgen::prelude::*;

use super::field;
use crate::day::Moment;
use crate::progress::WriterId;

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

/// A moment as the page read it.
pub(super) fn moment(now: &JsValue) -> Result<Moment, JsError> {
    let finite = |name| field(now, name).as_f64().filter(|number| number.is_finite());
    let (Some(now), Some(offset)) = (finite("now"), finite("offset")) else {
        return Err(JsError::new(
            "a moment is { now, offset }: milliseconds since 1970 and minutes east of UTC",
        ));
    };
    // Beyond their range these casts saturate, and `Moment` brings its parts into range.
    #[allow(clippy::cast_possible_truncation)]
    let moment = Moment::new(now as i64, offset as i32);
    Ok(moment)
}
