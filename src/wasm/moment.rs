//! A moment as JavaScript has it.

use wasm_bindgen::prelude::*;

use super::field;
use crate::day::Moment;

#[wasm_bindgen]
extern "C" {
    /// Milliseconds since 1970 and minutes east of UTC: see the `.d.ts` files.
    #[wasm_bindgen(typescript_type = "Moment")]
    pub type JsMoment;
}

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
