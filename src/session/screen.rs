//! What is on the screen: a card, a point, or a pause between cards.

use super::drilling::Drilled;
use super::said::Said;
use crate::day::Moment;
use crate::schedule::Rating;
use crate::schedule::queue::Ask;

/// What is on the screen.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Screen {
    Card(Shown),
    Drill(Drilled),
    Checkpoint,
    Rest(Rest),
    /// The deck has no card.
    Empty,
}

/// Why nothing is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Rest {
    /// Nothing is left that is worth doing today.
    Done,
    /// The learner stopped, or the sitting was to end here.
    Stopped,
    /// The minutes that the plan has today are used.
    MinutesUsed,
    /// By the plan there is no practice today.
    DayOff,
    /// The minutes that are left are worth more with another deck of the plan.
    Elsewhere,
}

impl Screen {
    /// Whether nothing is lost if another one is shown instead.
    pub(super) fn is_untouched(&self) -> bool {
        match self {
            Screen::Card(shown) => shown.is_untouched(),
            Screen::Drill(drilled) => drilled.is_untouched(),
            Screen::Checkpoint => false,
            Screen::Rest(_) | Screen::Empty => true,
        }
    }
}

/// A card on the screen.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Shown {
    pub(crate) ask: Ask,
    /// The number that inputs and the order of options are drawn from.
    pub(crate) showing: u64,
    /// How much of the answer is shown: nothing, or so many of its steps.
    pub(crate) n_revealed: usize,
    /// The options picked, as bits.
    pub(crate) picked: u64,
    /// Rungs of help opened.
    pub(crate) help: usize,
    /// How sure the learner was.
    pub(crate) sure: Option<Rating>,
    /// Whether the learner has begun to write.
    pub(super) has_begun: bool,
    /// What was said before each of the steps that are shown.
    pub(crate) said: Vec<Said>,
    /// When it was shown.
    pub(super) since: Moment,
    /// When the answer was, in milliseconds after that.
    pub(super) thought: Option<i64>,
}

impl Shown {
    /// Whether any of the answer is shown.
    pub(crate) fn is_revealed(&self) -> bool {
        self.n_revealed > 0
    }

    /// Whether the learner has done nothing with it yet.
    pub(super) fn is_untouched(&self) -> bool {
        self.n_revealed == 0 && self.help == 0 && self.picked == 0 && self.sure.is_none() && !self.has_begun
    }
}
