//! Anki's text: header lines, then a note in each row.
//!
//! Cards go to the note types that come with Anki, whose names are `Basic` and `Cloze` where Anki speaks English.
//! The card's id is the note's: importing a later export changes the notes and keeps their history. Topics are
//! decks inside of the deck.

use super::html::html;
use super::sheet::{self, Gaps};
use crate::deck::{Block, Card, Deck, Inline};

const HEADER: &str = "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n\
                      #columns:ID\tType\tDeck\tFront\tBack\n";

pub(super) fn export(deck: &Deck) -> String {
    let mut out = HEADER.to_owned();
    // A note has all the gaps of its prompt.
    for card in deck.cards.iter().filter(|card| card.gap.is_none_or(|gap| gap == 0)) {
        let kind = if card.gap.is_some() { "Cloze" } else { "Basic" };
        let front = html(&sheet::front(card, Gaps::Kept));
        let back = html(&back(card));
        let fields = [card.id.0.as_str(), kind, &deck_of(deck, card), &front, &back].map(field);
        out.push_str(&fields.join("\t"));
        out.push('\n');
    }
    out
}

/// The answer, with the help at its end: a note has no other place for it.
fn back(card: &Card) -> Vec<Block> {
    let mut back = sheet::back(card, Gaps::Kept);
    let help = sheet::help(card);
    if !help.is_empty() {
        back.push(Block::Heading { content: vec![Inline::Text { text: "Hint".to_owned() }] });
        back.extend(help);
    }
    back
}

/// The deck's title, with the topic as a deck inside of it.
fn deck_of(deck: &Deck, card: &Card) -> String {
    let part = |title: &str| title.replace("::", ":").replace(['\t', '\n', '\r'], " ");
    match card.topic.and_then(|topic| deck.topics.get(topic)) {
        Some(topic) => format!("{}::{}", part(&deck.title), part(&topic.title)),
        None => part(&deck.title),
    }
}

/// A field in quotation marks where it needs them. A row that began with a number sign would be a comment.
fn field(text: &str) -> String {
    if text.contains('"') || text.starts_with('#') {
        return format!("\"{}\"", text.replace('"', "\"\""));
    }
    text.to_owned()
}
