//! Decks written in other formats, so that learners can leave with their cards.
//!
//! ```text
//! Deck ──print──▶ Markdown
//!      ──sheet──▶ front and back as blocks ──html──▶ Anki's text
//!                                          ──plain─▶ CSV
//! ```
//!
//! Does not: write progress, pictures, or what the other format has no place for.

mod anki;
mod csv;
mod html;
mod plain;
mod sheet;

use crate::deck::Deck;

pub(crate) use csv::cell;
pub use plain::plain;

/// A format that decks are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// Greenroom's own Markdown.
    Markdown,
    /// The text that Anki imports.
    Anki,
    /// Rows of topic, question, answer and hint, for spreadsheets and for other programs.
    Csv,
}

impl Target {
    /// The format of this name, which is the ending of its files too, but for Anki's, which is `txt`.
    ///
    /// ```
    /// use greenroom::exchange::export::Target;
    ///
    /// assert_eq!(Target::from_name("csv"), Some(Target::Csv));
    /// assert_eq!(Target::from_name("apkg"), None);
    /// ```
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "md" => Some(Target::Markdown),
            "anki" => Some(Target::Anki),
            "csv" => Some(Target::Csv),
            _ => None,
        }
    }
}

/// Writes a deck in another format.
///
/// ```
/// use greenroom::deck::Deck;
/// use greenroom::exchange::export::{Target, export};
///
/// let (deck, _) = Deck::parse("## What is churn?\n\nCustomers who *leave*.\n", "Terms");
/// assert_eq!(
///     export(&deck, Target::Csv),
///     "\u{feff}topic,question,answer,hint\r\n,What is churn?,Customers who leave.,\r\n",
/// );
/// ```
pub fn export(deck: &Deck, to: Target) -> String {
    match to {
        Target::Markdown => deck.print(),
        Target::Anki => anki::export(deck),
        Target::Csv => csv::export(deck),
    }
}
