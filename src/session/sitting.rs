//! A sitting: what was rated in it, and where the learner stood at its checkpoints.

use super::Screen;
use crate::progress::RecordId;
use crate::score::Standing;

/// Ratings between two checkpoints.
const CHECKPOINT_EVERY: usize = 10;

/// What was rated since the session was opened, and what of it belongs to the sitting of today.
#[derive(Debug)]
pub(super) struct Sitting {
    /// What was rated and not taken back.
    rated: Vec<Rated>,
    /// How much of that belongs to sittings of earlier days.
    n_before: usize,
    /// Never empty: the first is that of the beginning.
    baselines: Vec<Baseline>,
}

/// A rating, with what undo needs to show its screen as it was.
#[derive(Clone, Debug)]
pub(super) struct Rated {
    pub(super) id: RecordId,
    pub(super) what: What,
    /// A card, or a point that was asked on its own.
    pub(super) screen: Screen,
    pub(super) in_free_practice: bool,
}

/// What was done with a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Rating,
    /// It was begun anew.
    Reset,
}

impl Rated {
    /// Whether it counts as one of the sitting's cards.
    fn is_card(&self) -> bool {
        self.what == What::Rating && matches!(self.screen, Screen::Card(_))
    }
}

/// The standing at a checkpoint, or at the beginning.
#[derive(Clone, Copy, Debug)]
struct Baseline {
    /// The ratings given before it.
    after: usize,
    standing: Standing,
}

impl Sitting {
    /// A sitting that begins with this standing.
    pub(super) fn new(standing: Standing) -> Self {
        Sitting { rated: Vec::new(), n_before: 0, baselines: vec![Baseline { after: 0, standing }] }
    }

    /// Begins the sitting of a new day. What was rated before can still be taken back.
    pub(super) fn begin_day(&mut self, standing: Standing) {
        self.n_before = self.rated.len();
        self.baselines.clear();
        self.set_baseline(standing);
    }

    /// Compares with this standing from now on.
    pub(super) fn set_baseline(&mut self, standing: Standing) {
        self.baselines.push(Baseline { after: self.rated.len(), standing });
    }

    /// Compares with this standing in place of all others, which another memory model had predicted.
    pub(super) fn rebase(&mut self, standing: Standing) {
        self.baselines = vec![Baseline { after: 0, standing }];
    }

    /// Whether nothing was rated since the session was opened, or all of it was taken back.
    pub(super) fn is_empty(&self) -> bool {
        self.rated.is_empty()
    }

    /// The standing to compare with: at the last checkpoint, or at the beginning.
    pub(super) fn baseline(&self) -> Standing {
        self.baselines.last().map_or_else(Standing::default, |baseline| baseline.standing)
    }

    /// The ratings of cards given today and not taken back.
    pub(super) fn n_rated(&self) -> usize {
        let today = self.rated.iter().skip(self.n_before);
        today.filter(|rated| rated.is_card()).count()
    }

    /// Adds a rating, and tells whether it is time for a checkpoint.
    pub(super) fn push(&mut self, rated: Rated) -> bool {
        let is_card = rated.is_card();
        self.rated.push(rated);
        is_card && self.n_rated().is_multiple_of(CHECKPOINT_EVERY)
    }

    /// The ratings, newest first.
    pub(super) fn newest_first(&self) -> impl Iterator<Item = &Rated> {
        self.rated.iter().rev()
    }

    /// Takes a rating back, and with it what came after: another window has taken that back.
    pub(super) fn take_back(&mut self, id: RecordId) -> Option<Rated> {
        let place = self.rated.iter().rposition(|rated| rated.id == id).unwrap_or(0);
        let taken = self.rated.drain(place..).next().filter(|rated| rated.id == id);
        let n_rated = self.rated.len();
        self.n_before = self.n_before.min(n_rated);
        while self.baselines.len() > 1 && self.baselines.last().is_some_and(|last| last.after > n_rated) {
            self.baselines.pop();
        }
        taken
    }
}
