//! FSRS-6 as others have it: from memory to memory, without this crate's rules for a sitting.

use std::fmt;

use fsrs::MemoryState;

use super::model::{Model, Practice};
use super::rating::Rating;
use crate::day::Day;

/// The memory model for whoever keeps cards in another way.
///
/// ```
/// use greenroom::schedule::{Model, Rating, Scheduler};
///
/// let scheduler = Scheduler::new(Model::default());
/// let [.., good, _] = scheduler.next(None, 0);
/// assert_eq!(good.interval, 2);
/// let [_, _, _, again_good, _] = scheduler.next(Some(good.memory), 2);
/// assert_eq!(again_good.interval, 11);
/// assert_eq!(scheduler.replay(&[0, 2], &[Rating::Four, Rating::Four]), Some(again_good.memory));
/// ```
#[derive(Clone, Debug)]
pub struct Scheduler(Model);

/// What is remembered of a card.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Memory {
    stability: f32,
    difficulty: f32,
}

/// Numbers that are no memory.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MemoryError {
    /// The days in which recall would fall to 90 %.
    pub stability: f64,
    /// How hard the card would be.
    pub difficulty: f64,
}

/// What a rating makes of a memory.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Next {
    /// The memory after it.
    pub memory: Memory,
    /// The days until recall has fallen to the retention, in whole days and at least one.
    pub interval: u32,
}

impl Memory {
    /// A memory in which recall falls to 90 % in `stability` days, of a card as hard as `difficulty` says.
    ///
    /// # Errors
    ///
    /// When the stability is not from 0.001 to 36,500, or the difficulty not from 1 to 10.
    pub fn new(stability: f64, difficulty: f64) -> Result<Self, MemoryError> {
        #[allow(clippy::cast_possible_truncation)]
        let memory = Memory { stability: stability as f32, difficulty: difficulty as f32 };
        let is_in_range =
            (0.001..=36_500.0).contains(&memory.stability) && (1.0..=10.0).contains(&memory.difficulty);
        if is_in_range { Ok(memory) } else { Err(MemoryError { stability, difficulty }) }
    }

    /// The days in which recall falls to 90 %.
    pub fn stability(self) -> f32 {
        self.stability
    }

    /// How hard the card is, from 1 to 10.
    pub fn difficulty(self) -> f32 {
        self.difficulty
    }

    fn of(state: MemoryState) -> Self {
        Memory { stability: state.stability, difficulty: state.difficulty }
    }

    fn state(self) -> MemoryState {
        MemoryState { stability: self.stability, difficulty: self.difficulty }
    }
}

impl Scheduler {
    /// For a model with its parameters and retention.
    pub fn new(model: Model) -> Self {
        Scheduler(model)
    }

    /// What each of the five ratings would make of a memory after so many days, or of a new card.
    pub fn next(&self, memory: Option<Memory>, elapsed_days: u32) -> [Next; 5] {
        let memories = self.0.memories(memory.map(Memory::state), elapsed_days);
        let [again, hard, good, easy] =
            memories.map(|memory| Next { memory: Memory::of(memory), interval: self.0.interval(memory) });
        [again, again, hard, good, easy]
    }

    /// What the reviews of a card have come to: their days, counted from any, and their ratings, oldest first.
    pub fn replay(&self, days: &[i32], ratings: &[Rating]) -> Option<Memory> {
        let reviews = days.iter().zip(ratings).map(|(day, rating)| (Day(*day), *rating, Practice::Scheduled));
        self.0.replay(reviews).reviewed().map(|reviewed| Memory::of(reviewed.memory()))
    }

    /// The predicted probability that a memory is recalled after so many days.
    pub fn recall(&self, memory: Memory, elapsed_days: u32) -> f32 {
        self.0.recall_after(memory.state(), elapsed_days)
    }
}

impl fmt::Display for MemoryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { stability, difficulty } = self;
        write!(
            f,
            "a memory has a stability from 0.001 to 36500 and a difficulty from 1 to 10: found {stability} and {difficulty}"
        )
    }
}

impl std::error::Error for MemoryError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_memories_that_the_model_can_have() {
        for (stability, difficulty) in [(0.001, 1.0), (36_500.0, 10.0), (2.3, 5.0)] {
            assert!(Memory::new(stability, difficulty).is_ok());
        }
        for (stability, difficulty) in
            [(0.0, 5.0), (f64::NAN, 5.0), (40_000.0, 5.0), (2.0, 0.5), (2.0, 11.0), (2.0, f64::INFINITY)]
        {
            let error = Memory::new(stability, difficulty).unwrap_err();
            assert!(error.to_string().ends_with(&format!("found {stability} and {difficulty}")));
        }
    }

    #[test]
    fn recall_is_nine_in_ten_after_the_stability() {
        let memory = Memory::new(30.0, 5.0).unwrap();
        let scheduler = Scheduler::new(Model::default());
        assert!((scheduler.recall(memory, 30) - 0.9).abs() < 1e-5);
        assert_eq!(scheduler.recall(memory, 0), 1.0);
    }
}
