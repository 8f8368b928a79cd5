//! What the learner said before the answer was shown, and what came of it.

use crate::deck::PointKey;
use crate::schedule::Rating;
use crate::score::{Coverage, Share};

/// How an answer was given before it was shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub enum How {
    /// In writing, so that the engine could read it.
    Written,
    /// Aloud: the learner ticks.
    Aloud,
    /// Not at all, or in thought.
    Thought,
}

/// What was said of a card, as the log keeps it: not the words, only what they came to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Told {
    /// How.
    pub how: How,
    /// How sure the learner was before the answer was shown.
    pub sure: Option<Rating>,
    /// How much of the answer was right; unknown where nothing was ticked and nothing could be compared.
    pub share: Option<Share>,
    /// The key points, in the deck's order.
    pub points: Vec<Ticked>,
}

/// A key point in an answer: what the engine found, and what the learner made of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ticked {
    /// The point.
    pub point: PointKey,
    /// What the engine found.
    pub found: Coverage,
    /// What the learner said about that: "I did say this", or "I did not".
    pub tick: Option<bool>,
}

impl Ticked {
    /// Whether the point was said; unknown where the engine was not sure and the learner said nothing.
    pub fn was_said(&self) -> Option<bool> {
        self.tick.or(self.found.was_said())
    }
}
