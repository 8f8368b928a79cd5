//! What each card is worth today.

use super::course::{Course, Planned, Seen};
use super::grid::Spot;
use super::market::{COOL, Market, Round};
use super::turn::Turn;
use super::{Pace, Plan, PracticeDays};
use crate::day::Day;
use crate::schedule::{CardState, Model, Reviewed};

/// Rounds in which prices are found. More make no difference to what is recalled in the end.
const ROUNDS: usize = 8;

/// A gain below this, in recall on the day, is not worth asking for.
const LEAST_GAIN: f32 = 0.001;

/// A card that is worth asking now, and why.
///
/// All recall is a probability, from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pick {
    /// The card's index.
    pub card: usize,
    /// Whether it was never seen.
    pub is_new: bool,
    /// What asking it now adds, in recall on the day, to the best that could be done for it later: both with the
    /// reviews that would follow, less what those cost elsewhere. Above 0.
    pub gain: f64,
    /// Expected seconds.
    pub seconds: f64,
    /// Recall now.
    pub recall_now: f64,
    /// Expected recall on the day of the interview if it is asked now and never again.
    pub recall_with: f64,
    /// Recall on the day of the interview if it is never asked again.
    pub recall_without: f64,
}

impl Pick {
    /// Gain per second, by which cards are chosen.
    pub fn rank(&self) -> f64 {
        self.gain / self.seconds
    }

    /// What asking it now adds to its recall on the day, if it were never asked again.
    pub fn adds(&self) -> f64 {
        self.recall_with - self.recall_without
    }
}

/// What the time until the interview is worth, as it looks on one day.
///
/// Computed from the cards as they were when the day began, and kept for the day: what is asked next then
/// depends on the log alone, and a rating takes no longer than to look at the cards again.
#[derive(Clone, Debug)]
pub struct Outlook {
    model: Model,
    pace: Pace,
    days: PracticeDays,
    today: Day,
    found: Round,
    /// Seconds of each day of practice.
    seconds: Vec<f32>,
    /// Recall on the day of each point, if it is what today makes of a card.
    idle: Vec<f32>,
    /// The pick that all cards never seen share.
    new: Pick,
}

impl Outlook {
    /// The outlook of `today` for `cards` as they are when it begins.
    pub fn new(model: &Model, plan: &Plan, pace: &Pace, cards: &[CardState], today: Day) -> Self {
        let days = PracticeDays::new(plan, today);
        let seconds: Vec<_> = days.all().iter().map(|day| day.seconds).collect();
        let course = Course::new(model, pace, days.clone(), cards, today);
        let mut market = Market::new(pace, seconds.clone());
        market.rounds(&course, ROUNDS);
        let found = Round::new(&course, market.prices, COOL);
        let idle = course.idle(0).to_vec();
        let new = first_pick(&Turn::first(model, pace), &days, &found, &idle);
        Outlook { model: model.clone(), pace: *pace, days, today, found, seconds, idle, new }
    }

    /// Whether today has time enough for all that is worth doing: a minute more or less makes no difference.
    pub fn has_time_to_spare(&self) -> bool {
        f64::from(self.found.prices.of(0)) * self.new.seconds < f64::from(LEAST_GAIN)
    }

    /// What asking a card now is worth; none if that is better left for later, or for good.
    ///
    /// A card that was asked today is worth asking again only if it was missed.
    pub fn pick(&self, card: usize, state: &CardState) -> Option<Pick> {
        match state {
            CardState::New => Some(Pick { card, ..self.new }),
            CardState::Reviewed(reviewed) => match self.today.since(reviewed.updated()) {
                0 if !reviewed.rating.is_lapse() => None,
                elapsed => self.pick_seen(card, reviewed, elapsed),
            },
        }
    }

    /// The day on which a card is best asked next; none for one that need not be asked again before the interview, or
    /// was never seen. Not today for one that was recalled today.
    pub fn comes_back(&self, state: &CardState) -> Option<Day> {
        let reviewed = state.reviewed()?;
        let elapsed = self.today.since(reviewed.updated());
        let is_done = elapsed == 0 && !reviewed.rating.is_lapse();
        let seen = Seen::new(&self.model, &self.pace, &self.days, reviewed.memory(), elapsed);
        let (prices, worth) = (&self.found.prices, &self.found.worth);
        let (mut best, mut found) = (seen.idle + LEAST_GAIN, None);
        for choice in seen.choices().filter(|choice| choice.place > 0 || !is_done) {
            let net = worth.net(&choice, prices);
            if net > best {
                (best, found) = (net, self.days.all().get(choice.place));
            }
        }
        found.map(|day| self.today.plus(day.ahead))
    }

    /// Predicted mean recall of `cards` on the day, from 0 to 1, after so many seconds more of practice today
    /// than when the day began; 0 without cards.
    ///
    /// With prices fixed for the day, a card that is asked when its turn has come, and recalled in the expected time,
    /// does not lower it; one that is forgotten never raises it. What is expected of a new card lies between a 4 and a 5,
    /// so that a 4 may lower it a little: by less than 0.005.
    pub fn recall(&self, cards: &[CardState], used: u32) -> f64 {
        let (prices, worth) = (&self.found.prices, &self.found.worth);
        let planned = |state| Planned::new(&self.model, &self.pace, &self.days, state, self.today);
        let planned: Vec<_> = cards.iter().map(planned).collect();
        let total = worth.cards(&planned, prices);
        let time = self.found.price_of(&self.seconds) - f64::from(prices.of(0)) * f64::from(used);
        share(total + time, cards.len())
    }

    fn pick_seen(&self, card: usize, reviewed: &Reviewed, elapsed: u32) -> Option<Pick> {
        let memory = reviewed.memory();
        let seen = Seen::new(&self.model, &self.pace, &self.days, memory, elapsed);
        let (prices, worth) = (&self.found.prices, &self.found.worth);
        let choices: Vec<_> = seen.choices().collect();
        let (now, waits) = choices.split_first()?;
        let later =
            if elapsed == 0 { worth.today(Spot::of(memory)) } else { worth.best(seen.idle, waits, prices) };
        let gain = now.expected(worth.on(0)) - later;
        (gain > LEAST_GAIN).then(|| Pick {
            card,
            is_new: false,
            gain: f64::from(gain),
            seconds: f64::from(now.seconds),
            recall_now: f64::from(self.model.recall_after(memory, elapsed)),
            recall_with: f64::from(now.expected(&self.idle)),
            recall_without: f64::from(seen.idle),
        })
    }
}

/// The pick of a card never seen. It may wait as long as there is time enough for all, but it need not: nobody
/// knows whether there will be. So it is always worth asking, and comes last then.
fn first_pick(turn: &Turn<4>, days: &PracticeDays, found: &Round, idle: &[f32]) -> Pick {
    let waits: Vec<_> = (1..days.len()).map(|place| turn.on(place)).collect();
    let (now, later) = (turn.on(0), found.worth.best(0.0, &waits, &found.prices));
    let gain = now.expected(found.worth.on(0)) - later;
    Pick {
        card: 0,
        is_new: true,
        gain: f64::from(gain.max(LEAST_GAIN)),
        seconds: f64::from(now.seconds),
        recall_now: 0.0,
        recall_with: f64::from(now.expected(idle)),
        recall_without: 0.0,
    }
}

/// A sum over cards as a share of them, from 0 to 1; 0 without cards.
pub(super) fn share(sum: f64, n_cards: usize) -> f64 {
    if n_cards == 0 {
        return 0.0;
    }
    // Exact far beyond any deck.
    #[allow(clippy::cast_precision_loss)]
    let n_cards = n_cards as f64;
    (sum / n_cards).clamp(0.0, 1.0)
}
