//! What a memory is worth on each day of practice, at given prices.

use super::course::{Course, Planned};
use super::grid::Spot;
use super::turn::Choice;

/// Recall that a second of a day must bring, for each day of practice.
#[derive(Clone, Debug)]
pub(super) struct Prices(pub(super) Vec<f32>);

impl Prices {
    /// Nothing is worth asking on a day of this price: a second for a card.
    pub(super) const PROHIBITIVE: f32 = 1.0;

    /// The price of the day at a place.
    pub(super) fn of(&self, place: usize) -> f32 {
        self.0.get(place).copied().unwrap_or(Self::PROHIBITIVE)
    }
}

/// For each day of practice and each point of the grid: the recall on the day of the interview that a memory
/// last updated then leads to under the best course of reviews, less the price of their seconds.
///
/// By backward induction over the days (Bellman 1957, "Dynamic Programming").
#[derive(Clone, Debug)]
pub(super) struct Worth {
    rows: Vec<Vec<f32>>,
}

impl Worth {
    /// The worth at `prices`.
    pub(super) fn new(course: &Course, prices: &Prices) -> Self {
        let n_days = course.days.len();
        // From the last day to the first; turned round in the end.
        let mut rows: Vec<Vec<f32>> = Vec::with_capacity(n_days);
        let mut choices = Vec::new();
        for place in (0..n_days).rev() {
            let mut row = course.idle(place).to_vec();
            for (point, best) in row.iter_mut().enumerate() {
                course.choices_after(place, point, &mut choices);
                for choice in &choices {
                    let worth = rows.get(n_days - 1 - choice.place).map_or(&[][..], Vec::as_slice);
                    *best = best.max(choice.expected(worth) - prices.of(choice.place) * choice.seconds);
                }
            }
            rows.push(row);
        }
        rows.reverse();
        Worth { rows }
    }

    /// The worth of every point on the day at a place.
    pub(super) fn on(&self, place: usize) -> &[f32] {
        self.rows.get(place).map_or(&[], Vec::as_slice)
    }

    /// What asking a card is worth, less its price.
    pub(super) fn net(&self, choice: &Choice, prices: &Prices) -> f32 {
        choice.expected(self.on(choice.place)) - prices.of(choice.place) * choice.seconds
    }

    /// The worth of all cards, each under the best of its choices.
    pub(super) fn cards<'a>(&self, cards: impl IntoIterator<Item = &'a Planned>, prices: &Prices) -> f64 {
        let mut choices = Vec::new();
        let worths = cards.into_iter().map(|card| {
            card.choices(self.rows.len(), &mut choices);
            let idle = match card {
                Planned::Today(spot) => self.today(*spot),
                Planned::New(_) | Planned::Seen(_) => card.idle(&[]),
            };
            f64::from(self.best(idle, &choices, prices))
        });
        worths.sum()
    }

    /// The worth of the best of some choices, or of none of them.
    pub(super) fn best(&self, idle: f32, choices: &[Choice], prices: &Prices) -> f32 {
        choices.iter().fold(idle, |best, choice| best.max(self.net(choice, prices)))
    }

    /// What a memory that was updated today is worth.
    pub(super) fn today(&self, spot: Spot) -> f32 {
        spot.value(self.on(0))
    }
}
