//! CSV as RFC 4180 has it, with a mark at its beginning that tells Excel that it is UTF-8.
//!
//! A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@` as a formula. Such a cell gets an apostrophe in
//! front of it, which the import takes off; bullets are `•`, so that lists need none.

use super::plain::plain;
use super::sheet::{self, Gaps};
use crate::deck::Deck;

pub(super) fn export(deck: &Deck) -> String {
    let mut out = "\u{feff}topic,question,answer,hint\r\n".to_owned();
    for card in &deck.cards {
        let topic = card.topic.and_then(|topic| deck.topics.get(topic));
        let topic = topic.map_or("", |topic| topic.title.as_str());
        let sides = [sheet::front(card, Gaps::Asked), sheet::back(card, Gaps::Asked), sheet::help(card)];
        let [question, answer, hint] = sides.map(|side| plain(&side));
        out.push_str(&[topic, &question, &answer, &hint].map(cell).join(","));
        out.push_str("\r\n");
    }
    out
}

/// A text as a cell.
pub(crate) fn cell(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\'', '\t', '\r']);
    let guard = if is_formula { "'" } else { "" };
    if text.contains(['"', ',', '\n', '\r']) || text.starts_with(' ') || text.ends_with(' ') {
        return format!("\"{guard}{}\"", text.replace('"', "\"\""));
    }
    format!("{guard}{text}")
}
