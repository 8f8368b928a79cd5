//! What a deck is: topics and cards, and what a card's answer is made of.

use borsh::{BorshDeserialize, BorshSerialize};

use super::id::{CardId, DeckId};
use super::number::Number;
use super::rich::{Block, Inline};

/// A deck of cards, read from one Markdown file.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Default, PartialEq, Eq)]
pub struct Deck {
    /// Its title.
    pub title: String,
    /// Its lasting name: progress is filed under it.
    pub id: DeckId,
    /// The language of its text, as a BCP 47 tag; empty when the deck does not say.
    pub language: String,
    /// Who wrote it, as the author says.
    pub author: Option<String>,
    /// The licence it may be used under, as the author wrote it.
    pub license: Option<String>,
    /// The minutes an answer may take.
    pub minutes: Option<u32>,
    /// The questions that each topic of a grid is asked.
    pub facets: Vec<Facet>,
    /// What the deck says about itself.
    pub about: Vec<Block>,
    /// Its topics, in the order of the text.
    pub topics: Vec<Topic>,
    /// Its cards, in the order of the text.
    pub cards: Vec<Card>,
}

/// A question that each topic of a grid is asked.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Default, PartialEq, Eq)]
pub struct Facet {
    /// The heading that its answers stand below.
    pub name: String,
    /// The question, with `{topic}` or `{short}` where the topic's name belongs.
    pub question: String,
}

/// A group of cards: one competency, one artifact, one step.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Default, PartialEq, Eq)]
pub struct Topic {
    /// Its title.
    pub title: String,
    /// Its lasting name, which cards without one of their own take theirs from.
    pub id: String,
    /// Names it had before.
    pub was: Vec<String>,
    /// A shorter name, for the questions of a grid.
    pub short: Option<String>,
    /// What the deck says about it.
    pub about: Vec<Block>,
}

/// One thing to know.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// Its lasting name.
    pub id: CardId,
    /// Names it had before; their history is its own.
    pub was: Vec<CardId>,
    /// The index of its topic in [`Deck::topics`].
    pub topic: Option<usize>,
    /// The index of the question it answers in [`Deck::facets`], in a grid.
    pub facet: Option<usize>,
    /// What is asked.
    pub prompt: Prompt,
    /// Which of the gaps of the prompt is asked for, counted from 0: a prompt with three makes three cards that
    /// follow each other.
    pub gap: Option<usize>,
    /// The answer in a sentence or two.
    pub headline: Vec<Block>,
    /// What an answer is made of.
    pub task: Task,
    /// What the deck says after that.
    pub notes: Vec<Block>,
    /// Parallel versions of the answer, such as one for each industry.
    pub variants: Vec<Variant>,
    /// The steps of a long answer, revealed one at a time.
    pub stages: Vec<Stage>,
    /// Help to be had before the answer, in the order in which it is offered.
    pub help: Vec<Rung>,
    /// Mistakes that are often made.
    pub pitfalls: Vec<Block>,
    /// Everything else, folded out on demand.
    pub sections: Vec<Section>,
    /// How much of a key point an answer must say.
    pub strictness: Strictness,
}

/// How much of a key point an answer must say for the point to count as found.
#[derive(BorshDeserialize, BorshSerialize, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Strictness {
    /// Less than usual: for points that can be said in many ways.
    Lenient,
    /// As much as has proved right for most.
    #[default]
    Normal,
    /// More than usual: for points whose very words matter.
    Strict,
}

impl Strictness {
    /// The name that a heading has it by.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Lenient => "lenient",
            Self::Normal => "normal",
            Self::Strict => "strict",
        }
    }

    pub(crate) fn from_name(name: &str) -> Option<Self> {
        [Self::Lenient, Self::Normal, Self::Strict].into_iter().find(|strictness| strictness.name() == name)
    }
}

/// What is asked.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Default, PartialEq, Eq)]
pub struct Prompt {
    /// The question.
    pub title: Vec<Inline>,
    /// What the interviewer says.
    pub quote: Vec<Block>,
}

/// What an answer is made of, and so how it can be compared.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Default, PartialEq, Eq)]
pub enum Task {
    /// Nothing but its headline, gap or stages.
    #[default]
    Recall,
    /// Key points.
    Points(Points),
    /// Choosing between options.
    Choice(Vec<ChoiceOption>),
    /// A few words, of which any of these will do.
    Short(Vec<String>),
    /// A number, read off or reckoned.
    Number(Box<Number>),
}

/// The key points of an answer.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Default, PartialEq, Eq)]
pub struct Points {
    /// Whether their order is part of the answer.
    pub order: PointOrder,
    /// The points.
    pub items: Vec<Point>,
}

/// Whether the order of key points is part of the answer.
#[derive(BorshDeserialize, BorshSerialize, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PointOrder {
    /// A bullet list: any order is right.
    #[default]
    Any,
    /// A numbered list.
    Ranked,
}

/// One key point.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Default, PartialEq, Eq)]
pub struct Point {
    /// The point in a few words.
    pub title: Vec<Inline>,
    /// What more there is to say.
    pub detail: Vec<Block>,
    /// Other words for it, from nested `also:` bullets.
    pub also: Vec<String>,
}

/// One option of a choice.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Default, PartialEq, Eq)]
pub struct ChoiceOption {
    /// What can be chosen.
    pub text: Vec<Inline>,
    /// Whether choosing it is right.
    pub is_right: bool,
    /// What is said about it afterwards.
    pub feedback: Vec<Block>,
}

/// An answer, or a part of one: a sentence or two, then what it must contain, then what there is to say.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// The sentence or two.
    pub headline: Vec<Block>,
    /// The key points.
    pub points: Points,
    /// What is said after the points.
    pub notes: Vec<Block>,
}

/// A step of a long answer.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Default, PartialEq, Eq)]
pub struct Stage {
    /// What is done in it.
    pub title: Vec<Inline>,
    /// The minutes it should take.
    pub minutes: Option<u32>,
    /// What is said in it.
    pub passage: Passage,
    /// Parallel versions of it.
    pub variants: Vec<Variant>,
}

/// A parallel version of an answer or of a stage.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Default, PartialEq, Eq)]
pub struct Variant {
    /// What it is told for, such as an industry.
    pub title: Vec<Inline>,
    /// The answer told for it.
    pub passage: Passage,
}

/// One rung of the ladder of help.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq, Eq)]
pub struct Rung {
    /// What kind of help it is.
    pub kind: HelpKind,
    /// The help.
    pub content: Vec<Block>,
}

/// A kind of help before the answer.
#[derive(BorshDeserialize, BorshSerialize, Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub enum HelpKind {
    /// A nudge.
    Hint,
    /// Words to remember the points by.
    Mnemonic,
}

/// A part of the answer that is folded out on demand.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What kind of section it is.
    pub kind: SectionKind,
    /// Its heading.
    pub title: Vec<Inline>,
    /// What it says.
    pub content: Vec<Block>,
}

/// A kind of section.
#[derive(BorshDeserialize, BorshSerialize, Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
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
            && self.gap.is_none()
            && matches!(&self.task, Task::Recall)
            && self.notes.is_empty()
            && self.variants.is_empty()
            && self.stages.is_empty()
            && self.pitfalls.is_empty()
            && self.sections.is_empty()
    }

    /// Its key points, if it has any.
    pub fn points(&self) -> &[Point] {
        match &self.task {
            Task::Points(points) => &points.items,
            _ => &[],
        }
    }

    /// Its number, if it has one.
    pub fn number(&self) -> Option<&Number> {
        match &self.task {
            Task::Number(number) => Some(number),
            _ => None,
        }
    }
}

/// The key points that are asked for in a step of a card, or in the whole card where there are no steps.
pub(crate) fn points_of(card: &Card, step: usize) -> &[Point] {
    match card.stages.get(step) {
        Some(stage) => &stage.passage.points.items,
        None if card.stages.is_empty() => card.points(),
        None => &[],
    }
}

impl Passage {
    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.headline.is_empty() && self.points.items.is_empty() && self.notes.is_empty()
    }
}
