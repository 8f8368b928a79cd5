//! A memory model as JavaScript describes one.

use wasm_bindgen::prelude::*;

use super::field;
use crate::schedule::{Model, Parameters, Retention};

/// The model of `{ parameters?, retention? }`; what is left out, and a choice that is not there, is what is published.
pub(super) fn model(choice: &JsValue) -> Result<Model, JsError> {
    let (parameters, retention) = (field(choice, "parameters"), field(choice, "retention"));
    let is_absent = |value: &JsValue| value.is_undefined() || value.is_null();
    let parameters = if is_absent(&parameters) {
        Parameters::default()
    } else {
        let numbers = js_sys::Array::from(&parameters);
        let numbers: Vec<f64> = numbers.iter().map(|number| number.as_f64().unwrap_or(f64::NAN)).collect();
        Parameters::new(&numbers)?
    };
    let retention = if is_absent(&retention) {
        Retention::default()
    } else {
        Retention::new(retention.as_f64().unwrap_or(f64::NAN))?
    };
    Ok(Model::new(parameters, retention))
}
