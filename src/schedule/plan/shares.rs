//! What each card may expect at given prices: recall on the day, and a part of the time.

use super::course::{Course, Planned};
use super::demand::weigh;
use super::grid::N_POINTS;
use super::market::{COOL, Round};
use super::turn::Choice;

/// What a card may expect of the course.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Share {
    /// Expected recall on the day.
    pub(super) recall: f32,
    /// Expected recall on the day if it is never asked again.
    pub(super) idle: f32,
    /// Expected seconds until then.
    pub(super) seconds: f32,
}

impl Share {
    /// Adds a part of another one.
    pub(super) fn add(&mut self, part: f32, other: Share) {
        self.recall += part * other.recall;
        self.idle += part * other.idle;
        self.seconds += part * other.seconds;
    }
}

/// The same for a memory, at each point and for each day on which it may have been updated.
#[derive(Debug)]
pub(super) struct Shares<'a> {
    course: &'a Course,
    round: &'a Round,
    /// By place.
    recall: Vec<Vec<f32>>,
    seconds: Vec<Vec<f32>>,
}

impl<'a> Shares<'a> {
    /// The shares at the prices of a round.
    pub(super) fn new(course: &'a Course, round: &'a Round) -> Self {
        let n_days = course.days.len();
        let empty = || vec![Vec::new(); n_days];
        let mut shares = Shares { course, round, recall: empty(), seconds: empty() };
        let mut choices = Vec::new();
        for place in (0..n_days).rev() {
            let (mut recall, mut seconds) = (Vec::with_capacity(N_POINTS), Vec::with_capacity(N_POINTS));
            for (point, idle) in course.idle(place).iter().enumerate() {
                course.choices_after(place, point, &mut choices);
                let share = shares.of(*idle, &choices);
                recall.push(share.recall);
                seconds.push(share.seconds);
            }
            if let (Some(recalls), Some(times)) =
                (shares.recall.get_mut(place), shares.seconds.get_mut(place))
            {
                (*recalls, *times) = (recall, seconds);
            }
        }
        shares
    }

    /// The share of a card.
    pub(super) fn card(&self, card: &Planned) -> Share {
        let idle = card.idle(self.course.idle(0));
        match card {
            Planned::Today(spot) => Share {
                recall: spot.value(row(&self.recall, 0)),
                idle,
                seconds: spot.value(row(&self.seconds, 0)),
            },
            Planned::New(_) | Planned::Seen(_) => {
                let mut choices = Vec::new();
                card.choices(self.course.days.len(), &mut choices);
                self.of(idle, &choices)
            }
        }
    }

    fn of(&self, idle: f32, choices: &[Choice]) -> Share {
        let net = |choice| self.round.worth.net(choice, &self.round.prices);
        let mut weights: Vec<f32> = choices.iter().map(net).collect();
        let asked = weigh(&mut weights, idle, COOL);
        let mut share = Share { recall: (1.0 - asked) * idle, idle, seconds: 0.0 };
        for (choice, weight) in choices.iter().zip(weights) {
            share.recall += weight * choice.expected(row(&self.recall, choice.place));
            share.seconds += weight * (choice.seconds + choice.expected(row(&self.seconds, choice.place)));
        }
        share
    }
}

fn row(rows: &[Vec<f32>], place: usize) -> &[f32] {
    rows.get(place).map_or(&[], Vec::as_slice)
}
