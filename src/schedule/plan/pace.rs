//! How long cards take this learner, and how well they know them.

use crate::schedule::Rating;

/// A review as a pace is learned from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timed {
    /// What was said.
    pub rating: Rating,
    /// From showing to rating, in seconds; none if nobody measured.
    pub seconds: Option<u32>,
    /// Whether the card had never been rated before.
    pub is_first: bool,
}

/// The learner's times and odds.
///
/// Each starts from what is usual, as if that had been seen in so many reviews ([`Pace::PRIOR_REVIEWS`]), and
/// moves with the learner's own: the mean of a conjugate prior (Gelman et al., "Bayesian Data Analysis",
/// section 2.4).
///
/// ```
/// use greenroom::schedule::Rating;
/// use greenroom::schedule::plan::{Pace, Timed};
///
/// let usual = Pace::default();
/// assert_eq!((usual.new_seconds(), usual.recalled_seconds(), usual.forgotten_seconds()), (60.0, 30.0, 50.0));
///
/// let slow = Timed { rating: Rating::Four, seconds: Some(90), is_first: true };
/// let learned = Pace::learned([slow; 10]);
/// assert_eq!(learned.new_seconds(), 75.0);
/// assert_eq!(learned.recalled_seconds(), 30.0);
/// ```
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Copy, Debug, PartialEq)]
pub struct Pace {
    new: f64,
    recalled: f64,
    forgotten: f64,
    first_odds: [f64; 4],
    passed_odds: [f64; 3],
}

/// What of a kind was seen.
#[derive(Clone, Copy, Default)]
struct Seen {
    seconds: f64,
    n_timed: f64,
}

impl Seen {
    fn add(&mut self, seconds: Option<u32>) {
        if let Some(seconds) = seconds {
            self.seconds += f64::from(Pace::counted(seconds));
            self.n_timed += 1.0;
        }
    }

    fn mean(self, usual: f64) -> f64 {
        (usual * Pace::PRIOR_REVIEWS + self.seconds) / (Pace::PRIOR_REVIEWS + self.n_timed)
    }
}

impl Default for Pace {
    /// What is usual: 60 s for a new card, 30 s for one that is recalled, 50 s for one that is forgotten; odds as
    /// in the simulator of the `fsrs` crate (its defaults come from the logs of many thousand learners).
    fn default() -> Self {
        Pace {
            new: 60.0,
            recalled: 30.0,
            forgotten: 50.0,
            first_odds: [0.24, 0.094, 0.495, 0.171],
            passed_odds: [0.224, 0.631, 0.145],
        }
    }
}

impl Pace {
    /// So many reviews weigh as much as what is usual.
    pub const PRIOR_REVIEWS: f64 = 10.0;
    /// A card that took longer, in seconds, was left lying: it counts as this.
    const LONGEST: u32 = 900;

    /// The seconds that a review of so many counts as.
    pub fn counted(seconds: u32) -> u32 {
        seconds.clamp(1, Self::LONGEST)
    }

    /// The pace that shows in reviews, in any order.
    pub fn learned(reviews: impl IntoIterator<Item = Timed>) -> Self {
        let (mut new, mut recalled, mut forgotten) = (Seen::default(), Seen::default(), Seen::default());
        let (mut first, mut later) = ([0.0; 4], [0.0; 4]);
        for Timed { rating, seconds, is_first } in reviews {
            let seen = match (is_first, rating.is_lapse()) {
                (true, _) => &mut new,
                (false, true) => &mut forgotten,
                (false, false) => &mut recalled,
            };
            seen.add(seconds);
            let [again, hard, good, easy] = if is_first { &mut first } else { &mut later };
            let place = match rating {
                Rating::One | Rating::Two => again,
                Rating::Three => hard,
                Rating::Four => good,
                Rating::Five => easy,
            };
            *place += 1.0;
        }
        let [_, hard, good, easy] = later;
        let usual = Pace::default();
        Pace {
            new: new.mean(usual.new),
            recalled: recalled.mean(usual.recalled),
            forgotten: forgotten.mean(usual.forgotten),
            first_odds: odds(first, usual.first_odds),
            passed_odds: odds([hard, good, easy], usual.passed_odds),
        }
    }

    /// Expected seconds for a card never seen.
    pub fn new_seconds(&self) -> f64 {
        self.new
    }

    /// Expected seconds for a repeated card that is recalled.
    pub fn recalled_seconds(&self) -> f64 {
        self.recalled
    }

    /// Expected seconds for a repeated card that is forgotten.
    pub fn forgotten_seconds(&self) -> f64 {
        self.forgotten
    }

    /// The odds that a first rating is a lapse, 3, 4 or 5. They sum to 1.
    pub fn first_odds(&self) -> [f64; 4] {
        self.first_odds
    }

    /// The odds that a repeated card which is recalled is rated 3, 4 or 5. They sum to 1.
    pub fn passed_odds(&self) -> [f64; 3] {
        self.passed_odds
    }
}

/// The mean of a Dirichlet distribution after `counts`.
fn odds<const N: usize>(counts: [f64; N], usual: [f64; N]) -> [f64; N] {
    let sum: f64 = counts.iter().sum();
    let mut odds = usual;
    for (odds, count) in odds.iter_mut().zip(counts) {
        *odds = (*odds * Pace::PRIOR_REVIEWS + count) / (Pace::PRIOR_REVIEWS + sum);
    }
    odds
}

#[cfg(test)]
mod tests {
    use super::*;

    fn timed(rating: u32, seconds: impl Into<Option<u32>>, is_first: bool) -> Timed {
        Timed { rating: Rating::from_number(rating).unwrap(), seconds: seconds.into(), is_first }
    }

    #[track_caller]
    fn check(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-9, "{found} is not {expected}");
    }

    #[test]
    fn nothing_seen_is_what_is_usual() {
        let (found, usual) = (Pace::learned([]), Pace::default());
        for (found, usual) in found.first_odds().into_iter().zip(usual.first_odds()) {
            check(found, usual);
        }
        check(found.new_seconds(), usual.new_seconds());
        let untimed = Pace::learned([timed(4, None, false)]);
        check(untimed.recalled_seconds(), 30.0);
    }

    #[test]
    fn each_kind_is_learned_on_its_own() {
        let pace =
            Pace::learned([timed(1, 40, true), timed(5, 20, true), timed(2, 70, false), timed(4, 10, false)]);
        check(pace.new_seconds(), 660.0 / 12.0);
        check(pace.forgotten_seconds(), 570.0 / 11.0);
        check(pace.recalled_seconds(), 310.0 / 11.0);
        check(pace.first_odds()[0], 3.4 / 12.0);
        check(pace.first_odds()[3], 2.71 / 12.0);
        check(pace.passed_odds()[1], 7.31 / 11.0);
        check(pace.first_odds().iter().sum(), 1.0);
        check(pace.passed_odds().iter().sum(), 1.0);
    }

    #[test]
    fn many_reviews_outweigh_the_usual_and_a_break_counts_little() {
        let pace = Pace::learned(vec![timed(4, 12, false); 990]);
        check(pace.recalled_seconds(), (300.0 + 990.0 * 12.0) / 1000.0);
        let pace = Pace::learned([timed(4, 1_800, false)]);
        check(pace.recalled_seconds(), 1_200.0 / 11.0);
    }
}
