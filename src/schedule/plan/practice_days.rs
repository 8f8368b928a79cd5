//! The days of practice that are left, and which of them a review may lead to.

use super::Plan;
use crate::day::Day;

/// How many days of practice later a review may follow: near ones all, far ones by steps of a fifth. The grid is
/// no finer either, and the work grows with the days instead of with their square.
const STEPS: [usize; 20] = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 17, 20, 24, 29, 35, 42, 50, 60, 72];
/// An interview further ahead, in days, counts as so far ahead: by the time it is near, all will have changed.
const LONGEST: u32 = 120;

/// A day of practice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct PracticeDay {
    /// Days from today.
    pub(super) ahead: u32,
    /// Seconds of practice.
    pub(super) seconds: f32,
}

/// The days of practice from today to the day before the interview.
#[derive(Clone, Debug)]
pub(super) struct PracticeDays {
    days: Vec<PracticeDay>,
    /// Days from today to the interview.
    pub(super) horizon: u32,
}

impl PracticeDays {
    /// The days that `plan` leaves from `today`. On the day of the interview itself, what is recalled a day
    /// later stands for what is recalled then: a memory refreshed on the same day says nothing.
    pub(super) fn new(plan: &Plan, today: Day) -> Self {
        let horizon = plan.interview().since(today).clamp(1, LONGEST);
        let days = (0..horizon).filter_map(|ahead| {
            let seconds = seconds_on(plan, today, ahead);
            // Today stays, even when its minutes are used: the learner may go on.
            (seconds > 0.0 || ahead == 0).then_some(PracticeDay { ahead, seconds })
        });
        PracticeDays { days: days.collect(), horizon }
    }

    /// All of them, today first.
    pub(super) fn all(&self) -> &[PracticeDay] {
        &self.days
    }

    /// The seconds that another plan has on the same days.
    pub(super) fn seconds_of(&self, plan: &Plan, today: Day) -> Vec<f32> {
        self.days.iter().map(|day| seconds_on(plan, today, day.ahead)).collect()
    }

    /// Their number, at least one.
    pub(super) fn len(&self) -> usize {
        self.days.len()
    }

    /// The places of the days on which a review may follow one on the day at `place`, and the last of all.
    pub(super) fn after(&self, place: usize) -> impl Iterator<Item = (usize, PracticeDay)> {
        let last = self.len().saturating_sub(1);
        let steps = STEPS.iter().map(move |step| place + step).take_while(move |next| *next < last);
        let places = steps.chain((place < last).then_some(last));
        places.filter_map(|next| Some((next, *self.days.get(next)?)))
    }
}

/// Seconds of practice so many days after today.
fn seconds_on(plan: &Plan, today: Day, ahead: u32) -> f32 {
    let seconds = if ahead == 0 { plan.left_today(today) } else { plan.seconds_on(today.plus(ahead)) };
    // A day holds 86,400 seconds.
    #[allow(clippy::cast_precision_loss)]
    let seconds = seconds as f32;
    seconds
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedule::plan::Weekday;

    #[track_caller]
    fn check(plan: &Plan, today: i32, expected: &str) {
        let days = PracticeDays::new(plan, Day(today));
        let text: Vec<_> = days.all().iter().map(|day| format!("{}:{}", day.ahead, day.seconds)).collect();
        assert_eq!(format!("{} in {}", text.join(" "), days.horizon), expected);
    }

    #[test]
    fn days_end_before_the_interview() {
        check(&Plan::new(Day(3), 1), 0, "0:60 1:60 2:60 in 3");
        check(&Plan::new(Day(3), 1).with_used_today(20), 1, "0:40 1:60 in 2");
        check(&Plan::new(Day(3), 1).with_used_today(70), 2, "0:0 in 1");
        // On the day itself, and after it, today is all there is.
        check(&Plan::new(Day(3), 1), 3, "0:60 in 1");
        check(&Plan::new(Day(3), 1), 9, "0:60 in 1");
        // Day 2 was a Saturday.
        let plan = Plan::new(Day(6), 1).with_weekday_off(Weekday::Saturday).with_day_off(Day(4));
        check(&plan, 1, "0:60 2:60 4:60 in 5");
    }

    #[test]
    fn near_days_follow_one_by_one_and_the_last_is_always_there() {
        let days = PracticeDays::new(&Plan::new(Day(30), 1), Day(0));
        let after = |place| days.after(place).map(|(next, _)| next).collect::<Vec<_>>();
        assert_eq!(after(25), [26, 27, 28, 29]);
        assert_eq!(after(0), [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 17, 20, 24, 29]);
        assert_eq!(after(29), [] as [usize; 0]);
    }

    #[test]
    fn a_far_interview_counts_as_nearer() {
        let days = PracticeDays::new(&Plan::new(Day(i32::MAX), 1), Day(i32::MIN));
        assert_eq!((days.len(), days.horizon), (120, 120));
    }
}
