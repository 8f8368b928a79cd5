//! A simulated learner whose memory follows FSRS-6 with parameters of its own, while the schedule believes in the
//! published ones.

use fsrs::{FSRS, FSRSItem, FSRSReview, MemoryState, current_retrievability};
use greenroom::day::Day;
use greenroom::schedule::fit::History;
use greenroom::schedule::{CardState, Model, Parameters, Practice, Rating};

/// Cards begun on each day.
const NEW_A_DAY: usize = 10;
/// How often a new card is rated *Again*, *Hard*, *Good* and *Easy*, and a recalled one *Hard*, *Good* and *Easy*: as
/// in the simulator of FSRS.
const FIRST: [f64; 4] = [0.24, 0.094, 0.495, 0.171];
const RECALLED: [f64; 3] = [0.224, 0.631, 0.145];

/// What a learner's memory follows, by name.
pub(crate) fn truths() -> [(&'static str, Parameters); 6] {
    let with = |change: &dyn Fn(&mut [f64; 21])| {
        let mut numbers = Parameters::default().numbers().map(f64::from);
        change(&mut numbers);
        Parameters::new(&numbers).unwrap()
    };
    let first =
        |numbers: &mut [f64; 21], factor| numbers[..4].iter_mut().for_each(|number| *number *= factor);
    [
        ("as published", Parameters::default()),
        ("forgets a new card twice as soon", with(&|numbers| first(numbers, 0.5))),
        ("keeps a new card three times as long", with(&|numbers| first(numbers, 3.0))),
        ("gains half as much by each review", with(&|numbers| numbers[8] -= 0.7)),
        ("forgets sooner and gains less", with(&|numbers| (first(numbers, 0.5), numbers[8] -= 0.6).1)),
        ("keeps longer and gains more", with(&|numbers| (first(numbers, 2.5), numbers[8] += 0.5).1)),
    ]
}

/// The reviews of each card.
pub(crate) type Reviews = Vec<Vec<(Day, Rating, Practice)>>;

/// As many reviews as test so many predictions, of a learner with this memory.
pub(crate) fn reviews(truth: &Parameters, seed: u64, usable: usize) -> Reviews {
    let mut chance = Chance(seed.wrapping_mul(0x1234_5678_9ABC_DEF1));
    let memory = Memory::new(truth);
    let model = Model::default();
    let mut cards: Vec<Card> = Vec::new();
    let mut n_usable = 0;
    for day in (0..).map(Day) {
        for card in cards.iter_mut().filter(|card| card.state.due() <= Some(day)) {
            if n_usable == usable {
                break;
            }
            n_usable += 1;
            let recall = memory.recall(card.memory, day.since(card.asked));
            let grade = if chance.next() < recall { 1 + chance.pick(&RECALLED) } else { 0 };
            card.rate(&memory, &model, day, grade);
        }
        if n_usable == usable {
            break;
        }
        for _ in 0..NEW_A_DAY {
            let mut card = Card { state: CardState::New, memory: None, asked: day, log: Vec::new() };
            card.rate(&memory, &model, day, chance.pick(&FIRST));
            cards.push(card);
        }
    }
    cards.into_iter().map(|card| card.log).collect()
}

/// Reviews as a fit takes them.
pub(crate) fn history(reviews: &Reviews) -> History {
    let mut history = History::default();
    reviews.iter().for_each(|card| history.add(card.iter().copied()));
    history
}

/// By what part these parameters lower the loss that the published ones are expected to have on the reviews of a
/// learner with this memory.
pub(crate) fn gain(truth: &Parameters, fitted: &Parameters, reviews: &Reviews) -> f64 {
    let recalls = |parameters: &Parameters| {
        let memory = Memory::new(parameters);
        reviews.iter().flat_map(|card| memory.recalls(card)).collect::<Vec<_>>()
    };
    let truth = recalls(truth);
    let loss = |parameters| {
        let predicted = truth.iter().zip(recalls(parameters));
        predicted
            .map(|(truth, recall)| -truth * recall.ln() - (1.0 - truth) * (1.0 - recall).ln())
            .sum::<f64>()
    };
    1.0 - loss(fitted) / loss(&Parameters::default())
}

struct Card {
    state: CardState,
    memory: Option<MemoryState>,
    asked: Day,
    log: Vec<(Day, Rating, Practice)>,
}

impl Card {
    /// Rates it, 0 being *Again*; after that it is asked once more and known.
    fn rate(&mut self, memory: &Memory, model: &Model, day: Day, grade: usize) {
        let rating = Rating::ALL[grade + 1];
        self.memory = Some(memory.after(self.memory, day.since(self.asked), grade));
        self.asked = day;
        self.state = model.after(&self.state, rating, day, Practice::Scheduled);
        self.log.push((day, rating, Practice::Scheduled));
        if grade == 0 {
            self.rate(memory, model, day, 2);
        }
    }
}

struct Memory {
    fsrs: FSRS,
    decay: f32,
}

impl Memory {
    fn new(parameters: &Parameters) -> Self {
        let numbers = parameters.numbers();
        Memory { fsrs: FSRS::new(&numbers).unwrap(), decay: numbers[20] }
    }

    fn after(&self, memory: Option<MemoryState>, elapsed: u32, grade: usize) -> MemoryState {
        let next = self.fsrs.next_states(memory, 0.9, elapsed).unwrap();
        [next.again, next.hard, next.good, next.easy][grade].memory
    }

    fn recall(&self, memory: Option<MemoryState>, elapsed: u32) -> f64 {
        f64::from(current_retrievability(memory.unwrap(), elapsed as f32, self.decay)).min(0.9999)
    }

    /// The recall predicted for each review of a card on a later day than the one before.
    fn recalls(&self, card: &[(Day, Rating, Practice)]) -> Vec<f64> {
        let mut days = card.iter().map(|(day, ..)| *day).collect::<Vec<_>>();
        days.insert(0, days[0]);
        let gaps: Vec<u32> = days.windows(2).map(|pair| pair[1].since(pair[0])).collect();
        let review = |((_, rating, _), gap): (&(Day, Rating, Practice), &u32)| FSRSReview {
            rating: rating.number().max(2) - 1,
            delta_t: *gap,
        };
        let item = FSRSItem { reviews: card.iter().zip(&gaps).map(review).collect() };
        let states = self.fsrs.historical_memory_states(item, None).unwrap();
        let later = states.iter().zip(gaps.iter().skip(1)).filter(|(_, gap)| **gap > 0);
        later.map(|(state, gap)| self.recall(Some(*state), *gap)).collect()
    }
}

/// SplitMix64.
struct Chance(u64);

impl Chance {
    /// Uniform in (0, 1).
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut x = self.0;
        x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        x ^= x >> 31;
        ((x >> 11) as f64 + 0.5) / (1u64 << 53) as f64
    }

    fn pick(&mut self, odds: &[f64]) -> usize {
        let mut left = self.next();
        odds.iter().position(|odds| (left < *odds, left -= odds).0).unwrap_or(odds.len() - 1)
    }
}
