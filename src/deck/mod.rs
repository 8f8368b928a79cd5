//! The deck model, and the Markdown that it is read from.
//!
//! [`Deck::parse`] turns text into a [`Deck`] and a list of [`Issue`]s; it never fails.
//!
//! Does not: keep progress, decide what is asked, or draw.
#![doc = "\n"]
#![doc = include_str!("format.md")]

mod address;
mod by_key;
mod card_text;
mod changes;
mod compiled;
mod hole;
mod id;
mod issue;
mod lower;
mod model;
mod number;
mod parse;
pub(crate) mod print;
mod rich;

pub(crate) use by_key::ByKey;
pub(crate) use hole::Hole;
pub(crate) use model::points_of;
pub(crate) use number::mix;

pub use address::{ImageSource, Link};
pub use changes::{Change, ChangeKind, changes};
pub use compiled::Compiled;
pub use id::{CardId, CardKey, DeckId, DeckKey, PointKey, slug};
pub use issue::Issue;
pub use model::{
    Card, ChoiceOption, Deck, Facet, HelpKind, Passage, Point, PointOrder, Points, Prompt, Rung, Section,
    SectionKind, Stage, Strictness, Task, Topic, Variant,
};
pub use number::{
    Decimal, Drawn, Formula, Input, Mistake, Number, Quantity, Range, Reach, Tolerance, Values,
};
pub use parse::Reading;
pub(crate) use parse::lasting_text;
pub(crate) use rich::blocks_text;
pub use rich::{Block, Inline, ListItem, MAX_DEPTH, plain_text};
