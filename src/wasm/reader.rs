//! From texts to decks: what is loaded when a deck comes as Markdown or inside a link.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::to_js;
use crate::deck::{Compiled, Deck, Issue, Reading};
use crate::exchange::link;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("reader.d.ts");

#[wasm_bindgen]
extern "C" {
    /// See `reader.d.ts`.
    #[wasm_bindgen(typescript_type = "Check")]
    pub type JsCheck;
}

/// A deck's text as what a `Session` opens. `name` is the title of a deck that has none, such as its file's.
#[wasm_bindgen(js_name = compileDeck)]
pub fn compile_deck(text: &str, name: &str) -> Vec<u8> {
    Compiled::read(text, name).to_bytes()
}

/// What is wrong with a deck, and what is in it. With its `former` text, cards that would lose their history are told
/// too.
///
/// # Errors
///
/// Never: only that JavaScript values cannot be promised.
#[wasm_bindgen(js_name = checkDeck)]
pub fn check_deck(text: &str, name: &str, former: Option<String>) -> Result<JsCheck, JsError> {
    let former = former.map(|former| Deck::parse(&former, name).0);
    let Reading { deck, lines, issues } = Reading::of(text, name, former.as_ref());
    let places = deck.cards.iter().zip(lines).map(|(card, line)| Place { id: &card.id.0, line });
    to_js(&Check {
        title: &deck.title,
        topics: deck.topics.len(),
        cards: deck.cards.len(),
        places: places.collect(),
        issues: &issues,
    })
}

#[derive(Serialize)]
struct Check<'a> {
    title: &'a str,
    topics: usize,
    cards: usize,
    places: Vec<Place<'a>>,
    issues: &'a [Issue],
}

#[derive(Serialize)]
struct Place<'a> {
    id: &'a str,
    line: usize,
}

/// The text of a deck from the value of `#d=`.
///
/// # Errors
///
/// When it is not the value that `packLink` gave: the message says what is wrong and what to do.
#[wasm_bindgen(js_name = unpackLink)]
pub fn unpack_link(payload: &str) -> Result<String, JsError> {
    Ok(link::unpack(payload)?)
}
