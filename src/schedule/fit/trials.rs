//! Reviews as trials of what was predicted for them.

use std::ops::Range;

use fsrs::{ComputeParametersInput, FSRS, FSRSItem, FSRSReview, compute_parameters, current_retrievability};

use super::history::{History, gaps};
use crate::day::Day;
use crate::schedule::Parameters;

/// All reviews that test a prediction, by day.
#[derive(Debug)]
pub(super) struct Trials {
    /// The reviews of each card as the model's crate counts them.
    cards: Vec<Vec<FSRSReview>>,
    all: Vec<Trial>,
}

/// A review that tests a prediction.
#[derive(Clone, Copy, Debug)]
pub(super) struct Trial {
    day: Day,
    /// The index of its card.
    pub(super) card: usize,
    /// Its place among the reviews of the card.
    at: usize,
    pub(super) was_recalled: bool,
    /// What a bin of predictions has in common: days since the review before, reviews so far, lapses so far.
    pub(super) like: [usize; 3],
}

impl Trials {
    pub(super) fn new(history: &History) -> Self {
        let (mut cards, mut all) = (Vec::new(), Vec::new());
        for reviews in history.cards() {
            let graded = |((_, rating), delta_t): (&(Day, crate::schedule::Rating), u32)| FSRSReview {
                rating: rating.grade(),
                delta_t,
            };
            let card: Vec<FSRSReview> = reviews.iter().zip(gaps(reviews)).map(graded).collect();
            let (mut reviewed, mut lapses) = (1, 0);
            for (at, (review, (day, rating))) in card.iter().zip(reviews).enumerate() {
                if review.delta_t == 0 {
                    continue;
                }
                reviewed += 1;
                let like = [usize::try_from(review.delta_t).unwrap_or(usize::MAX), reviewed, lapses];
                let was_recalled = !rating.is_lapse();
                all.push(Trial { day: *day, card: cards.len(), at, was_recalled, like });
                lapses += usize::from(rating.is_lapse());
            }
            cards.push(card);
        }
        // Stable: on one day, in the order of the cards.
        all.sort_by_key(|trial| trial.day);
        Trials { cards, all }
    }

    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    pub(super) fn get(&self, range: Range<usize>) -> &[Trial] {
        self.all.get(range).unwrap_or_default()
    }

    /// The first trial of the day on which `part` of all trials are done: a day is never divided.
    pub(super) fn beginning(&self, part: f64) -> usize {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
        let place = (self.len() as f64 * part) as usize;
        let day = self.all.get(place).map(|trial| trial.day);
        day.map_or(self.len(), |day| self.all.partition_point(|trial| trial.day < day))
    }

    /// The predicted recall in each trial.
    pub(super) fn predict(&self, parameters: &Parameters) -> Vec<f64> {
        let fsrs = FSRS::new(&parameters.numbers()).unwrap_or_default();
        let states = |card: &Vec<FSRSReview>| {
            fsrs.historical_memory_states(FSRSItem { reviews: card.clone() }, None).unwrap_or_default()
        };
        let memories: Vec<_> = self.cards.iter().map(states).collect();
        let recall = |trial: &Trial| {
            let memory = memories.get(trial.card)?.get(trial.at.checked_sub(1)?)?;
            let [days, ..] = trial.like;
            #[allow(clippy::cast_precision_loss)]
            let recall = current_retrievability(*memory, days as f32, parameters.decay());
            Some(f64::from(recall))
        };
        self.all.iter().map(|trial| recall(trial).unwrap_or(0.5)).collect()
    }

    /// The parameters that the crate's optimizer finds with the first so many trials; none where it finds none.
    pub(super) fn train(&self, first: usize) -> Option<Parameters> {
        let trials = self.get(0..first);
        let until = |trial: &Trial| {
            let reviews = self.cards.get(trial.card)?.get(..=trial.at)?;
            Some((FSRSItem { reviews: reviews.to_vec() }, i64::try_from(trial.card).ok()?))
        };
        let (train_set, card_ids) = trials.iter().filter_map(until).unzip();
        let input = ComputeParametersInput { train_set, card_ids: Some(card_ids), ..Default::default() };
        let found: Vec<f64> = compute_parameters(input).ok()?.into_iter().map(f64::from).collect();
        Parameters::new(&found).ok()
    }
}
