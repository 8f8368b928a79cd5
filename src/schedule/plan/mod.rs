//! The interview plan: what to ask today so that most is recalled on one day.
//!
//! [`Plan`] is what the learner says: the day, the minutes, the days off. [`Pace`] is what the log says of
//! their times and ratings. From both and the cards' memory states an [`Outlook`] is computed once a day; it
//! says what each card is worth now and why ([`Pick`]). An [`Agenda`] has them in order, and says what the minutes of today
//! are for ([`Offer`]).
//! [`Forecast`] compares several numbers of minutes a day.
//!
//! # How
//!
//! Everything competes for the learner's time, so every day of practice gets a *price*: recall, in cards, that
//! a second of it must bring. At given prices the cards no longer depend on one another, and what each is worth
//! under the best course of reviews follows backwards from the day of the interview, over a grid of memory
//! states. A day whose price is too low is asked for too often; prices are moved until each day is asked
//! for as many seconds as it has. (Lagrangian relaxation of a finite restless bandit: Whittle 1988,
//! "Restless bandits"; Hawkins 2003, "A Lagrangian decomposition approach to weakly coupled dynamic
//! optimization problems".)
//!
//! Two things follow. The card to ask is the one whose review now is worth more than all that would be done for
//! it later, by most per second: reviews are not wasted early, time is kept for new cards, and the shakiest get the
//! last day. And whatever the prices are, worth and cost together are more than *any* schedule can expect to
//! reach under the memory model, but for the coarseness of the grid. So the forecast is what is possible at
//! best, and that simulated learners come within a hundredth or so of it says that there is little left to
//! gain. (Where memory differs from the model, or practice is missed, less is reached: `cargo xtask bench plan`.)
//!
//! Does not: order the sitting (the missed card that comes back after three others), or know what a card says.
//!
//! ```
//! use greenroom::day::Day;
//! use greenroom::schedule::plan::{Agenda, Outlook, Pace, Plan};
//! use greenroom::schedule::{CardState, Model, Practice, Rating};
//!
//! let (model, pace, today) = (Model::default(), Pace::default(), Day(20_000));
//! let plan = Plan::new(Day(20_014), 15);
//! let known = model.after(&CardState::New, Rating::Five, Day(19_999), Practice::Scheduled);
//! let cards = [known, CardState::New];
//! let agenda = Agenda::new(Outlook::new(&model, &plan, &pace, &cards, today), &cards);
//!
//! // The unseen card is worth more: the other one is remembered, and better repeated later.
//! assert_eq!(agenda.next(&|_| true).map(|pick| pick.card), Some(1));
//! let offer = agenda.offer(15 * 60);
//! assert_eq!((offer.repeat, offer.new, offer.seconds), (0, 1, 60));
//! ```

mod agenda;
mod course;
mod demand;
mod forecast;
mod glance;
mod grid;
mod market;
mod offer;
mod outlook;
mod pace;
mod practice_days;
mod prospect;
mod shares;
mod turn;
mod worth;

pub use agenda::Agenda;
pub use forecast::{Forecast, Prediction, TopicPrediction};
pub use glance::Glance;
pub use offer::Offer;
pub use outlook::{Outlook, Pick};
pub use pace::{Pace, Timed};
use practice_days::PracticeDays;
pub use prospect::Prospect;

use crate::day::Day;

/// A day of the week.
#[derive(
    borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord,
)]
#[borsh(use_discriminant = false)]
pub enum Weekday {
    /// The first day of the week, as ISO 8601 counts.
    Monday,
    /// The second.
    Tuesday,
    /// The third.
    Wednesday,
    /// The fourth.
    Thursday,
    /// The fifth.
    Friday,
    /// The sixth.
    Saturday,
    /// The seventh.
    Sunday,
}

impl Weekday {
    /// All of them, from Monday.
    pub const ALL: [Weekday; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// The weekday of a day.
    pub fn of(day: Day) -> Self {
        // 1 January 1970, day 0, was a Thursday.
        let place = (i64::from(day.0) + 3).rem_euclid(7);
        Self::ALL.into_iter().find(|weekday| *weekday as i64 == place).unwrap_or(Self::Monday)
    }
}

/// What the learner says of the time until the interview.
///
/// ```
/// use greenroom::day::Day;
/// use greenroom::schedule::plan::{Plan, Weekday};
///
/// // 2 January 1970 was a Friday.
/// let plan = Plan::new(Day(7), 15).with_weekday_off(Weekday::Sunday).with_day_off(Day(4));
/// let seconds: Vec<_> = (0..8).map(|day| plan.seconds_on(Day(day))).collect();
/// assert_eq!(seconds, [900, 900, 900, 0, 0, 900, 900, 900]);
/// ```
#[derive(borsh::BorshDeserialize, borsh::BorshSerialize, Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    interview: Day,
    minutes: u32,
    weekdays_off: Vec<Weekday>,
    days_off: Vec<Day>,
    used_today: u32,
}

impl Plan {
    /// The most minutes a day that are planned for.
    pub const MOST_MINUTES: u32 = 24 * 60;

    /// A plan for an interview, with so many minutes of practice on each day until then. More than a day
    /// holds count as a day.
    pub fn new(interview: Day, minutes: u32) -> Self {
        Plan {
            interview,
            minutes: minutes.min(Self::MOST_MINUTES),
            weekdays_off: Vec::new(),
            days_off: Vec::new(),
            used_today: 0,
        }
    }

    /// The same with no practice on a day of the week.
    #[must_use]
    pub fn with_weekday_off(mut self, weekday: Weekday) -> Self {
        self.weekdays_off.push(weekday);
        self
    }

    /// The same with no practice on one day.
    #[must_use]
    pub fn with_day_off(mut self, day: Day) -> Self {
        self.days_off.push(day);
        self
    }

    /// The same with other minutes a day.
    #[must_use]
    pub fn with_minutes(self, minutes: u32) -> Self {
        Plan { minutes: minutes.min(Self::MOST_MINUTES), ..self }
    }

    /// The same on a day of which so many seconds of practice have passed already.
    #[must_use]
    pub fn with_used_today(self, seconds: u32) -> Self {
        Plan { used_today: seconds, ..self }
    }

    /// The day of the interview.
    pub fn interview(&self) -> Day {
        self.interview
    }

    /// Minutes of practice on a day that is not off.
    pub fn minutes(&self) -> u32 {
        self.minutes
    }

    /// Whether the interview was before `today`, so that nothing is left to plan.
    pub fn is_over(&self, today: Day) -> bool {
        today > self.interview
    }

    /// Seconds of practice on a day, what was used of today not taken off.
    pub fn seconds_on(&self, day: Day) -> u32 {
        let is_off = self.days_off.contains(&day) || self.weekdays_off.contains(&Weekday::of(day));
        if is_off { 0 } else { self.minutes * 60 }
    }

    /// Seconds of practice that are left today.
    pub fn left_today(&self, today: Day) -> u32 {
        self.seconds_on(today).saturating_sub(self.used_today)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekdays_follow_the_calendar() {
        // 25 November 2026, a Wednesday, and days before 1970.
        assert_eq!(Weekday::of(Day(20_782)), Weekday::Wednesday);
        assert_eq!(Weekday::of(Day(0)), Weekday::Thursday);
        assert_eq!(Weekday::of(Day(-4)), Weekday::Sunday);
        let week: Vec<_> = (4..11).map(|day| Weekday::of(Day(day))).collect();
        assert_eq!(week, Weekday::ALL);
        assert_eq!(Weekday::of(Day(i32::MIN)), Weekday::of(Day(i32::MIN + 7)));
    }

    #[test]
    fn what_was_used_is_taken_off_today_only() {
        let plan = Plan::new(Day(10), 20).with_used_today(500);
        assert_eq!((plan.left_today(Day(1)), plan.seconds_on(Day(2))), (700, 1200));
        assert_eq!(plan.with_used_today(9_999).left_today(Day(1)), 0);
        assert_eq!(Plan::new(Day(10), u32::MAX).minutes(), 1440);
        let plan = Plan::new(Day(10), 20);
        assert_eq!([9, 10, 11].map(|day| plan.is_over(Day(day))), [false, false, true]);
    }
}
