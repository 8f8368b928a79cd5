//! How sure the learner was, and how right.

use super::Share;
use crate::schedule::Rating;

/// The answers that it takes before anything is said: with fewer, a figure would be chance.
const ENOUGH: usize = 30;

/// How sure the learner was before the answers were shown, and how right they were.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Calibration {
    /// For each degree of sureness, from 1 to 5.
    pub levels: [Level; 5],
    /// The answers in all.
    pub answers: usize,
    /// The mean squared difference between how sure and how right, from 0 (as sure as right, always) to 1: the score of
    /// Brier, "Verification of forecasts expressed in terms of probability" (1950).
    pub brier: f64,
}

/// The answers given with one degree of sureness.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize)]
pub struct Level {
    /// How many.
    pub answers: usize,
    /// How right they were in the mean, from 0 to 1; 0 where there are none.
    pub right: f64,
}

impl Calibration {
    /// From how sure and how right each answer was.
    ///
    /// ```
    /// use greenroom::schedule::Rating;
    /// use greenroom::score::{Calibration, Share};
    ///
    /// let answers = [(Rating::Five, Share::new(1.0)), (Rating::Five, Share::new(0.5))];
    /// let calibration = Calibration::of(answers);
    /// assert_eq!((calibration.levels[4].answers, calibration.levels[4].right), (2, 0.75));
    /// assert_eq!(calibration.brier, 0.125);
    /// assert!(!calibration.is_telling(), "two answers are chance");
    /// ```
    pub fn of(answers: impl IntoIterator<Item = (Rating, Share)>) -> Self {
        let mut sum = Calibration::default();
        for (sure, share) in answers {
            sum.answers += 1;
            sum.brier += brier(sure.share(), share.part());
            let level = usize::try_from(sure.number() - 1).ok().and_then(|index| sum.levels.get_mut(index));
            if let Some(level) = level {
                level.answers += 1;
                level.right += share.part();
            }
        }
        let mean = |sum: f64, n: usize| {
            // Exact far beyond any log.
            #[allow(clippy::cast_precision_loss)]
            let n = n.max(1) as f64;
            sum / n
        };
        let levels = sum.levels.map(|level| Level { right: mean(level.right, level.answers), ..level });
        Calibration { levels, brier: mean(sum.brier, sum.answers), ..sum }
    }

    /// Whether there are enough answers to say anything.
    pub fn is_telling(&self) -> bool {
        self.answers >= ENOUGH
    }
}

/// The squared difference between how sure somebody was and what came of it, both from 0 to 1.
pub fn brier(sure: f64, outcome: f64) -> f64 {
    (sure - outcome) * (sure - outcome)
}
