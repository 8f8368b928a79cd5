//! The reviews that a fit learns from.

use std::fmt;

use crate::day::Day;
use crate::schedule::{Practice, Rating};

/// Reviews of cards, oldest first, as far as the memory model looks at them.
///
/// ```
/// use greenroom::day::Day;
/// use greenroom::schedule::fit::History;
/// use greenroom::schedule::{Practice, Rating};
///
/// let mut history = History::default();
/// let review = |day, rating| (Day(day), rating, Practice::Scheduled);
/// history.add([review(1, Rating::One), review(1, Rating::Four), review(3, Rating::Four)]);
/// // The first review of a card, and what follows on the same day, test no prediction.
/// assert_eq!(history.usable(), 1);
/// assert_eq!(History::from_bytes(&history.to_bytes()), Ok(history));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    cards: Vec<Vec<(Day, Rating)>>,
}

/// Bytes that are no history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HistoryError {
    /// They end within a card.
    CutOff,
    /// A rating is none.
    Rating(u8),
}

impl History {
    /// So many reviews of a card are looked at, the first ones: a card that was asked more often tells nothing new.
    pub const LONGEST: usize = 256;

    /// Adds the reviews of a card, oldest first. What was passed in free practice is left out, as it leaves the
    /// memory of a card alone.
    pub fn add(&mut self, reviews: impl IntoIterator<Item = (Day, Rating, Practice)>) {
        let mut card: Vec<(Day, Rating)> = Vec::new();
        for (day, rating, practice) in reviews {
            if practice.counts(rating, card.is_empty()) {
                card.push((day, rating));
            }
        }
        if !card.is_empty() {
            self.cards.push(card);
        }
    }

    /// Adds what another one holds.
    pub fn append(&mut self, other: History) {
        self.cards.extend(other.cards);
    }

    /// The reviews that test a prediction: those on a later day than the one before.
    pub fn usable(&self) -> usize {
        self.cards().flat_map(gaps).filter(|gap| *gap > 0).count()
    }

    /// The cards' reviews, as far as they are looked at.
    pub(super) fn cards(&self) -> impl Iterator<Item = &[(Day, Rating)]> {
        self.cards.iter().map(|card| card.get(..Self::LONGEST).unwrap_or(card))
    }

    /// One card after the other: the number of its reviews in four bytes, and of each the day in four and the
    /// rating in one, low bytes first. Histories are joined by putting one behind the other.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for card in self.cards() {
            bytes.extend(u32::try_from(card.len()).unwrap_or(0).to_le_bytes());
            for (day, rating) in card {
                bytes.extend(day.0.to_le_bytes());
                bytes.push(*rating as u8);
            }
        }
        bytes
    }

    /// The history that [`History::to_bytes`] wrote.
    pub fn from_bytes(mut bytes: &[u8]) -> Result<Self, HistoryError> {
        let mut history = History::default();
        while !bytes.is_empty() {
            let n_reviews = u32::from_le_bytes(take(&mut bytes)?);
            let mut card = Vec::new();
            for _ in 0..n_reviews {
                let day = Day(i32::from_le_bytes(take(&mut bytes)?));
                let [number] = take(&mut bytes)?;
                card.push((day, Rating::from_number(number.into()).ok_or(HistoryError::Rating(number))?));
            }
            history.cards.push(card);
        }
        history.cards.retain(|card| !card.is_empty());
        Ok(history)
    }
}

/// The days between each review and the one before; 0 for the first.
pub(super) fn gaps(card: &[(Day, Rating)]) -> impl Iterator<Item = u32> {
    let before = card.first().into_iter().chain(card);
    before.zip(card).map(|((before, _), (day, _))| day.since(*before))
}

fn take<const N: usize>(bytes: &mut &[u8]) -> Result<[u8; N], HistoryError> {
    let (head, rest) = bytes.split_first_chunk().ok_or(HistoryError::CutOff)?;
    *bytes = rest;
    Ok(*head)
}

impl fmt::Display for HistoryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CutOff => f.write_str("the history ends within a card: hand in all of it"),
            Self::Rating(found) => write!(f, "the history has a rating {found}: ratings are 1 to 5"),
        }
    }
}

impl std::error::Error for HistoryError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_free_practice_left_alone_is_left_out() {
        let history = |reviews: &[(i32, Rating, Practice)]| {
            let mut history = History::default();
            history.add(reviews.iter().map(|(day, rating, practice)| (Day(*day), *rating, *practice)));
            history.cards
        };
        use Practice::{Free, Scheduled};
        use Rating::{Five, Four, One};
        let all = history(&[(1, Four, Free), (2, Five, Free), (3, One, Free), (4, Four, Scheduled)]);
        assert_eq!(all, [vec![(Day(1), Four), (Day(3), One), (Day(4), Four)]]);
        assert_eq!(history(&[]), Vec::<Vec<_>>::new());
    }

    #[test]
    fn a_clock_set_back_makes_no_time_pass() {
        let days = [5, 3, 4, 4, 9].map(|day| (Day(day), Rating::Four));
        assert_eq!(gaps(&days).collect::<Vec<_>>(), [0, 0, 1, 0, 5]);
    }

    #[test]
    fn bytes_are_pinned_and_others_refused() {
        let mut history = History::default();
        history.add([
            (Day(20_000), Rating::One, Practice::Scheduled),
            (Day(20_003), Rating::Five, Practice::Scheduled),
        ]);
        history.add([(Day(-1), Rating::Three, Practice::Scheduled)]);
        let bytes = history.to_bytes();
        let pinned =
            [2, 0, 0, 0, 0x20, 0x4e, 0, 0, 1, 0x23, 0x4e, 0, 0, 5, 1, 0, 0, 0, 255, 255, 255, 255, 3];
        assert_eq!(bytes, pinned);
        let whole = |length: usize| [0, 14, 23].contains(&length);
        for length in 0..=bytes.len() {
            let read = History::from_bytes(&bytes[..length]);
            assert_eq!(read.err(), (!whole(length)).then_some(HistoryError::CutOff), "{length}");
        }
        let mut wrong = bytes.clone();
        wrong[8] = 6;
        assert_eq!(History::from_bytes(&wrong), Err(HistoryError::Rating(6)));
        // A number of reviews that no memory could hold is one that ends too early.
        assert_eq!(History::from_bytes(&[255; 40]), Err(HistoryError::Rating(255)));
    }
}
