//! Prices at which each day is asked for as many seconds as it has.

use super::Pace;
use super::course::Course;
use super::demand::Demand;
use super::worth::{Prices, Worth};

/// How far apart in worth, in cards, options still share, at first and at last.
const WARM: f32 = 0.01;
pub(super) const COOL: f32 = 0.003;
/// The least a second costs, so that ratios of prices mean something: a recalled card for thirty years.
const CHEAPEST: f32 = 1e-9;

/// Prices on trial, for a number of seconds on each day.
#[derive(Clone, Debug)]
pub(super) struct Market {
    /// Seconds of each day.
    seconds: Vec<f32>,
    pub(super) prices: Prices,
    /// By how many per cent the level of prices must rise for demand to fall by one.
    stiffness: f32,
    /// The level of prices and the demand, as a part of all seconds, a round ago.
    before: Option<(f32, f32)>,
    /// The highest level at which too much was asked for, and the lowest at which too little was.
    between: (Option<f32>, Option<f32>),
    /// Seconds that a review takes, about.
    review: f32,
}

/// What one round of trying has shown.
#[derive(Clone, Debug)]
pub(super) struct Round {
    pub(super) prices: Prices,
    pub(super) worth: Worth,
    /// The worth of all cards, in cards.
    pub(super) worth_of_cards: f64,
    pub(super) demand: Demand,
}

impl Round {
    /// What shows at `prices`.
    pub(super) fn new(course: &Course, prices: Prices, temperature: f32) -> Self {
        let worth = Worth::new(course, &prices);
        let demand = Demand::new(course, &prices, &worth, temperature);
        Round { worth_of_cards: worth.cards(&course.cards, &prices), prices, worth, demand }
    }

    /// What a new card is worth on its best day, less its price, for each second that it takes; none without new cards.
    fn surplus_of_new(&self, course: &Course) -> Option<f32> {
        let mut choices = Vec::new();
        course.new_card()?.choices(course.days.len(), &mut choices);
        let surplus = choices.iter().map(|choice| self.worth.net(choice, &self.prices) / choice.seconds);
        surplus.reduce(f32::max)
    }

    /// What no schedule can be expected to exceed with so many seconds on each day, in cards: by weak duality,
    /// at any prices, the worth of the cards and the price of all the time there is.
    pub(super) fn bound(&self, seconds: &[f32]) -> f64 {
        self.worth_of_cards + self.price_of(seconds)
    }

    /// The price of so many seconds on each day.
    pub(super) fn price_of(&self, seconds: &[f32]) -> f64 {
        let products = self.prices.0.iter().zip(seconds);
        products.map(|(price, seconds)| f64::from(*price) * f64::from(*seconds)).sum()
    }
}

impl Market {
    /// First prices for so many seconds on each day: highest on the last days, which everybody would like.
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)]
    pub(super) fn new(pace: &Pace, seconds: Vec<f32>) -> Self {
        let review = (0.7 * pace.recalled_seconds() + 0.3 * pace.forgotten_seconds()) as f32;
        let n_days = seconds.len();
        let price = |(place, seconds): (usize, &f32)| {
            let to_end = n_days.saturating_sub(1 + place) as f32;
            if *seconds > 0.0 {
                0.05 / review * (1.0 + 2.0 * (-to_end / 3.0).exp())
            } else {
                Prices::PROHIBITIVE
            }
        };
        let prices = Prices(seconds.iter().enumerate().map(price).collect());
        Market { seconds, prices, stiffness: 1.0, before: None, between: (None, None), review }
    }

    /// Whether there is any time at all.
    pub(super) fn has_time(&self) -> bool {
        self.seconds.iter().any(|seconds| *seconds > 0.0)
    }

    /// What shows if time costs nothing.
    pub(super) fn free_of_charge(&self, course: &Course) -> Round {
        let free = |price: &f32| if *price < Prices::PROHIBITIVE { 0.0 } else { *price };
        Round::new(course, Prices(self.prices.0.iter().map(free).collect()), COOL)
    }

    /// What shows if no time can be had: nothing is asked.
    pub(super) fn closed(&self, course: &Course) -> Round {
        Round::new(course, Prices(vec![Prices::PROHIBITIVE; self.seconds.len()]), COOL)
    }

    /// The same market with other seconds, to go on from the prices found.
    pub(super) fn with_seconds(&self, pace: &Pace, seconds: Vec<f32>) -> Self {
        let mut other = Market::new(pace, seconds);
        for (price, (known, seconds)) in
            other.prices.0.iter_mut().zip(self.prices.0.iter().zip(&other.seconds))
        {
            if *seconds > 0.0 && *known < Prices::PROHIBITIVE {
                *price = *known;
            }
        }
        other
    }

    /// Tries so many rounds.
    #[allow(clippy::cast_precision_loss)]
    pub(super) fn rounds(&mut self, course: &Course, n: usize) -> Vec<Round> {
        let mut rounds = Vec::with_capacity(n);
        for round in 0..n {
            let cooled = round as f32 / n.saturating_sub(1).max(1) as f32;
            let temperature = WARM * (COOL / WARM).powf(cooled);
            let tried = Round::new(course, self.prices.clone(), temperature);
            let surplus = self.is_short_for_new(course).then(|| tried.surplus_of_new(course)).flatten();
            self.adjust(&tried.demand, temperature, surplus);
            rounds.push(tried);
        }
        rounds
    }

    /// Moves the prices: all together by how much is asked for in all, and each day's by how much more than its part is
    /// asked of it. The latter step is that of Sinkhorn 1967: with options that share by exp(worth /
    /// temperature) and all else equal it would be exact.
    ///
    /// Where there is no time to show all new cards, the last that is shown is worth its price and no more: the surplus
    /// that they have at these prices, for each second, is what all prices lack.
    fn adjust(&mut self, demand: &Demand, temperature: f32, surplus: Option<f32>) {
        let all: f32 = self.seconds.iter().sum();
        if all <= 0.0 {
            return;
        }
        let open = |(price, seconds): (&f32, &f32)| if *seconds > 0.0 { price * seconds } else { 0.0 };
        let level = self.prices.0.iter().zip(&self.seconds).map(open).sum::<f32>() / all;
        let total = (demand.seconds.iter().sum::<f32>() / all).max(1e-3);
        if let Some((level_before, total_before)) = self.before {
            let (rise, fall) = ((level / level_before).ln(), -(total / total_before).ln());
            if rise.abs() > 0.01 && rise * fall > 0.0 {
                self.stiffness = (rise / fall).clamp(0.1, 6.0);
            }
        }
        self.before = Some((level, total));
        let scale = self.next_level(level, total) / level.max(CHEAPEST);
        for ((price, seconds), asked) in self.prices.0.iter_mut().zip(&self.seconds).zip(&demand.seconds) {
            if *seconds > 0.0 {
                let ratio = (asked / seconds / total).clamp(0.05, 20.0);
                let moved = *price + temperature * ratio.ln() / self.review;
                let leveled = match surplus {
                    Some(surplus) => moved + surplus,
                    None => moved.max(CHEAPEST) * scale,
                };
                *price = leveled.clamp(CHEAPEST, Prices::PROHIBITIVE / 2.0);
            }
        }
    }

    /// Whether there is not even time to show all new cards once.
    fn is_short_for_new(&self, course: &Course) -> bool {
        course.seconds_of_new() > self.seconds.iter().sum()
    }

    /// The level to try after one at which `total` was asked for, as a part of all seconds: where a straight line
    /// would have it, or in the middle if that is known to be too far. (New cards are alike, so that demand
    /// may fall from too much to too little at once.)
    fn next_level(&mut self, level: f32, total: f32) -> f32 {
        let level = level.max(CHEAPEST);
        match &mut self.between {
            (low, _) if total > 1.0 => *low = Some(low.map_or(level, |low| low.max(level))),
            (_, high) => *high = Some(high.map_or(level, |high| high.min(level))),
        }
        let straight = level * total.clamp(0.2, 5.0).powf(self.stiffness).clamp(0.1, 3.0);
        match self.between {
            (Some(low), Some(high)) if low >= high => {
                // The days have changed places meanwhile, and what was known no longer holds.
                self.between = (None, None);
                straight
            }
            (Some(low), Some(high)) if straight <= low || straight >= high => (low * high).sqrt(),
            _ => straight,
        }
    }
}
