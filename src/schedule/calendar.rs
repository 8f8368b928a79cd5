//! How much was done on each past day, and how much comes back on each coming one.

use crate::day::Day;

/// Counts by day, around today.
///
/// ```
/// use greenroom::day::Day;
/// use greenroom::schedule::{Calendar, CardState, Model, Practice, Rating};
///
/// let good = Model::default().after(&CardState::New, Rating::Four, Day(10), Practice::Scheduled);
/// let calendar = Calendar::new([Day(10), Day(10), Day(9)], good.due(), Day(10), 3, 4);
/// // Today comes last in the past and first in what is to come.
/// assert_eq!(calendar.reviews, [0, 1, 2]);
/// assert_eq!(calendar.due, [0, 0, 1, 0]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// Reviews on each of the last days, the oldest first and today last.
    pub reviews: Vec<usize>,
    /// Cards that come back on each of the next days, today first with all that are overdue.
    pub due: Vec<usize>,
}

impl Calendar {
    /// The calendar of `today`, from the days of all reviews and those on which cards come back, `past` days back and
    /// `coming` days ahead, today being one of both. A review that a clock set back has left in the future is not counted.
    pub fn new(
        reviewed: impl IntoIterator<Item = Day>,
        due: impl IntoIterator<Item = Day>,
        today: Day,
        past: usize,
        coming: usize,
    ) -> Self {
        let (mut reviews, mut comes_back) = (vec![0; past], vec![0; coming]);
        for day in reviewed {
            let ago = place(today.since(day)).filter(|_| day <= today);
            if let Some(count) = ago.and_then(|ago| reviews.iter_mut().rev().nth(ago)) {
                *count += 1;
            }
        }
        for day in due {
            if let Some(count) = place(day.since(today)).and_then(|ahead| comes_back.get_mut(ahead)) {
                *count += 1;
            }
        }
        Calendar { reviews, due: comes_back }
    }
}

fn place(days: u32) -> Option<usize> {
    usize::try_from(days).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedule::{CardState, Model, Practice, Rating};

    #[test]
    fn days_beyond_the_calendar_are_not_counted() {
        let days = [-3, 4, 5, 6, 7, 8].map(Day);
        assert_eq!(Calendar::new(days, [], Day(7), 3, 0).reviews, [1, 1, 1]);
        assert_eq!(Calendar::new(days, [], Day(7), 0, 0).reviews, [] as [usize; 0]);
    }

    #[test]
    fn what_is_overdue_comes_back_today() {
        let model = Model::default();
        let cards = [Rating::One, Rating::Four, Rating::Five]
            .map(|rating| model.after(&CardState::New, rating, Day(0), Practice::Scheduled));
        let due = |today| Calendar::new([], cards.iter().filter_map(CardState::due), Day(today), 0, 5).due;
        // They come back after one, two and eight days.
        assert_eq!(due(0), [0, 1, 1, 0, 0]);
        assert_eq!(due(5), [2, 0, 0, 1, 0]);
        assert_eq!(due(100), [3, 0, 0, 0, 0]);
    }
}
