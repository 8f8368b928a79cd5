//! Whatever the other commands need and this machine lacks. What is there already costs milliseconds.

mod browser;
mod npm;
mod rust;

pub(crate) use browser::{
    Browser, find_firefox, find_or_install as browser, find_or_install_firefox as firefox,
};
pub(crate) use rust::components;

use crate::run::Outcome;

/// All that a build needs.
pub(crate) fn for_build() -> Outcome {
    npm::check_node()?;
    rust::target()?;
    rust::wasm_bindgen()?;
    npm::packages()
}
