//! Decks in other formats, read into the native one.
//!
//! ```text
//! text ──recognize──▶ Format ──its reader──▶ drafts + report ──draft──▶ native Markdown
//! ```
//!
//! Nothing fails: what cannot be read is reported with its line, and the cards that were read are kept.

mod anki;
mod block;
mod brainscape;
mod cloze;
mod compact;
mod draft;
mod hashcards;
mod html;
mod label;
mod note;
mod obsidian;
mod outline;
mod page;
mod passage;
mod plain;
mod recognize;
mod records;
mod report;
mod run;
mod table;

use std::borrow::Cow;

use serde::Serialize;

use crate::deck::Deck;

/// What was made of a text in another format.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Import {
    /// What the text was read as.
    pub format: Format,
    /// The deck in the native format.
    pub deck: String,
    /// How many cards the deck has.
    pub cards: usize,
    /// What was left out or changed, in the order of the text.
    pub skipped: Vec<Skipped>,
}

/// Something that was left out or changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Skipped {
    /// The line, counted from 1.
    pub line: usize,
    /// What was found and what became of it.
    pub why: String,
}

/// A format that decks are read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Format {
    /// Greenroom's own Markdown.
    Native,
    /// A Brainscape page copied as text.
    Brainscape,
    /// Anki's export as text.
    Anki,
    /// Delimited text, as copied from Quizlet or a spreadsheet.
    Table,
    /// The Markdown of hashcards.
    Hashcards,
    /// Notes for Obsidian's spaced repetition.
    Obsidian,
}

impl Format {
    const ALL: [Format; 6] = [
        Format::Native,
        Format::Brainscape,
        Format::Anki,
        Format::Table,
        Format::Hashcards,
        Format::Obsidian,
    ];

    /// The name of the format.
    pub fn name(self) -> &'static str {
        match self {
            Format::Native => "native",
            Format::Brainscape => "brainscape",
            Format::Anki => "anki",
            Format::Table => "table",
            Format::Hashcards => "hashcards",
            Format::Obsidian => "obsidian",
        }
    }

    /// The format of this name.
    ///
    /// ```
    /// use greenroom::exchange::Format;
    ///
    /// assert_eq!(Format::from_name("anki"), Some(Format::Anki));
    /// assert_eq!(Format::from_name("apkg"), None);
    /// ```
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }
}

/// Reads a text in whatever format it has. `name` is its file's name: the title of a deck that has none.
///
/// ```
/// use greenroom::deck::Deck;
/// use greenroom::exchange::{Format, import};
///
/// let found = import("question,answer\nWhat is churn?,Customers who leave\nNPS?\n", "terms.csv");
/// assert_eq!((found.format, found.cards), (Format::Table, 2));
/// assert_eq!(
///     found.deck,
///     "---\ntitle: terms\n---\n\n## What is churn?\n\nCustomers who leave\n\n## NPS?\n",
/// );
/// assert_eq!(found.skipped[0].line, 3);
/// assert_eq!(found.skipped[0].why, "card 2 has no answer: it is kept with its prompt alone");
/// assert_eq!(Deck::parse(&found.deck, "terms.csv").0.cards.len(), 2);
/// ```
pub fn import(text: &str, name: &str) -> Import {
    import_as(recognize::format(text), text, name)
}

/// Reads a text in a format that is known.
///
/// ```
/// use greenroom::exchange::{Format, import_as};
///
/// let found = import_as(Format::Table, "churn - customers who leave", "terms.txt");
/// assert_eq!(found.deck, "---\ntitle: terms\n---\n\n## churn\n\ncustomers who leave\n");
/// ```
pub fn import_as(format: Format, text: &str, name: &str) -> Import {
    let without = without_controls(text);
    let text = if format == Format::Native { text } else { without.as_ref() };
    let import = match format {
        Format::Native => return native(text, name),
        Format::Brainscape => brainscape::import(text, name),
        Format::Anki => anki::import(text, name),
        Format::Table => table::import(text, name),
        Format::Hashcards => hashcards::import(text, name),
        Format::Obsidian => obsidian::import(text, name),
    };
    // What counts is what the deck makes of it: a gap may have held nothing but markup.
    Import { cards: Deck::parse(&import.deck, name).0.cards.len(), ..import }
}

/// Control characters say nothing, and Markdown has its own idea of some: spaces stand in their place.
fn without_controls(text: &str) -> Cow<'_, str> {
    let is_control = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    if text.contains(is_control) { text.replace(is_control, " ").into() } else { text.into() }
}

/// A native deck stays as it is; the parser reports its faults.
fn native(text: &str, name: &str) -> Import {
    let (deck, _) = Deck::parse(text, name);
    let why = "no cards were recognized: the text is kept as it is; write a question as `## What is …?`";
    let skipped = match deck.cards.len() {
        0 => vec![Skipped { line: 1, why: why.to_owned() }],
        _ => Vec::new(),
    };
    Import { format: Format::Native, deck: text.to_owned(), cards: deck.cards.len(), skipped }
}
