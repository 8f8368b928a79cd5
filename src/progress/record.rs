//! What is remembered of a rating, and of taking one back.

use super::told::{Ticked, Told};
use crate::base64url::{push, take};
use crate::day::Moment;
use crate::deck::CardKey;
use crate::schedule::{Practice, Rating};

/// Who wrote a record: one opened deck in one tab. 36 bits, drawn at random.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WriterId(pub(crate) u64);

impl WriterId {
    /// The bits of an id: six characters in the store.
    pub(crate) const BITS: u32 = 36;

    /// The next one.
    #[must_use]
    pub fn next(self) -> Self {
        WriterId((self.0 + 1) & ((1 << Self::BITS) - 1))
    }

    /// A writer from a seed that is drawn at random outside.
    pub fn from_seed(seed: u64) -> Self {
        // The seed's own bits, all of them: a browser draws up to 53.
        WriterId((seed ^ (seed >> Self::BITS)) & ((1 << Self::BITS) - 1))
    }
}

/// The name of a record: no two records share one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RecordId {
    /// Who wrote it.
    pub writer: WriterId,
    /// The writer's how many-eth record it is.
    pub number: u32,
}

impl RecordId {
    /// The name as the store has it.
    ///
    /// ```
    /// use greenroom::progress::{RecordId, WriterId};
    ///
    /// let id = RecordId { writer: WriterId::from_seed(7), number: 12 };
    /// assert_eq!(id.text(), "AAAAAH.12");
    /// assert_eq!(RecordId::from_text("AAAAAH.12"), Some(id));
    /// assert_eq!(RecordId::from_text("AAAAAH.012"), None);
    /// ```
    pub fn text(self) -> String {
        let mut text = String::new();
        push(&mut text, self.writer.0, (WriterId::BITS / 6) as usize);
        text.push('.');
        text.push_str(&self.number.to_string());
        text
    }

    /// The name that the store has as `text`; each has one way to be written.
    pub fn from_text(text: &str) -> Option<Self> {
        let mut rest = text;
        let writer = WriterId(take(&mut rest, (WriterId::BITS / 6) as usize)?);
        let id = RecordId { writer, number: rest.strip_prefix('.')?.parse().ok()? };
        (id.text() == text).then_some(id)
    }
}

/// A record of the log.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Record {
    /// A card was rated.
    Review(Review),
    /// The record of this name was taken back.
    Undo(RecordId),
    /// A card was rated after an answer was given.
    Answer(Review, Told),
    /// A single point of a card was asked.
    Drill(Drill),
    /// A card, or the whole deck, was begun anew.
    Reset(Reset),
}

impl Record {
    /// The rating that it holds.
    pub fn review(&self) -> Option<&Review> {
        match self {
            Self::Review(review) | Self::Answer(review, _) => Some(review),
            Self::Undo(_) | Self::Drill(_) | Self::Reset(_) => None,
        }
    }

    /// When it was written; unknown for an undo.
    pub fn at(&self) -> Option<Moment> {
        match self {
            Self::Reset(reset) => Some(reset.at()),
            _ => self.place().map(|(_, at)| at),
        }
    }

    /// The card whose history it is part of, and when it was written; none for an undo and a reset.
    pub(super) fn place(&self) -> Option<(CardKey, Moment)> {
        match self {
            Self::Review(review) | Self::Answer(review, _) => Some((review.card, review.at())),
            Self::Drill(drill) => Some((drill.card, drill.at())),
            Self::Undo(_) | Self::Reset(_) => None,
        }
    }
}

/// The whole second and the quarter-hour of the offset, within what the store can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Time {
    /// Seconds since 1970.
    second: i64,
    /// Quarter-hours east of UTC.
    quarters: i32,
}

impl Time {
    /// 1 January 2024, in seconds since 1970.
    pub(super) const FIRST_SECOND: i64 = 1_704_067_200;
    /// 34 years later: five characters of the store.
    pub(super) const LAST_SECOND: i64 = Self::FIRST_SECOND + (1 << 30) - 1;

    pub(super) fn new(at: Moment) -> Self {
        Time {
            second: at.at.0.div_euclid(1000).clamp(Self::FIRST_SECOND, Self::LAST_SECOND),
            quarters: at.offset.minutes().div_euclid(15),
        }
    }

    fn moment(self) -> Moment {
        Moment::new(self.second * 1000, self.quarters * 15)
    }

    /// Seconds since [`Time::FIRST_SECOND`] and quarter-hours east of UTC.
    pub(super) fn parts(self) -> (i64, i32) {
        (self.second - Self::FIRST_SECOND, self.quarters)
    }
}

/// A point of a card that was asked on its own, because it had been left out again and again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Drill {
    time: Time,
    /// The card.
    pub card: CardKey,
    /// The point, and what came of it.
    pub ticked: Ticked,
    /// How long it took.
    pub took: Took,
}

impl Drill {
    /// A point asked at `at`, of which the second and the quarter-hour of the offset are kept.
    pub fn new(card: CardKey, at: Moment, ticked: Ticked, took: Took) -> Self {
        Drill { time: Time::new(at), card, ticked, took }
    }

    /// When it was asked.
    pub fn at(&self) -> Moment {
        self.time.moment()
    }

    pub(super) fn time(&self) -> Time {
        self.time
    }
}

/// A card, or all cards, begun anew: what was written of them before counts no more.
///
/// "Before" is the order of a history, by second and then by name, so that it is the same however logs are merged. What
/// another device wrote before the reset counts no more either, whenever it arrives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reset {
    time: Time,
    /// The card; none for the whole deck.
    pub card: Option<CardKey>,
}

impl Reset {
    /// A reset at `at`, of which the second and the quarter-hour of the offset are kept.
    pub fn new(card: Option<CardKey>, at: Moment) -> Self {
        Reset { time: Time::new(at), card }
    }

    /// When it was made.
    pub fn at(&self) -> Moment {
        self.time.moment()
    }

    pub(super) fn time(&self) -> Time {
        self.time
    }
}

/// A rating.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Review {
    time: Time,
    /// The card.
    pub card: CardKey,
    /// What was said.
    pub rating: Rating,
    /// Rungs of help opened before, 3 standing for more.
    help: u8,
    /// Why the card was asked.
    pub practice: Practice,
    /// How long it took.
    pub took: Took,
}

impl Review {
    /// A rating given at `at`. What is kept of the time is the second and the quarter-hour of the offset.
    pub fn new(card: CardKey, at: Moment, rating: Rating, practice: Practice) -> Self {
        Review { time: Time::new(at), card, rating, help: 0, practice, took: Took::UNKNOWN }
    }

    /// The same rating, given with so many rungs of help. More than three count as three.
    #[must_use]
    pub fn with_help(self, rungs: usize) -> Self {
        Review { help: u8::try_from(rungs.min(3)).unwrap_or(3), ..self }
    }

    /// The same rating, given after so long.
    #[must_use]
    pub fn with_time(self, took: Took) -> Self {
        Review { took, ..self }
    }

    /// Rungs of help opened before the answer, 3 standing for more.
    pub fn help(&self) -> usize {
        usize::from(self.help)
    }

    /// When it was given.
    pub fn at(&self) -> Moment {
        self.time.moment()
    }

    pub(super) fn time(&self) -> Time {
        self.time
    }
}

/// How long a card took from being shown to being rated, on a scale of 31 steps from a second to half
/// an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Took(u8);

impl Took {
    /// Nobody measured.
    pub const UNKNOWN: Took = Took(0);
    /// The number of codes, the unknown one included.
    pub(super) const CODES: u8 = 32;
    /// The seconds that each step stands for. Never changed: stored records name steps.
    const SECONDS: [u32; 31] = [
        1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 19, 24, 30, 38, 48, 60, 75, 95, 120, 150, 190, 240, 300, 380, 480,
        600, 750, 950, 1200, 1500, 1800,
    ];

    /// The step nearest below a duration.
    pub fn from_millis(millis: i64) -> Self {
        let fitting = Self::SECONDS.iter().filter(|seconds| i64::from(**seconds) * 1000 <= millis).count();
        Took(u8::try_from(fitting.max(1)).unwrap_or(Self::CODES - 1))
    }

    /// The seconds it stands for.
    pub fn seconds(self) -> Option<u32> {
        Self::SECONDS.get(usize::from(self.0).checked_sub(1)?).copied()
    }

    pub(super) fn code(self) -> u8 {
        self.0
    }

    pub(super) fn from_code(code: u8) -> Option<Self> {
        (code < Self::CODES).then_some(Took(code))
    }
}
