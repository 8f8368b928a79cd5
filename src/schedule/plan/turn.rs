//! Asking a card once: what it takes, and where it leads.

use fsrs::MemoryState;

use super::Pace;
use super::grid::Spot;
use crate::schedule::Model;

/// What asking a card once may come to: a card never seen has four outcomes, one for each rating that FSRS
/// knows; a repeated one has two, forgotten and recalled.
///
/// The three ways of recalling count as their mean, of the logarithm of stability. In simulation a plan that
/// tells them apart is no better, and takes twice as long to compute.
#[derive(Clone, Copy, Debug)]
pub(super) struct Turn<const N: usize> {
    seconds: f32,
    outcomes: [(f32, Spot); N],
}

/// Asking a card on the day of practice at a place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice<'a> {
    pub(super) place: usize,
    /// Expected seconds.
    pub(super) seconds: f32,
    /// With their odds.
    outcomes: &'a [(f32, Spot)],
}

impl Turn<4> {
    /// Asking a card never seen.
    pub(super) fn first(model: &Model, pace: &Pace) -> Self {
        let odds = pace.first_odds().map(single);
        let mut outcomes = model.memories(None, 0).map(|memory| (0.0, Spot::of(memory)));
        outcomes.iter_mut().zip(odds).for_each(|(outcome, odds)| outcome.0 = odds);
        Turn { seconds: single(pace.new_seconds()), outcomes }
    }
}

impl Turn<2> {
    /// Asking a card so many days after its memory was last updated.
    pub(super) fn later(model: &Model, pace: &Pace, memory: MemoryState, elapsed: u32) -> Self {
        let [forgotten, hard, good, easy] = model.memories(Some(memory), elapsed);
        let [p, q, r] = pace.passed_odds().map(single);
        let mean = |a: f32, b: f32, c: f32| p * a + q * b + r * c;
        let recalled = MemoryState {
            stability: mean(hard.stability.ln(), good.stability.ln(), easy.stability.ln()).exp(),
            difficulty: mean(hard.difficulty, good.difficulty, easy.difficulty),
        };
        let odds = model.recall_after(memory, elapsed);
        let (long, short) = (single(pace.forgotten_seconds()), single(pace.recalled_seconds()));
        Turn {
            seconds: long + (short - long) * odds,
            outcomes: [(1.0 - odds, Spot::of(forgotten)), (odds, Spot::of(recalled))],
        }
    }
}

impl<const N: usize> Turn<N> {
    /// Asking it on the day at a place.
    pub(super) fn on(&self, place: usize) -> Choice<'_> {
        Choice { place, seconds: self.seconds, outcomes: &self.outcomes }
    }
}

impl Choice<'_> {
    /// The expectation of a function of the memory afterwards that is known at the points of the grid.
    pub(super) fn expected(&self, values: &[f32]) -> f32 {
        self.outcomes.iter().map(|(odds, spot)| odds * spot.value(values)).sum()
    }

    /// Shares a mass out by where it leads.
    pub(super) fn spread(&self, mass: f32, masses: &mut [f32]) {
        self.outcomes.iter().for_each(|(odds, spot)| spot.spread(mass * odds, masses));
    }
}

/// Seconds and odds, as the tables keep them.
fn single(number: f64) -> f32 {
    // Seven digits are more than anybody knows of them.
    #[allow(clippy::cast_possible_truncation)]
    let number = number as f32;
    number
}
