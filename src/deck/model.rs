//! What a deck is: topics and cards, and what a card's answer is made of.

use super::id::{CardId, DeckId};
use super::rich::{Block, Inline};

/// A deck of cards, read from one Markdown file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deck {
    /// Its title.
    pub title: String,
    /// Its lasting name: progress is filed under it.
    pub id: DeckId,
    /// The language of its text, as a BCP 47 tag; empty when the deck does not say.
    pub language: String,
    /// The licence it may be used under, as the author wrote it.
    pub license: Option<String>,
    /// The minutes an answer may take.
    pub minutes: Option<u32>,
    /// What the deck says about itself.
    pub about: Vec<Block>,
    /// Its topics, in the order of the text.
    pub topics: Vec<Topic>,
    /// Its cards, in the order of the text.
    pub cards: Vec<Card>,
}

/// A group of cards: one competency, one artifact, one step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Topic {
    /// Its title.
    pub title: String,
    /// What the deck says about it.
    pub about: Vec<Block>,
}

/// One thing to know.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// Its lasting name.
    pub id: CardId,
    /// Names it had before; their history is its own.
    pub was: Vec<CardId>,
    /// The index of its topic in [`Deck::topics`].
    pub topic: Option<usize>,
    /// What is asked.
    pub prompt: Prompt,
    /// The answer in a sentence or two.
    pub headline: Vec<Block>,
    /// What a good answer must contain.
    pub points: Points,
    /// What the deck says after the points.
    pub notes: Vec<Block>,
    /// Help to be had before the answer, in the order in which it is offered.
    pub help: Vec<Rung>,
    /// Mistakes that are often made.
    pub pitfalls: Vec<Block>,
    /// Everything else, folded out on demand.
    pub sections: Vec<Section>,
    /// The line of its heading, counted from 1.
    pub line: usize,
}

/// What is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prompt {
    /// The question.
    pub title: Vec<Inline>,
    /// What the interviewer says.
    pub quote: Vec<Block>,
}

/// The key points of an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Points {
    /// Whether their order is part of the answer.
    pub order: PointOrder,
    /// The points.
    pub items: Vec<Point>,
}

/// Whether the order of key points is part of the answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PointOrder {
    /// A bullet list: any order is right.
    #[default]
    Any,
    /// A numbered list.
    Ranked,
}

/// One key point.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Point {
    /// The point in a few words.
    pub title: Vec<Inline>,
    /// What more there is to say.
    pub detail: Vec<Block>,
    /// Other words for it, from nested `also:` bullets.
    pub also: Vec<String>,
}

/// One rung of the ladder of help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rung {
    /// What kind of help it is.
    pub kind: HelpKind,
    /// The help.
    pub content: Vec<Block>,
}

/// A kind of help before the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub enum HelpKind {
    /// A nudge.
    Hint,
    /// Words to remember the points by.
    Mnemonic,
}

/// A part of the answer that is folded out on demand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What kind of section it is.
    pub kind: SectionKind,
    /// Its heading.
    pub title: Vec<Inline>,
    /// What it says.
    pub content: Vec<Block>,
}

/// A kind of section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub enum SectionKind {
    /// A section of the author's own naming.
    Plain,
    /// An answer that falls short.
    Weak,
    /// An answer that convinces.
    Strong,
}

impl Card {
    /// Whether there is nothing to reveal.
    pub fn has_no_answer(&self) -> bool {
        self.headline.is_empty()
            && self.points.items.is_empty()
            && self.notes.is_empty()
            && self.pitfalls.is_empty()
            && self.sections.is_empty()
    }
}
