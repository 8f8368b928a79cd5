//! Mastery, which is what was said, and readiness, which is what is predicted.

use crate::day::Day;
use crate::schedule::{CardState, Model};

/// Where the learner stands with some cards.
///
/// - `mastery` is the mean of (rating - 1) / 4, unseen cards counting 0. It only moves with a rating.
/// - `readiness` is the mean predicted recall on a day: that of the interview, or tomorrow. Unseen cards count 0. It
///   falls with time. Not today's recall, which is 1 for any card seen today, even one that was just forgotten.
///
/// ```
/// use greenroom::day::Day;
/// use greenroom::schedule::{CardState, Model, Practice, Rating};
/// use greenroom::score::Standing;
///
/// let model = Model::default();
/// let known = model.after(&CardState::New, Rating::Five, Day(0), Practice::Scheduled);
/// let standing = Standing::of([&known, &CardState::New], &model, Day(1));
/// assert_eq!((standing.cards, standing.seen), (2, 1));
/// assert_eq!(standing.mastery, 0.5);
/// assert!(standing.readiness > 0.48 && standing.readiness < 0.5);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize)]
pub struct Standing {
    /// How many cards there are.
    pub cards: usize,
    /// How many of them were ever rated.
    pub seen: usize,
    /// From 0 to 1.
    pub mastery: f64,
    /// From 0 to 1.
    pub readiness: f64,
}

impl Standing {
    /// The standing with `cards`, their readiness for the day `on`; no cards stand at 0.
    pub fn of<'a>(cards: impl IntoIterator<Item = &'a CardState>, model: &Model, on: Day) -> Self {
        let mut sum = Standing::default();
        for card in cards {
            sum.cards += 1;
            if let Some(rating) = card.rating() {
                sum.seen += 1;
                sum.mastery += rating.share();
                sum.readiness += model.recall(card, on);
            }
        }
        // Exact far beyond any deck.
        #[allow(clippy::cast_precision_loss)]
        let cards = sum.cards.max(1) as f64;
        Standing { mastery: sum.mastery / cards, readiness: sum.readiness / cards, ..sum }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedule::{Practice, Rating};

    fn rated(rating: Rating) -> CardState {
        Model::default().after(&CardState::New, rating, Day(0), Practice::Scheduled)
    }

    fn mastery(cards: &[CardState]) -> f64 {
        Standing::of(cards, &Model::default(), Day(1)).mastery
    }

    #[test]
    fn mastery_is_what_was_said() {
        assert_eq!(mastery(&[]), 0.0);
        assert_eq!(mastery(&[CardState::New]), 0.0);
        for (rating, expected) in Rating::ALL.into_iter().zip([0.0, 0.25, 0.5, 0.75, 1.0]) {
            assert_eq!(mastery(&[rated(rating)]), expected);
        }
        assert_eq!(mastery(&[rated(Rating::Five), CardState::New, rated(Rating::Three)]), 0.5);
    }

    #[test]
    fn readiness_rises_with_the_rating_and_falls_with_time() {
        let model = Model::default();
        let readiness = |rating, on| Standing::of([&rated(rating)], &model, Day(on)).readiness;
        let today = Rating::ALL.map(|rating| readiness(rating, 1));
        assert!(today.is_sorted(), "{today:?}");
        assert!(today[0] < 0.8 && today[4] > 0.98, "{today:?}");
        assert!(readiness(Rating::Four, 30) < readiness(Rating::Four, 3));
        assert_eq!(Standing::of([&CardState::New], &model, Day(1)).readiness, 0.0);
    }
}
