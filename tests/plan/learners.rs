//! Simulated learners with an interview, and the schedules that compete for their minutes.
//!
//! `cargo xtask bench plan` prints the mean true recall of all cards on the day, for each
//! row of conditions and each schedule at equal minutes, over the seeds 0 to 19, with the standard deviation among
//! learners; the lead of the plan with its standard error over pairs; and what was predicted on the first
//! day. A word after it chooses the rows whose name has it; `time` measures a forecast. It judges nothing.
//!
//! The learner is no part of the planner: true memory follows FSRS-6 on its own, started from a stability
//! that differs from the model's by a factor of the card (log-normal), and what a schedule sees of it are
//! ratings and times.
#![cfg_attr(
    not(target_arch = "wasm32"),
    allow(clippy::indexing_slicing, reason = "a program to measure with")
)]

use std::cell::Cell;
use std::rc::Rc;

use fsrs::{FSRS, FSRS6_DEFAULT_DECAY, MemoryState, current_retrievability};
use greenroom::day::Day;
use greenroom::schedule::plan::{Agenda, Forecast, Outlook, Pace, Plan, Timed, Weekday};
use greenroom::schedule::{CardState, Model, Practice, Rating};

/// The conditions of a course of study.
#[derive(Clone)]
struct Row {
    name: &'static str,
    cards: usize,
    days: u32,
    minutes: u32,
    /// Days of the week that the learner has off, and has told the plan.
    off: &'static [i32],
    /// Days missed without notice.
    missed: std::ops::Range<i32>,
}

impl Row {
    const fn new(name: &'static str, cards: usize, days: u32, minutes: u32) -> Self {
        Row { name, cards, days, minutes, off: &[], missed: 0..0 }
    }

    fn interview(&self) -> Day {
        Day(self.days as i32)
    }

    fn seconds(&self, day: Day) -> f64 {
        let is_free = self.off.contains(&day.0.rem_euclid(7)) || self.missed.contains(&day.0);
        if is_free { 0.0 } else { f64::from(self.minutes) * 60.0 }
    }
}

/// How true memory differs from the model.
#[derive(Clone, Copy)]
enum Truth {
    /// The first stability differs by a factor, and FSRS goes on from there.
    Own(f64),
    /// At all times it is the model's stability times a factor.
    Scaled(f64),
}

/// Uniform in (0, 1), from the numbers that name the draw: schedules that ask the same card for the same
/// time meet the same luck.
fn uniform(seed: u64, card: usize, nth: u64, what: u64) -> f64 {
    let mut x =
        seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ (card as u64 + 1).wrapping_mul(0xD1B5_4A32_D192_ED03);
    x ^= (nth * 8 + what + 1).wrapping_mul(0x8CB9_2BA7_2F3D_8DD7);
    for _ in 0..2 {
        x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        x ^= x >> 31;
    }
    ((x >> 11) as f64 + 0.5) / (1u64 << 53) as f64
}

fn normal(seed: u64, card: usize) -> f64 {
    let (u, v) = (uniform(seed, card, 0, 6), uniform(seed, card, 0, 7));
    (-2.0 * u.ln()).sqrt() * (std::f64::consts::TAU * v).cos()
}

const FIRST: [f64; 4] = [0.24, 0.094, 0.495, 0.171];
const PASS: [f64; 3] = [0.224, 0.631, 0.145];

/// One simulated learner: what is true, and what the model believes.
struct Learner<'a> {
    row: &'a Row,
    truth: Truth,
    seed: u64,
    fsrs: FSRS,
    model: Model,
    today: Day,
    used: f64,
    believed: Vec<CardState>,
    memory: Vec<Option<(MemoryState, Day)>>,
    n_reviews: Vec<u64>,
    /// (card, rating) of today.
    steps: Vec<(usize, Rating)>,
    /// (card, rating, seconds, whether it was the first) of all days.
    log: Vec<(usize, Rating, u32, bool)>,
    last_seen: Vec<f64>,
}

impl<'a> Learner<'a> {
    fn new(row: &'a Row, truth: Truth, seed: u64) -> Self {
        Learner {
            row,
            truth,
            seed,
            fsrs: FSRS::default(),
            model: Model::default(),
            today: Day(0),
            used: 0.0,
            believed: vec![CardState::New; row.cards],
            memory: vec![None; row.cards],
            n_reviews: vec![0; row.cards],
            steps: Vec::new(),
            log: Vec::new(),
            last_seen: vec![0.0; row.cards],
        }
    }

    fn factor(&self, card: usize) -> f64 {
        let (Truth::Own(sigma) | Truth::Scaled(sigma)) = self.truth;
        (sigma * normal(self.seed, card)).exp()
    }

    /// True recall on a day.
    fn recall(&self, card: usize, on: Day) -> f64 {
        let Some((memory, updated)) = self.memory[card] else { return 0.0 };
        let stability = match self.truth {
            Truth::Own(_) => memory.stability,
            Truth::Scaled(_) => memory.stability * self.factor(card) as f32,
        };
        let elapsed = on.since(updated) as f32;
        f64::from(current_retrievability(MemoryState { stability, ..memory }, elapsed, FSRS6_DEFAULT_DECAY))
    }

    fn left(&self) -> f64 {
        self.row.seconds(self.today) - self.used
    }

    /// Asks a card: recall, the rating, the time.
    fn ask(&mut self, card: usize) -> Rating {
        let nth = self.n_reviews[card];
        let (first, luck, grade) =
            (nth == 0, uniform(self.seed, card, nth, 0), uniform(self.seed, card, nth, 1));
        let split = uniform(self.seed, card, nth, 2);
        let number = if first {
            choose(&FIRST, luck)
        } else if luck < self.recall(card, self.today) {
            1 + choose(&PASS, grade)
        } else {
            0
        };
        let rating = match number {
            0 if split < 0.5 => Rating::One,
            0 => Rating::Two,
            1 => Rating::Three,
            2 => Rating::Four,
            _ => Rating::Five,
        };
        let elapsed = self.memory[card].map_or(0, |(_, updated)| self.today.since(updated));
        let memory = self.memory[card].map(|(memory, _)| memory);
        let next = self.fsrs.next_states(memory, 0.9, elapsed).unwrap_or_else(|_| unreachable!());
        let mut next = [next.again, next.hard, next.good, next.easy][number].memory;
        if let (true, Truth::Own(_)) = (first, self.truth) {
            next.stability *= self.factor(card) as f32;
        }
        self.memory[card] = Some((next, self.today));
        self.n_reviews[card] += 1;
        self.believed[card] = self.model.after(&self.believed[card], rating, self.today, Practice::Scheduled);
        let seconds = if first {
            60
        } else if rating.is_lapse() {
            50
        } else {
            30
        };
        self.used += f64::from(seconds);
        self.last_seen[card] = f64::from(self.today.0) * 86_400.0 + self.used;
        self.steps.push((card, rating));
        self.log.push((card, rating, seconds, first));
        rating
    }

    fn study(&mut self, schedule: &mut dyn Schedule) -> f64 {
        for day in 0..self.row.days as i32 {
            (self.today, self.used) = (Day(day), 0.0);
            self.steps.clear();
            if self.left() > 0.0 {
                schedule.begin(self);
            }
            while self.left() > 0.0 {
                let Some(card) = schedule.next(self) else { break };
                self.ask(card);
            }
        }
        let interview = self.row.interview();
        (0..self.row.cards).map(|card| self.recall(card, interview)).sum::<f64>() / self.row.cards as f64
    }
}

fn choose(odds: &[f64], luck: f64) -> usize {
    let mut sum = 0.0;
    odds.iter()
        .take(odds.len() - 1)
        .take_while(|odds| {
            sum += **odds;
            luck >= sum
        })
        .count()
}

/// Chooses what is asked.
trait Schedule {
    fn begin(&mut self, _learner: &Learner) {}
    fn next(&mut self, learner: &Learner) -> Option<usize>;
}

/// Due cards first, those most likely forgotten before others, then so many new ones.
struct Due {
    retention: f64,
    new_a_day: usize,
    /// Cards not asked today, most likely forgotten last, and the number of new ones asked.
    due: Vec<usize>,
    new: Vec<usize>,
}

impl Due {
    fn new(retention: f64, new_a_day: usize) -> Self {
        Due { retention, new_a_day, due: Vec::new(), new: Vec::new() }
    }
}

impl Schedule for Due {
    fn begin(&mut self, learner: &Learner) {
        let cards = || learner.believed.iter().enumerate();
        let recall = |card: usize| learner.model.recall(&learner.believed[card], learner.today);
        self.due = cards().filter(|card| *card.1 != CardState::New).map(|card| card.0).collect();
        self.due.retain(|card| recall(*card) <= self.retention + 0.003);
        self.due.sort_by(|a, b| recall(*b).total_cmp(&recall(*a)));
        self.new = cards().filter(|card| *card.1 == CardState::New).map(|card| card.0).collect();
        self.new.truncate(self.new_a_day);
        self.new.reverse();
    }

    fn next(&mut self, _: &Learner) -> Option<usize> {
        self.due.pop().or_else(|| self.new.pop())
    }
}

/// Confidence decides: the bucket is drawn by weight, within it the card that waited longest for its kind.
struct Confidence;

impl Schedule for Confidence {
    fn next(&mut self, learner: &Learner) -> Option<usize> {
        const NOMINAL: [f64; 5] = [120.0, 600.0, 21_600.0, 3.0 * 86_400.0, 30.0 * 86_400.0];
        let now = f64::from(learner.today.0) * 86_400.0 + learner.used;
        let recent: Vec<usize> = learner.steps.iter().rev().take(3).map(|step| step.0).collect();
        let shaky =
            learner.believed.iter().filter(|state| state.rating().is_some_and(Rating::is_lapse)).count();
        let mut best: [Option<(f64, usize)>; 5] = [None; 5];
        let mut new = None;
        for (card, state) in learner.believed.iter().enumerate() {
            let Some(rating) = state.rating() else {
                if shaky < 6 && new.is_none() {
                    new = Some(card);
                }
                continue;
            };
            if recent.contains(&card) {
                continue;
            }
            let bucket = rating.number() as usize - 1;
            let stale = (now - learner.last_seen[card]) / NOMINAL[bucket];
            if best[bucket].is_none_or(|best| stale > best.0) {
                best[bucket] = Some((stale, card));
            }
        }
        // Stale cards are preferred to new ones.
        if best[0].is_none_or(|best| best.0 < 1.0) && new.is_some() {
            best[0] = new.map(|card| (1.0, card));
        }
        let weights = [0.60, 0.20, 0.11, 0.06, 0.03];
        let weights: Vec<f64> = (0..5).map(|b| if best[b].is_some() { weights[b] } else { 0.0 }).collect();
        let sum: f64 = weights.iter().sum();
        if sum == 0.0 {
            return None;
        }
        let odds: Vec<f64> = weights.iter().map(|weight| weight / sum).collect();
        let luck = uniform(learner.seed, learner.log.len(), 77, 3);
        let bucket = choose(&odds, luck);
        best[bucket].or_else(|| best.iter().flatten().next().copied()).map(|best| best.1)
    }
}

/// The largest gain of one review on the day per second; no card twice a day.
struct Greedy {
    /// The gain per second of each card that was not asked today.
    gains: Vec<f64>,
}

impl Schedule for Greedy {
    fn begin(&mut self, learner: &Learner) {
        let on = learner.row.interview();
        self.gains = learner
            .believed
            .iter()
            .map(|state| {
                let futures = learner.model.futures(state, learner.today, Practice::Scheduled);
                let then = futures.map(|state| learner.model.recall(&state, on));
                let then = [then[0], then[2], then[3], then[4]];
                if *state == CardState::New {
                    return FIRST.iter().zip(then).map(|(odds, then)| odds * then).sum::<f64>() / 60.0;
                }
                let recall = learner.model.recall(state, learner.today);
                let known: f64 = PASS.iter().zip(&then[1..]).map(|(odds, then)| odds * then).sum();
                let gain = recall * known + (1.0 - recall) * then[0] - learner.model.recall(state, on);
                gain / (50.0 - 20.0 * recall)
            })
            .collect();
    }

    fn next(&mut self, _: &Learner) -> Option<usize> {
        let best = self.gains.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1).then(b.0.cmp(&a.0)))?;
        let (card, gain) = (best.0, *best.1);
        self.gains[card] = f64::MIN;
        (gain > 0.0).then_some(card)
    }
}

/// The interview plan.
struct Planned {
    agenda: Option<Agenda>,
    /// What was predicted on the first day.
    predicted: Rc<Cell<f64>>,
}

impl Schedule for Planned {
    fn begin(&mut self, learner: &Learner) {
        let (row, states) = (learner.row, &learner.believed);
        let plan = Plan::new(row.interview(), row.minutes);
        let plan = row.off.iter().fold(plan, |plan, off| plan.with_weekday_off(Weekday::of(Day(*off))));
        let timed = learner.log.iter().map(|(_, rating, seconds, is_first)| Timed {
            rating: *rating,
            seconds: Some(*seconds),
            is_first: *is_first,
        });
        let outlook = Outlook::new(&learner.model, &plan, &Pace::learned(timed), states, learner.today);
        if learner.log.is_empty() {
            self.predicted.set(outlook.recall(states, 0));
        }
        self.agenda = Some(Agenda::new(outlook, states));
    }

    fn next(&mut self, learner: &Learner) -> Option<usize> {
        let (agenda, last) = (self.agenda.as_mut()?, learner.steps.last().map(|step| step.0));
        if let Some(card) = last {
            agenda.set(card, &learner.believed[card]);
        }
        Some(agenda.next(&|pick| last != Some(pick.card))?.card)
    }
}

const SEEDS: u64 = 20;

fn results(row: &Row, truth: Truth, mut schedule: impl FnMut() -> Box<dyn Schedule>) -> Vec<f64> {
    (0..SEEDS).map(|seed| Learner::new(row, truth, seed).study(&mut *schedule())).collect()
}

/// Mean and standard deviation.
fn mean(values: &[f64]) -> (f64, f64) {
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    let variance = values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (values.len() - 1) as f64;
    (mean, variance.sqrt())
}

/// The best of a grid of retentions and new cards a day, known afterwards only.
fn best_due(row: &Row, truth: Truth) -> (Vec<f64>, String) {
    let mut best = (vec![0.0; 2], String::new());
    for retention in [0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98] {
        for speed in [0.7, 1.0, 1.3, 1.7, 2.2, 3.0, 100.0] {
            let new = (row.cards as f64 / f64::from(row.days) * speed).ceil() as usize;
            let found = results(row, truth, || Box::new(Due::new(retention, new)));
            if mean(&found).0 > mean(&best.0).0 {
                best = (found, format!("{retention}, {new} new a day"));
            }
        }
    }
    best
}

fn rows() -> Vec<Row> {
    vec![
        Row::new("100 cards, 14 days, 15 min", 100, 14, 15),
        Row::new("400 cards, 21 days, 30 min", 400, 21, 30),
        Row::new("200 cards, 14 days, 30 min", 200, 14, 30),
        Row::new("50 cards, 3 days, 20 min", 50, 3, 20),
        Row::new("1000 cards, 60 days, 30 min", 1000, 60, 30),
        Row { off: &[2, 3], ..Row::new("200, 21, 20, two days off a week", 200, 21, 20) },
        Row { missed: 7..14, ..Row::new("200, 21, 20, a week missed", 200, 21, 20) },
    ]
}

/// How long a forecast takes: 400 cards, half of them seen, 30 days, five budgets.
#[allow(clippy::disallowed_methods, reason = "a measurement")]
fn time_forecast() {
    let row = Row::new("", 400, 40, 30);
    let mut learner = Learner::new(&row, Truth::Own(0.0), 1);
    let mut greedy = Greedy { gains: Vec::new() };
    for day in 0..10 {
        (learner.today, learner.used) = (Day(day), 0.0);
        greedy.begin(&learner);
        while learner.left() > 0.0 {
            let Some(card) = greedy.next(&learner) else { break };
            learner.ask(card);
        }
    }
    let plan = Plan::new(Day(40), 30);
    let topics: Vec<_> = (0..400).map(|card| Some(card / 50)).collect();
    let mut best = [f64::MAX; 2];
    for _ in 0..20 {
        let start = std::time::Instant::now();
        let found = Forecast::new(
            &learner.model,
            &plan,
            &Pace::default(),
            &learner.believed,
            &topics,
            Day(10),
            &[10, 20, 30, 45, 60],
        );
        best[0] = best[0].min(start.elapsed().as_secs_f64() * 1e3);
        let start = std::time::Instant::now();
        let outlook = Outlook::new(&learner.model, &plan, &Pace::default(), &learner.believed, Day(10));
        best[1] = best[1].min(start.elapsed().as_secs_f64() * 1e3);
        std::hint::black_box((found, outlook));
    }
    println!("forecast {:.1} ms, outlook {:.1} ms", best[0], best[1]);
    let many: Vec<_> = learner.believed.iter().cycle().take(10_000).copied().collect();
    let start = std::time::Instant::now();
    let outlook = Outlook::new(&learner.model, &plan, &Pace::default(), &many, Day(10));
    let mut agenda = Agenda::new(outlook, &many);
    let opened = start.elapsed().as_secs_f64() * 1e3;
    let start = std::time::Instant::now();
    agenda.set(0, &many[0]);
    std::hint::black_box(agenda.next(&|_| true));
    println!("10,000 cards: agenda {opened:.1} ms, a rating {:.2} ms", start.elapsed().as_secs_f64() * 1e3);
}

fn main() {
    let wanted = std::env::args().nth(1);
    if wanted.as_deref() == Some("time") {
        return time_forecast();
    }
    for (label, truth) in [
        ("memory as the model", Truth::Own(0.0)),
        ("sigma 0.7, going on by itself", Truth::Own(0.7)),
        ("sigma 0.7, a factor throughout", Truth::Scaled(0.7)),
    ] {
        println!(
            "\n| {label} | due at 0.90 | due, tuned in hindsight | confidence | greedy | plan | plan - best other | predicted | tuned to |"
        );
        println!("|---|---|---|---|---|---|---|---|---|");
        for row in rows().iter().filter(|row| wanted.as_ref().is_none_or(|wanted| row.name.contains(wanted)))
        {
            let due = results(row, truth, || Box::new(Due::new(0.9, usize::MAX)));
            let (tuned, setting) = best_due(row, truth);
            let confident = results(row, truth, || Box::new(Confidence));
            let greedy = results(row, truth, || Box::new(Greedy { gains: Vec::new() }));
            let predicted = Rc::new(Cell::new(0.0));
            let ours =
                results(row, truth, || Box::new(Planned { agenda: None, predicted: predicted.clone() }));
            let others = [&due, &tuned, &confident, &greedy];
            let best = others.into_iter().max_by(|a, b| mean(a).0.total_cmp(&mean(b).0)).unwrap_or(&due);
            // The same seed is the same luck, so that differences are told apart by pairs.
            let pairs: Vec<f64> = ours.iter().zip(best).map(|(ours, best)| ours - best).collect();
            let (ahead, spread) = mean(&pairs);
            print!("| {}", row.name);
            for found in others.into_iter().chain([&ours]) {
                let (mean, spread) = mean(found);
                print!(" | {mean:.4} ± {spread:.4}");
            }
            let error = spread / (SEEDS as f64).sqrt();
            println!(" | {ahead:+.4} ± {error:.4} | {:.4} | {setting} |", predicted.get());
        }
    }
}
