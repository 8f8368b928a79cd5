//! From what was said to the rating that is suggested.

use crate::schedule::Rating;

/// What the suggestion of a rating is made from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Evidence {
    /// How much of the answer was right, from 0 to 1.
    pub share: f64,
    /// Rungs of help opened before.
    pub help: usize,
    /// The seconds from the question to the answer.
    pub seconds: f64,
    /// The seconds that it should take; none where nobody says.
    pub expected: Option<f64>,
}

/// The shares that are worth a 2, a 3, a 4 and a 5: a third of the points is the least that passes for a part, and a 5
/// leaves room for one point of eight.
const STEPS: [f64; 4] = [0.15, 0.4, 0.65, 0.88];

/// How many times the time that it should take is slow.
const SLOW: f64 = 3.0;

impl Evidence {
    /// The rating that it suggests: the better the answer the higher, one lower for each rung of help, and no 5 for
    /// what took three times as long as it should.
    ///
    /// ```
    /// use greenroom::schedule::Rating;
    /// use greenroom::score::Evidence;
    ///
    /// let all = Evidence { share: 1.0, help: 0, seconds: 40.0, expected: Some(60.0) };
    /// assert_eq!(all.rating(), Rating::Five);
    /// assert_eq!(Evidence { help: 1, ..all }.rating(), Rating::Four);
    /// assert_eq!(Evidence { seconds: 200.0, ..all }.rating(), Rating::Four);
    /// assert_eq!(Evidence { share: 0.5, ..all }.rating(), Rating::Three);
    /// assert_eq!(Evidence { share: 0.0, help: 3, ..all }.rating(), Rating::One);
    /// ```
    pub fn rating(&self) -> Rating {
        let earned = STEPS.iter().filter(|step| self.share >= **step).count();
        let is_slow = self.expected.is_some_and(|expected| self.seconds > SLOW * expected);
        let most = if is_slow { 3 } else { 4 };
        let index = earned.min(most).saturating_sub(self.help);
        Rating::ALL.get(index).copied().unwrap_or(Rating::One)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_said_never_suggests_less_and_help_never_more() {
        let rating = |share: usize, help| {
            #[allow(clippy::cast_precision_loss)]
            let share = share as f64 / 100.0;
            Evidence { share, help, seconds: 10.0, expected: None }.rating()
        };
        for help in 0..5 {
            let ratings: Vec<_> = (0..=100).map(|share| rating(share, help)).collect();
            assert!(ratings.is_sorted());
            assert!((0..=100).all(|share| rating(share, help + 1) <= rating(share, help)));
        }
        // Of seven points: none, one, two, and so on.
        let of_seven: Vec<_> = (0..=7).map(|n| rating((f64::from(n) / 0.07) as usize, 0).number()).collect();
        assert_eq!(of_seven, [1, 1, 2, 3, 3, 4, 4, 5]);
    }
}
