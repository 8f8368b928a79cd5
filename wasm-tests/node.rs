//! The boundary, in Node: no window, no DOM.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "tests")]

mod common;

use common::{act, object, session, view};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn without_a_window_practice_goes_on_in_memory() {
    let mut session = session("## A?\n\nYes.\n\n## B?\n\nNo.\n", "local");
    assert_eq!(view(&mut session, "saving.kind"), "memory");
    assert_eq!(view(&mut session, "saving.why"), "blocked");
    act(&mut session, "reveal");
    act(&mut session, object(&[("rate", 4.into())]));
    assert_eq!(view(&mut session, "screen.card.id"), "b");
    assert_eq!(view(&mut session, "saving.why"), "blocked");
}
