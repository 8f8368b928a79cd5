//! How much of each day is asked for at given prices.

use super::course::{Course, Planned};
use super::grid::N_POINTS;
use super::turn::Choice;
use super::worth::{Prices, Worth};

/// Masses below this, in cards, are not followed any further.
const NEGLIGIBLE: f32 = 1e-4;

/// What the days are asked for, in expectation.
///
/// Of several days that are about as good for a review each gets its part, in proportion to
/// exp(worth / temperature). With the single best day a price too low by a little would have everybody come, and one
/// too high nobody.
#[derive(Clone, Debug)]
pub(super) struct Demand {
    /// Seconds on each day of practice.
    pub(super) seconds: Vec<f32>,
    /// What the reviews of each day add to recall on the day, in cards.
    pub(super) gained: Vec<f32>,
    /// New cards that are begun at all, in cards.
    pub(super) begun: f32,
}

/// The days as they fill up.
struct Filling<'a> {
    course: &'a Course,
    prices: &'a Prices,
    worth: &'a Worth,
    temperature: f32,
    demand: Demand,
    /// For each day the memories that were updated on it, in cards.
    masses: Vec<Vec<f32>>,
    /// Weights of the choices of a card, kept to save allocations.
    weights: Vec<f32>,
}

impl Demand {
    /// The demand at `prices`, of which `worth` is the worth.
    pub(super) fn new(course: &Course, prices: &Prices, worth: &Worth, temperature: f32) -> Self {
        let n_days = course.days.len();
        let nothing = Demand { seconds: vec![0.0; n_days], gained: vec![0.0; n_days], begun: 0.0 };
        let masses = vec![vec![0.0; N_POINTS]; n_days];
        let mut filling =
            Filling { course, prices, worth, temperature, demand: nothing, masses, weights: Vec::new() };
        filling.begin();
        (0..n_days).for_each(|place| filling.go_on(place));
        filling.demand
    }
}

impl Filling<'_> {
    /// The first review of each card from today.
    fn begin(&mut self) {
        let (course, n_days) = (self.course, self.course.days.len());
        let (mut new, mut n_new) = (None, 0.0);
        let mut choices = Vec::new();
        for card in &course.cards {
            match card {
                // They are alike, so that one stands for all.
                Planned::New(_) => (new, n_new) = (Some(card), n_new + 1.0),
                Planned::Today(spot) => {
                    if let Some(today) = self.masses.first_mut() {
                        spot.spread(1.0, today);
                    }
                }
                Planned::Seen(seen) => {
                    card.choices(n_days, &mut choices);
                    self.choose(1.0, seen.idle, &choices);
                }
            }
        }
        if let Some(card) = new {
            card.choices(n_days, &mut choices);
            self.demand.begun = self.choose(n_new, 0.0, &choices);
        }
    }

    /// The next reviews of the memories that were updated on a day.
    fn go_on(&mut self, place: usize) {
        let course = self.course;
        let masses = self.masses.get_mut(place).map(std::mem::take).unwrap_or_default();
        let mut choices = Vec::new();
        for ((point, mass), idle) in masses.iter().enumerate().zip(course.idle(place)) {
            if *mass > NEGLIGIBLE {
                course.choices_after(place, point, &mut choices);
                self.choose(*mass, *idle, &choices);
            }
        }
    }

    /// Shares a mass out among its choices, and returns how much of it is asked at all.
    fn choose(&mut self, mass: f32, idle: f32, choices: &[Choice]) -> f32 {
        self.weights.clear();
        self.weights.extend(choices.iter().map(|choice| self.worth.net(choice, self.prices)));
        let asked = weigh(&mut self.weights, idle, self.temperature);
        for (choice, weight) in choices.iter().zip(&self.weights) {
            let (part, place) = (mass * weight, choice.place);
            if part < NEGLIGIBLE / 10.0 {
                continue;
            }
            if let Some(seconds) = self.demand.seconds.get_mut(place) {
                *seconds += part * choice.seconds;
            }
            if let Some(gained) = self.demand.gained.get_mut(place) {
                *gained += part * (choice.expected(self.course.idle(place)) - idle);
            }
            if let Some(masses) = self.masses.get_mut(place) {
                choice.spread(part, masses);
            }
        }
        mass * asked
    }
}

/// Makes the worths of a card's choices their weights, and returns the sum of these: what is missing to 1 is the
/// weight of never asking it, which is worth `idle`.
pub(super) fn weigh(worths: &mut [f32], idle: f32, temperature: f32) -> f32 {
    let best = worths.iter().copied().fold(idle, f32::max);
    let weight = |worth: f32| ((worth - best) / temperature).exp();
    worths.iter_mut().for_each(|worth| *worth = weight(*worth));
    let asked: f32 = worths.iter().sum();
    let all = asked + weight(idle);
    worths.iter_mut().for_each(|weight| *weight /= all);
    asked / all
}
