//! How well the learner knew a card.

/// The answer to "How well did you know this?", from 1 (not at all) to 5 (perfectly).
///
/// 1 and 2 are lapses: FSRS calls both *Again*. 3 is *Hard*, 4 *Good* and 5 *Easy*. A 2 must never
/// count as *Hard*, because *Hard* is a pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rating {
    /// Not at all.
    One = 1,
    /// Barely.
    Two,
    /// Partly.
    Three,
    /// Well.
    Four,
    /// Perfectly.
    Five,
}

impl Rating {
    /// All ratings, from 1 to 5.
    pub const ALL: [Rating; 5] = [Self::One, Self::Two, Self::Three, Self::Four, Self::Five];

    /// The rating with this number.
    pub fn from_number(number: u32) -> Option<Self> {
        Self::ALL.into_iter().find(|rating| rating.number() == number)
    }

    /// 1 to 5.
    pub fn number(self) -> u32 {
        self as u32
    }

    /// Whether the card was forgotten.
    pub fn is_lapse(self) -> bool {
        self <= Self::Two
    }

    pub(super) fn grade(self) -> u32 {
        self.number().saturating_sub(1).max(1)
    }

    /// What was said, from 0 (not at all) to 1 (perfectly).
    pub fn share(self) -> f64 {
        f64::from(self.number() - 1) / 4.0
    }
}
