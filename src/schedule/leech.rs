//! Cards that are missed again and again.

use super::rating::Rating;
use crate::day::Day;

/// A rating as a leech is told from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The day it was given.
    pub day: Day,
    /// What was said.
    pub rating: Rating,
    /// From showing to rating, in seconds; none if nobody measured.
    pub seconds: Option<u32>,
}

/// A card that takes time and is missed all the same. Asking it more often does not help; splitting it, or learning it
/// in another way, may.
///
/// What counts is the first rating of each day but the first: a day later it is known or not, while a moment
/// later it is known anyway. A leech was missed on [`Leech::MISSED`] days at least, and on half of the last
/// [`Leech::RECENT`] or more: what was learned in the end is no leech any more.
///
/// ```
/// use greenroom::day::Day;
/// use greenroom::schedule::{Asked, Leech, Rating};
///
/// let on = |day, rating| Asked { day: Day(day), rating, seconds: Some(50) };
/// let history = [1, 2, 3, 4, 5].map(|day| on(day, Rating::Two));
/// let leech = Leech::of(&history).unwrap();
/// assert_eq!((leech.missed, leech.asked, leech.seconds), (4, 4, 250));
/// assert_eq!(leech.last_missed, Day(5));
/// assert_eq!(Leech::of(&history[..4]), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leech {
    /// Days after the first on which it was not known.
    pub missed: usize,
    /// Days after the first on which it was asked.
    pub asked: usize,
    /// Seconds spent on it in all, as far as they were measured.
    pub seconds: u64,
    /// The last day on which it was not known.
    pub last_missed: Day,
}

impl Leech {
    /// On so many days a leech was missed, at least. (Anki suspends a card at eight lapses, over years; here there
    /// are weeks.)
    pub const MISSED: usize = 4;
    /// The last days on which it was asked that tell whether it still is one.
    pub const RECENT: usize = 4;

    /// Whether a card with this history, oldest first, is a leech.
    pub fn of(history: &[Asked]) -> Option<Self> {
        let mut days: Vec<Asked> = Vec::new();
        for asked in history {
            // A clock that was set back does not make another day.
            if days.last().is_none_or(|last| asked.day > last.day) {
                days.push(*asked);
            }
        }
        let later = days.get(1..)?;
        let missed = || later.iter().filter(|asked| asked.rating.is_lapse());
        let recent = later.iter().rev().take(Self::RECENT);
        let recently_missed = recent.filter(|asked| asked.rating.is_lapse()).count();
        if missed().count() < Self::MISSED || recently_missed * 2 < Self::RECENT {
            return None;
        }
        Some(Leech {
            missed: missed().count(),
            asked: later.len(),
            seconds: history.iter().filter_map(|asked| asked.seconds).map(u64::from).sum(),
            last_missed: missed().next_back()?.day,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ratings by day: "1 4/1 2" is a 1 on day 0, a 4 and a 1 on day 1, a 2 on day 2.
    #[track_caller]
    fn check(history: &str, expected: &str) {
        let days = history.split_whitespace().zip(0..);
        let history: Vec<_> = days
            .flat_map(|(ratings, day)| {
                ratings.split('/').map(move |rating| Asked {
                    day: Day(day),
                    rating: Rating::from_number(rating.parse().unwrap()).unwrap(),
                    seconds: (day != 1).then_some(10),
                })
            })
            .collect();
        let found = Leech::of(&history).map_or("no".to_owned(), |leech| {
            format!("{} of {}, {} s, day {}", leech.missed, leech.asked, leech.seconds, leech.last_missed.0)
        });
        assert_eq!(found, expected);
    }

    #[test]
    fn a_leech_is_missed_again_and_again() {
        check("", "no");
        check("1", "no");
        // The first day tells nothing, nor do more misses on one.
        check("1 1/1/1 1 1", "no");
        check("4 1 2 1 2", "4 of 4, 40 s, day 4");
        check("1 1/4 4/1 1 1 1", "4 of 5, 60 s, day 5");
        check("1 3 1 4 1 5 1 1 3 4", "4 of 9, 90 s, day 7");
    }

    #[test]
    fn what_was_learned_in_the_end_is_no_leech() {
        check("1 1 1 1 1 4 4", "4 of 6, 60 s, day 4");
        check("1 1 1 1 1 4 4 4", "no");
    }
}
