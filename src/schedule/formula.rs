//! FSRS-6 written out for all ratings at once.
//!
//! The `fsrs` crate computes each rating on its own and begins anew with what depends on the parameters alone; in a
//! browser, where powers and exponentials are slow, that takes several times as long. What comes out is the same to the
//! last bit, which the tests hold; the crate stays the reference, and what parameters are fitted by.

use fsrs::MemoryState;

use super::parameters::Parameters;
use super::rating::Rating;
use super::retention::Retention;

/// Stability and difficulty stay within these.
const STABILITY: (f32, f32) = (0.001, 36_500.0);
const DIFFICULTY: (f32, f32) = (1.0, 10.0);

/// The formulas with what depends on the parameters and the retention alone.
#[derive(Clone, Debug)]
pub(super) struct Formula {
    w: [f32; Parameters::COUNT],
    decay: f32,
    /// What time is scaled by in the update of a memory, and in a prediction: the same but for rounding.
    factor: f32,
    prediction_factor: f32,
    /// What stability is scaled by to an interval.
    interval: f32,
    growth: f32,
    /// A lapse leaves no more than stability over this.
    least_loss: f32,
    same_day: [f32; 4],
    /// The difficulty to which all tend.
    easy: f32,
}

impl Formula {
    pub(super) fn new(parameters: &Parameters, retention: Retention) -> Self {
        let w = parameters.numbers();
        let [_, _, _, _, w4, w5, _, _, w8, .., w17, w18, _, w20] = w;
        let decay = -w20;
        Formula {
            w,
            decay,
            factor: (0.9_f32.ln() / decay).exp() - 1.0,
            prediction_factor: 0.9_f32.powf(1.0 / decay) - 1.0,
            interval: retention.share().powf(1.0 / decay) - 1.0,
            growth: w8.exp(),
            least_loss: (w17 * w18).exp(),
            same_day: [1.0, 2.0, 3.0, 4.0].map(|grade: f32| (w17 * (grade - 3.0 + w18)).exp()),
            easy: w4 - (w5 * 3.0).exp() + 1.0,
        }
    }

    /// What Again, Hard, Good and Easy make of a memory after so many days, or of a new card.
    pub(super) fn next(&self, memory: Option<MemoryState>, elapsed: f32) -> [MemoryState; 4] {
        let [w0, w1, w2, w3, w4, w5, ..] = self.w;
        let Some(memory) = memory else {
            let difficulty = |grade: f32| w4 - (w5 * (grade - 1.0)).exp() + 1.0;
            return [(w0, 1.0), (w1, 2.0), (w2, 3.0), (w3, 4.0)]
                .map(|(stability, grade)| bounded(stability, difficulty(grade)));
        };
        let MemoryState { stability, difficulty } = bounded(memory.stability, memory.difficulty);
        let [_, _, _, _, _, _, _, _, _, _, _, _, _, _, _, w15, w16, ..] = self.w;
        let [again, hard, good, easy] = if elapsed == 0.0 {
            self.same_day(stability)
        } else {
            let recall = self.recall_before(stability, elapsed);
            let gain = self.gain(stability, difficulty, recall);
            let again = self.lapsed(stability, difficulty, recall);
            [again, stability * (gain * w15 + 1.0), stability * (gain + 1.0), stability * (gain * w16 + 1.0)]
        };
        [(again, 1.0), (hard, 2.0), (good, 3.0), (easy, 4.0)]
            .map(|(stability, grade)| bounded(stability, self.difficulty(difficulty, grade)))
    }

    /// What one rating makes of it: the same, without what the others take.
    pub(super) fn after(&self, memory: Option<MemoryState>, rating: Rating, elapsed: f32) -> MemoryState {
        let Some(memory) = memory else {
            let [again, hard, good, easy] = self.next(memory, elapsed);
            return match rating {
                Rating::One | Rating::Two => again,
                Rating::Three => hard,
                Rating::Four => good,
                Rating::Five => easy,
            };
        };
        let MemoryState { stability, difficulty } = bounded(memory.stability, memory.difficulty);
        if elapsed == 0.0 {
            let [again, hard, good, easy] = self.same_day;
            let (factor, grade) = match rating {
                Rating::One | Rating::Two => (again * self.power(stability), 1.0),
                Rating::Three => ((hard * self.power(stability)).max(1.0), 2.0),
                Rating::Four => ((good * self.power(stability)).max(1.0), 3.0),
                Rating::Five => ((easy * self.power(stability)).max(1.0), 4.0),
            };
            return bounded(stability * factor, self.difficulty(difficulty, grade));
        }
        let recall = self.recall_before(stability, elapsed);
        if rating.is_lapse() {
            let left = self.lapsed(stability, difficulty, recall);
            return bounded(left, self.difficulty(difficulty, 1.0));
        }
        let [_, _, _, _, _, _, _, _, _, _, _, _, _, _, _, w15, w16, ..] = self.w;
        let (factor, grade) = match rating {
            Rating::Three => (w15, 2.0),
            Rating::Five => (w16, 4.0),
            _ => (1.0, 3.0),
        };
        let gain = self.gain(stability, difficulty, recall);
        bounded(stability * (gain * factor + 1.0), self.difficulty(difficulty, grade))
    }

    /// Stabilities after a review on the same day.
    fn same_day(&self, stability: f32) -> [f32; 4] {
        let power = self.power(stability);
        let [again, later @ ..] = self.same_day.map(|factor| factor * power);
        let [hard, good, easy] = later.map(|factor| stability * factor.max(1.0));
        [stability * again, hard, good, easy]
    }

    /// What the factors of a review on the same day are multiplied by.
    fn power(&self, stability: f32) -> f32 {
        let [.., w19, _] = self.w;
        stability.powf(-w19)
    }

    fn recall_before(&self, stability: f32, elapsed: f32) -> f32 {
        (elapsed / stability * self.factor + 1.0).powf(self.decay)
    }

    /// By what part stability grows when a card is recalled well on a later day.
    fn gain(&self, stability: f32, difficulty: f32, recall: f32) -> f32 {
        let [_, _, _, _, _, _, _, _, _, w9, w10, ..] = self.w;
        self.growth * (11.0 - difficulty) * stability.powf(-w9) * (((1.0 - recall) * w10).exp() - 1.0)
    }

    /// What is left of stability when a card is forgotten on a later day.
    fn lapsed(&self, stability: f32, difficulty: f32, recall: f32) -> f32 {
        let [_, _, _, _, _, _, _, _, _, _, _, w11, w12, w13, w14, ..] = self.w;
        let left =
            w11 * difficulty.powf(-w12) * ((stability + 1.0).powf(w13) - 1.0) * ((1.0 - recall) * w14).exp();
        left.min(stability / self.least_loss)
    }

    fn difficulty(&self, difficulty: f32, grade: f32) -> f32 {
        let [_, _, _, _, _, _, w6, w7, ..] = self.w;
        let change = -w6 * (grade - 3.0);
        let next = difficulty + (10.0 - difficulty) * change / 9.0;
        w7 * (self.easy - next) + next
    }

    /// The days in which recall falls to the retention.
    pub(super) fn interval(&self, stability: f32) -> f32 {
        stability / self.factor * self.interval
    }

    /// The predicted recall after so many days.
    pub(super) fn recall(&self, memory: MemoryState, elapsed: f32) -> f32 {
        (elapsed / memory.stability * self.prediction_factor + 1.0).powf(self.decay)
    }
}

fn bounded(stability: f32, difficulty: f32) -> MemoryState {
    MemoryState {
        stability: stability.clamp(STABILITY.0, STABILITY.1),
        difficulty: difficulty.clamp(DIFFICULTY.0, DIFFICULTY.1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use fsrs::{FSRS, current_retrievability};
    use proptest::prelude::*;

    /// Any parameters that the model takes, mostly within their ranges' lower parts as those of people are.
    fn any_parameters() -> impl Strategy<Value = Parameters> {
        let change = prop::collection::vec(0.3..2.0_f64, Parameters::COUNT);
        change.prop_filter_map("out of range", |change| {
            let published = Parameters::default().numbers();
            let numbers: Vec<f64> =
                published.iter().zip(change).map(|(number, change)| f64::from(*number) * change).collect();
            let limited = |(at, number): (usize, f64)| match at {
                4 => number.min(10.0),
                7 | 17..=19 => number.min(0.75),
                11 => number.max(0.001),
                12 => number.min(0.25),
                15 => number.min(1.0),
                16 => number.clamp(1.0, 6.0),
                20 => number.clamp(0.1, 0.8),
                _ => number,
            };
            Parameters::new(&numbers.into_iter().enumerate().map(limited).collect::<Vec<_>>()).ok()
        })
    }

    proptest! {
        #[test]
        fn the_crate_computes_the_same_to_the_last_bit(
            parameters in prop_oneof![Just(Parameters::default()), any_parameters()],
            share in 0.7..0.97_f64,
            stability in -7.0..11.0_f32,
            difficulty in 1.0..10.0_f32,
            elapsed in prop_oneof![Just(0_u32), 1..30_u32, 0..40_000_u32],
        ) {
            let retention = Retention::new(share).unwrap();
            let formula = Formula::new(&parameters, retention);
            let fsrs = FSRS::new(&parameters.numbers()).unwrap();
            let memory = MemoryState { stability: stability.exp().clamp(0.001, 36_500.0), difficulty };
            for memory in [Some(memory), None] {
                let theirs = fsrs.next_states(memory, retention.share(), elapsed).unwrap();
                let theirs = [theirs.again, theirs.hard, theirs.good, theirs.easy];
                for (ours, theirs) in formula.next(memory, elapsed as f32).into_iter().zip(theirs) {
                    prop_assert_eq!(ours, theirs.memory);
                    prop_assert_eq!(formula.interval(ours.stability), theirs.interval);
                }
                let [again, hard, good, easy] = formula.next(memory, elapsed as f32);
                for (rating, state) in Rating::ALL.into_iter().zip([again, again, hard, good, easy]) {
                    prop_assert_eq!(formula.after(memory, rating, elapsed as f32), state);
                }
            }
            let recall = current_retrievability(memory, elapsed as f32, parameters.decay());
            prop_assert_eq!(formula.recall(memory, elapsed as f32), recall);
        }
    }
}
