//! The memory model: what is known of a card, and what a rating makes of it.
//!
//! FSRS-6, to the last bit the same as the `fsrs` crate computes it, with its published parameters or the
//! learner's own. A card is due when predicted recall has fallen to the desired retention, and the day after a
//! lapse.
//!
//! ```
//! use greenroom::day::Day;
//! use greenroom::schedule::{CardState, Model, Practice, Rating};
//!
//! let model = Model::default();
//! let [.., good, easy] = model.futures(&CardState::New, Day(0), Practice::Scheduled);
//! assert_eq!(good.due(), Some(Day(2)));
//! assert_eq!(easy.due(), Some(Day(8)));
//! assert_eq!(model.after(&CardState::New, Rating::Four, Day(0), Practice::Scheduled), good);
//! ```

use fsrs::MemoryState;

use super::formula::Formula;
use super::parameters::Parameters;
use super::rating::Rating;
use super::retention::Retention;
use crate::day::Day;

/// The longest interval, in days.
const LONGEST_INTERVAL: f32 = 36_500.0;

/// What is known of a card.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CardState {
    /// Never rated.
    New,
    /// Rated at least once.
    Reviewed(Reviewed),
}

/// What the ratings of a card have come to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reviewed {
    memory: MemoryState,
    /// The day the memory was last updated.
    updated: Day,
    /// The day the card comes back.
    pub due: Day,
    /// What was said last.
    pub rating: Rating,
}

/// Whether a card was asked because the schedule wanted it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Practice {
    /// New, due, or shaky a moment ago.
    Scheduled,
    /// Asked although nothing was due. A pass moves nothing; a lapse counts.
    Free,
}

impl Practice {
    /// Whether a rating changes the memory of a card, which `is_new` if it was never rated before.
    pub(super) fn counts(self, rating: Rating, is_new: bool) -> bool {
        self == Practice::Scheduled || rating.is_lapse() || is_new
    }
}

impl CardState {
    /// The day the card comes back, if it was ever rated.
    pub fn due(&self) -> Option<Day> {
        self.reviewed().map(|reviewed| reviewed.due)
    }

    /// What was said last.
    pub fn rating(&self) -> Option<Rating> {
        self.reviewed().map(|reviewed| reviewed.rating)
    }

    /// The state of a card that was rated.
    pub fn reviewed(&self) -> Option<&Reviewed> {
        match self {
            Self::New => None,
            Self::Reviewed(reviewed) => Some(reviewed),
        }
    }
}

impl Reviewed {
    /// How much of the card's stability has passed: the higher, the more likely it is forgotten, whatever the
    /// parameters are, as all cards have the same.
    pub(super) fn urgency(&self, today: Day) -> f32 {
        days(today.since(self.updated)) / self.memory.stability
    }

    /// The memory itself.
    pub(super) fn memory(&self) -> MemoryState {
        self.memory
    }

    /// The day the memory was last updated.
    pub(super) fn updated(&self) -> Day {
        self.updated
    }

    /// The days in which recall falls to 90 %.
    pub fn stability(&self) -> f32 {
        self.memory.stability
    }

    /// How hard the card is, from 1 to 10.
    pub fn difficulty(&self) -> f32 {
        self.memory.difficulty
    }
}

/// The memory model with its parameters and the retention it aims at.
///
/// ```
/// use greenroom::day::Day;
/// use greenroom::schedule::{CardState, Model, Parameters, Practice, Rating, Retention};
///
/// let easy = |retention| {
///     let model = Model::new(Parameters::default(), Retention::new(retention).unwrap());
///     model.after(&CardState::New, Rating::Five, Day(0), Practice::Scheduled).due()
/// };
/// assert_eq!((easy(0.8), easy(0.9), easy(0.97)), (Some(Day(28)), Some(Day(8)), Some(Day(2))));
/// ```
#[derive(Clone, Debug)]
pub struct Model {
    formula: Formula,
    parameters: Parameters,
    retention: Retention,
}

impl Default for Model {
    /// FSRS-6 with its default parameters, at a desired retention of 0.9.
    fn default() -> Self {
        Model::new(Parameters::default(), Retention::default())
    }
}

impl Model {
    /// FSRS-6 with these parameters, for cards that come back at this retention.
    pub fn new(parameters: Parameters, retention: Retention) -> Self {
        Model { formula: Formula::new(&parameters, retention), parameters, retention }
    }

    /// What it predicts by.
    pub fn parameters(&self) -> Parameters {
        self.parameters
    }

    /// What it aims at.
    pub fn retention(&self) -> Retention {
        self.retention
    }
}

impl Model {
    /// What each of the five ratings would make of a card, from 1 to 5.
    pub fn futures(&self, state: &CardState, today: Day, practice: Practice) -> [CardState; 5] {
        let memory = state.reviewed().map(|reviewed| reviewed.memory);
        let elapsed = state.reviewed().map_or(0, |reviewed| today.since(reviewed.updated));
        let [again, hard, good, easy] = self.memories(memory, elapsed);
        Rating::ALL.map(|rating| {
            let memory = match rating {
                Rating::One | Rating::Two => again,
                Rating::Three => hard,
                Rating::Four => good,
                Rating::Five => easy,
            };
            match state {
                CardState::Reviewed(reviewed) if !practice.counts(rating, false) => {
                    CardState::Reviewed(Reviewed { rating, ..*reviewed })
                }
                _ => CardState::Reviewed(self.reviewed(memory, today, rating)),
            }
        })
    }

    /// What `rating` makes of a card: the same state that [`Model::futures`] shows for it.
    pub fn after(&self, state: &CardState, rating: Rating, today: Day, practice: Practice) -> CardState {
        let [one, two, three, four, five] = self.futures(state, today, practice);
        match rating {
            Rating::One => one,
            Rating::Two => two,
            Rating::Three => three,
            Rating::Four => four,
            Rating::Five => five,
        }
    }

    /// What all the reviews of a card have come to, oldest first: the same as [`Model::after`] one by one, in less time.
    pub fn replay(&self, reviews: impl IntoIterator<Item = (Day, Rating, Practice)>) -> CardState {
        let mut last: Option<(MemoryState, Day, Rating)> = None;
        let mut said = None;
        for (day, rating, practice) in reviews {
            said = Some(rating);
            if practice.counts(rating, last.is_none()) {
                let elapsed = last.map_or(0, |(_, before, _)| day.since(before));
                let memory = self.memory_after(last.map(|(memory, ..)| memory), rating, elapsed);
                last = Some((memory, day, rating));
            }
        }
        let (Some((memory, day, rating)), Some(said)) = (last, said) else { return CardState::New };
        CardState::Reviewed(Reviewed { rating: said, ..self.reviewed(memory, day, rating) })
    }

    /// The predicted probability of recall on a day, from 0 (never seen) to 1.
    pub fn recall(&self, state: &CardState, on: Day) -> f64 {
        let recall = state
            .reviewed()
            .map_or(0.0, |reviewed| self.recall_after(reviewed.memory, on.since(reviewed.updated)));
        f64::from(recall)
    }
}

impl Model {
    /// What Again, Hard, Good and Easy would make of a memory, or of none, after so many days.
    pub(super) fn memories(&self, memory: Option<MemoryState>, elapsed: u32) -> [MemoryState; 4] {
        self.formula.next(memory, days(elapsed))
    }

    /// What one rating would make of it.
    fn memory_after(&self, memory: Option<MemoryState>, rating: Rating, elapsed: u32) -> MemoryState {
        self.formula.after(memory, rating, days(elapsed))
    }

    /// The days in which recall of a memory falls to the retention, at least one.
    pub(super) fn interval(&self, memory: MemoryState) -> u32 {
        let interval = self.formula.interval(memory.stability);
        // In range by the clamp.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let interval = interval.round().clamp(1.0, LONGEST_INTERVAL) as u32;
        interval
    }

    /// The predicted probability that a memory is recalled after so many days.
    pub(super) fn recall_after(&self, memory: MemoryState, elapsed: u32) -> f32 {
        self.formula.recall(memory, days(elapsed))
    }

    fn reviewed(&self, memory: MemoryState, today: Day, rating: Rating) -> Reviewed {
        // A lapse comes back in the same sitting; if the learner leaves before, then the next day, however
        // stable the memory was. (Elsewhere this is called a relearning step.)
        let interval = if rating.is_lapse() { 1 } else { self.interval(memory) };
        Reviewed { memory, updated: today, due: today.plus(interval), rating }
    }
}

/// Days as the model counts them.
fn days(count: u32) -> f32 {
    // Exact up to 45,000 years.
    #[allow(clippy::cast_precision_loss)]
    let days = count as f32;
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The intervals that follow from ratings "4 4@2 1": each on its day, or on the due day of the one
    /// before.
    fn intervals(ratings: &str) -> String {
        let model = Model::default();
        let (mut state, mut day) = (CardState::New, Day(0));
        let mut intervals = Vec::new();
        for word in ratings.split_whitespace() {
            let (rating, at) = word.split_once('@').unwrap_or((word, ""));
            day = match (at, state.due()) {
                ("", Some(due)) => due,
                ("", None) => day,
                ("same", _) => day,
                (at, _) => Day(at.parse().unwrap()),
            };
            let rating = Rating::from_number(rating.parse().unwrap()).unwrap();
            state = model.after(&state, rating, day, Practice::Scheduled);
            intervals.push(state.due().unwrap().since(day).to_string());
        }
        intervals.join(" ")
    }

    #[test]
    fn first_intervals() {
        assert_eq!(intervals("1"), "1");
        assert_eq!(intervals("2"), "1");
        assert_eq!(intervals("3"), "1");
        assert_eq!(intervals("4"), "2");
        assert_eq!(intervals("5"), "8");
    }

    /// The same intervals as in `wasm-tests`: floats differ there in their last bits, days do not.
    #[test]
    fn good_on_every_due_day() {
        assert_eq!(intervals("4 4 4 4 4 4"), "2 11 46 163 497 1346");
    }

    /// ts-fsrs, `__tests__/FSRS-6.test.ts`: Good x 6, Again x 2, Good x 5 gives 0 2 11 46 163 498 0 0 2 4
    /// 7 12 21. Its zeros are learning steps of minutes; here they are repetitions within the sitting,
    /// for which a date is kept all the same: the next day, or two after a first Good.
    #[test]
    fn the_published_sequence() {
        assert_eq!(
            intervals("4 4@same 4 4 4 4 1 1@same 4@same 4 4 4 4"),
            "2 2 11 46 163 498 1 1 2 4 7 12 21"
        );
    }

    /// ts-fsrs: ratings 1 3 3 3 3 3 after 0 0 1 3 8 21 days give stability 53.62691 and difficulty
    /// 6.3574867.
    #[test]
    fn the_published_memory_state() {
        let model = Model::default();
        let mut state = CardState::New;
        let mut day = Day(0);
        for (gap, rating) in [(0, 1), (0, 4), (1, 4), (3, 4), (8, 4), (21, 4)] {
            day = day.plus(gap);
            let rating = Rating::from_number(rating).unwrap();
            state = model.after(&state, rating, day, Practice::Scheduled);
        }
        let memory = state.reviewed().unwrap();
        assert!((memory.stability() - 53.62691).abs() < 1e-3, "{memory:?}");
        assert!((memory.difficulty() - 6.3574867).abs() < 1e-4, "{memory:?}");
    }

    /// Every state within six reviews at four gaps.
    fn some_states(model: &Model) -> Vec<(CardState, Day)> {
        let mut states = vec![(CardState::New, Day(0))];
        let mut frontier = states.clone();
        for gap in [0, 1, 6, 40] {
            frontier = frontier
                .iter()
                .flat_map(|(state, day)| {
                    let day = day.plus(gap);
                    model.futures(state, day, Practice::Scheduled).map(|next| (next, day))
                })
                .collect();
            states.extend(&frontier);
        }
        states
    }

    #[test]
    fn ratings_keep_their_order_and_a_two_is_a_lapse() {
        let model = Model::default();
        for (state, day) in some_states(&model) {
            for gap in [0, 1, 10] {
                let futures = model.futures(&state, day.plus(gap), Practice::Scheduled);
                let due: Vec<_> = futures.iter().map(CardState::due).collect();
                assert!(due.is_sorted(), "{state:?}: {due:?}");
                assert!(due[0] > Some(day.plus(gap)));
                let [one, two, three, ..] = futures.map(|future| future.reviewed().unwrap().stability());
                assert_eq!(one, two);
                assert!(one <= three);
            }
        }
    }

    #[test]
    fn free_practice_never_postpones_and_a_lapse_counts() {
        let model = Model::default();
        for (state, day) in some_states(&model).into_iter().skip(1) {
            let free = model.futures(&state, day, Practice::Free);
            let scheduled = model.futures(&state, day, Practice::Scheduled);
            assert_eq!(free[..2], scheduled[..2]);
            for (future, rating) in free.iter().zip(Rating::ALL).skip(2) {
                assert_eq!(future.due(), state.due());
                assert_eq!(future.rating(), Some(rating));
                assert_eq!(model.recall(future, day), model.recall(&state, day));
            }
        }
    }

    #[test]
    fn recall_falls_from_one_to_the_desired_retention_on_the_due_day() {
        let model = Model::default();
        assert_eq!(model.recall(&CardState::New, Day(0)), 0.0);
        for (state, day) in some_states(&model).into_iter().skip(1) {
            let Some(due) = state.due() else { continue };
            assert_eq!(model.recall(&state, day), 1.0);
            let recall: Vec<_> = (0..60).map(|later| model.recall(&state, day.plus(later))).collect();
            assert!(recall.iter().rev().is_sorted());
            if due.since(day) > 20 && due.since(day) < 36_500 {
                assert!((model.recall(&state, due) - 0.9).abs() < 0.003, "{state:?}");
            }
        }
    }
    #[test]
    fn recall_falls_to_the_retention_that_was_chosen_by_the_parameters_that_were_given() {
        let mut numbers = Parameters::default().numbers().map(f64::from);
        (numbers[2], numbers[10], numbers[20]) = (6.0, 1.2, 0.4);
        let parameters = Parameters::new(&numbers).unwrap();
        for share in [0.7, 0.8, 0.97] {
            let model = Model::new(parameters, Retention::new(share).unwrap());
            for (state, day) in some_states(&model).into_iter().skip(1) {
                let Some(due) = state.due().filter(|_| !state.rating().unwrap().is_lapse()) else { continue };
                if due.since(day) > 20 && due.since(day) < 36_500 {
                    assert!((model.recall(&state, due) - share).abs() < 0.006, "{share}: {state:?}");
                }
            }
        }
    }

    #[test]
    fn a_replay_is_what_came_of_one_review_after_the_other() {
        let model = Model::default();
        let ways = [1, 3, 4, 5]
            .into_iter()
            .flat_map(|number| [Practice::Scheduled, Practice::Free].map(|how| (number, how)));
        let steps: Vec<_> = ways.flat_map(|(number, how)| [0, 1, 7].map(|gap| (number, how, gap))).collect();
        for first in &steps {
            for second in &steps {
                for third in &steps {
                    let (mut day, mut reviews) = (Day(0), Vec::new());
                    for (number, how, gap) in [first, second, third] {
                        day = day.plus(*gap);
                        reviews.push((day, Rating::from_number(*number).unwrap(), *how));
                    }
                    let one_by_one = reviews.iter().fold(CardState::New, |state, (day, rating, practice)| {
                        model.after(&state, *rating, *day, *practice)
                    });
                    assert_eq!(model.replay(reviews.iter().copied()), one_by_one, "{reviews:?}");
                }
            }
        }
        assert_eq!(model.replay([]), CardState::New);
    }
}
