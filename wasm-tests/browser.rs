//! The boundary, in a browser: the same, and `localStorage`.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "tests")]

mod common;

use common::{act, object, session, view};
use greenroom::wasm::{JsTexts, Keeper};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn storage() -> web_sys::Storage {
    web_sys::window().unwrap().local_storage().unwrap().unwrap()
}

#[wasm_bindgen_test]
fn a_rating_is_in_the_store_when_the_call_returns() {
    storage().clear().unwrap();
    let deck = "---\ntitle: Kept\n---\n## A?\n\nYes.\n\n## B?\n\nNo.\n";
    let mut session = session(deck, "local");
    assert_eq!(view(&mut session, "saving.kind"), "kept");
    act(&mut session, "reveal");
    assert_eq!(storage().length().unwrap(), 0);
    act(&mut session, object(&[("rate", 4.into())]));
    assert_eq!(storage().length().unwrap(), 1);
    let key = storage().key(0).unwrap().unwrap();
    assert!(key.starts_with("gr1:"), "{key}");
    assert_eq!(storage().get_item(&key).unwrap().unwrap().len(), 17);
    // A session that is opened later goes on where this one was, and undo reaches back.
    let mut later = common::session_with_seed(deck, "local", 77.0);
    assert_eq!(view(&mut later, "screen.card.id"), "b");
    act(&mut later, "undo");
    assert_eq!(view(&mut later, "screen.card.id"), "a");
    assert_eq!(storage().length().unwrap(), 2);
    // And the first hears of it when it looks.
    let refreshed = session.refresh(common::moment()).unwrap();
    assert_eq!(common::field(&refreshed, "left.unseen"), "2");
}

#[wasm_bindgen_test]
fn a_full_store_is_said_and_made_good() {
    storage().clear().unwrap();
    let mut session = session("---\ntitle: Full\n---\n## A?\n\nYes.\n\n## B?\n\nNo.\n", "local");
    // Fill the store to the last character.
    let mut size = 5 * 1024 * 1024;
    let mut filler = String::new();
    while size > 0 {
        let more = filler.clone() + &"x".repeat(size);
        if storage().set_item("filler", &more).is_ok() {
            filler = more;
        }
        size /= 2;
    }
    act(&mut session, "reveal");
    act(&mut session, object(&[("rate", 5.into())]));
    assert_eq!(view(&mut session, "saving.why"), "full");
    assert_eq!(view(&mut session, "screen.card.id"), "b");
    storage().remove_item("filler").unwrap();
    act(&mut session, "reveal");
    act(&mut session, object(&[("rate", 5.into())]));
    assert_eq!(view(&mut session, "saving.kind"), "kept");
    assert_eq!(storage().length().unwrap(), 2);
}

#[wasm_bindgen_test]
fn the_store_and_its_mirror_are_brought_together() {
    storage().clear().unwrap();
    let deck = "---\ntitle: Twice\n---\n## A?\n\nYes.\n\n## B?\n\nNo.\n";
    let mut session = session(deck, "local");
    assert_eq!(view(&mut session, "durable"), "false");
    act(&mut session, "reveal");
    act(&mut session, object(&[("rate", 4.into())]));
    let writes = js_sys::Array::from(&session.take_writes());
    let texts = || writes.clone().unchecked_into::<JsTexts>();
    assert_eq!(writes.length(), 1);
    assert_eq!(js_sys::Array::from(&session.take_writes()).length(), 0);
    session.mirrored(true).ok().unwrap();
    assert_eq!(common::field(&session.synced().ok().unwrap(), "durable"), "true");
    // The store loses everything; the mirror has it.
    storage().clear().unwrap();
    let mut keeper = Keeper::new(&session.prefix());
    let synced = js_sys::Array::from(&keeper.sync(texts(), common::moment()).ok().unwrap());
    let [news, lacking] = [0, 1].map(|place| js_sys::Array::from(&synced.get(place)).length());
    assert_eq!((news, lacking, storage().length().unwrap()), (1, 0, 1));
    // Another session hears of it.
    let mut other = common::session_with_seed(deck, "memory", 7.0);
    let heard = other.hear(texts(), common::moment()).ok().unwrap();
    assert_eq!(common::field(&heard, "left.unseen"), "1");
    assert!(other.hear(object(&[]).unchecked_into(), common::moment()).is_err());
}
