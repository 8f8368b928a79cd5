//! A memory model as JavaScript describes one.

use wasm_bindgen::prelude::*;

use super::field;
use crate::schedule::{Model, Parameters, ParametersError, Retention};

/// The model of `{ parameters?, retention? }`; what is left out, and a choice that is not there, is what is published.
pub(super) fn model(choice: &JsValue) -> Result<Model, JsError> {
    let (parameters, retention) = (field(choice, "parameters"), field(choice, "retention"));
    let is_absent = |value: &JsValue| value.is_undefined() || value.is_null();
    let parameters = if is_absent(&parameters) {
        Parameters::default()
    } else {
        let numbers = js_sys::Array::from(&parameters);
        let numbers: Vec<f64> = numbers.iter().map(|number| number.as_f64().unwrap_or(f64::NAN)).collect();
        Parameters::new(&numbers).map_err(|error| fault(&error))?
    };
    let retention = if is_absent(&retention) {
        Retention::default()
    } else {
        let share = retention.as_f64().unwrap_or(f64::NAN);
        let (low, high) = (text(Retention::LOWEST), text(Retention::HIGHEST));
        let fault = || format!("the retention is {}: give a share from {low} to {high}", js_text(share));
        Retention::new(share).map_err(|_| JsError::new(&fault()))?
    };
    Ok(Model::new(parameters, retention))
}

fn fault(error: &ParametersError) -> JsError {
    match error {
        // Not by `Display`, which also writes numbers.
        ParametersError::Count { found } => JsError::new(&format!(
            "found {found} memory parameters: give the {} of FSRS-6",
            Parameters::COUNT
        )),
        ParametersError::Number { at, found, low, high } => {
            let (found, low, high) = (js_text(*found), text(*low), text(*high));
            JsError::new(&format!(
                "w{at} of the memory parameters is {found}: give a number from {low} to {high}"
            ))
        }
    }
}

/// A number as JavaScript writes it. What writes floats in Rust would add six kilobytes to the module.
fn js_text(number: f64) -> String {
    js_sys::Number::from(number).to_string_with_radix(10).unwrap_or_default().into()
}

/// A bound of which three places count.
fn text(bound: f32) -> String {
    js_text((f64::from(bound) * 1000.0).round() / 1000.0)
}
