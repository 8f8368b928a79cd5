//! The deck model, and the Markdown that it is read from.
//!
//! [`Deck::parse`] turns text into a [`Deck`] and a list of [`Issue`]s; it never fails.
//!
//! Does not: keep progress, decide what is asked, or draw.
#![doc = "\n"]
#![doc = include_str!("format.md")]

mod address;
mod by_key;
mod check;
mod front_matter;
mod id;
mod issue;
mod markdown;
mod model;
mod parse;
mod point;
mod rich;

pub(crate) use by_key::ByKey;

pub use address::{ImageSource, Link};
pub use id::{CardId, CardKey, DeckId, DeckKey, slug};
pub use issue::Issue;
pub use model::{Card, Deck, HelpKind, Point, PointOrder, Points, Prompt, Rung, Section, SectionKind, Topic};
pub use rich::{Block, Inline, ListItem, MAX_DEPTH, plain_text};
