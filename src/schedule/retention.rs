//! How much the learner wants to recall when a card comes back.

use std::fmt;

/// The share of cards that are to be recalled when they come back: the higher, the sooner they do.
///
/// Each step towards 1 costs more than the one before: a card comes back four times as soon at 0.97 as at 0.9.
///
/// ```
/// use greenroom::schedule::Retention;
///
/// assert_eq!(Retention::default(), Retention::new(0.9).unwrap());
/// assert_eq!(Retention::new(90.0).unwrap_err().to_string(), "the retention is 90: give a share from 0.7 to 0.97");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Retention(f32);

/// No share that can be aimed at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RetentionError {
    /// What was asked for.
    pub found: f64,
}

impl Default for Retention {
    /// Nine of ten.
    fn default() -> Self {
        Retention(0.9)
    }
}

impl Retention {
    /// The least that may be aimed at.
    pub const LOWEST: f32 = 0.7;
    /// The most that may be aimed at.
    pub const HIGHEST: f32 = 0.97;

    /// The retention that is this share.
    pub fn new(share: f64) -> Result<Self, RetentionError> {
        #[allow(clippy::cast_possible_truncation)]
        let single = share as f32;
        if (Self::LOWEST..=Self::HIGHEST).contains(&single) {
            Ok(Retention(single))
        } else {
            Err(RetentionError { found: share })
        }
    }

    /// The share itself.
    pub fn share(self) -> f32 {
        self.0
    }
}

impl fmt::Display for RetentionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (low, high) = (Retention::LOWEST, Retention::HIGHEST);
        write!(f, "the retention is {}: give a share from {low} to {high}", self.found)
    }
}

impl std::error::Error for RetentionError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_shares_that_make_sense() {
        for share in [0.7, 0.8, 0.9, 0.97] {
            assert_eq!(f64::from(Retention::new(share).unwrap().share()), f64::from(share as f32));
        }
        for share in [0.0, 0.69, 0.98, 1.0, 90.0, -0.9, f64::NAN, f64::INFINITY] {
            assert!(Retention::new(share).is_err(), "{share}");
        }
    }
}
