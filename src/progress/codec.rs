//! A record as the store holds it: a key that names it and a short ASCII value with a checksum.
//!
//! ```text
//! review  = tag(1) card(6) second(5) offset-and-time(2) checksum(3)               17 characters
//! undo    = tag(1) writer(6) number(6) checksum(3)                                16 characters
//! answer  = tag(1) <a review up to its checksum> manner(1) share(1) <points> checksum(3)
//! drill   = tag(1) card(6) second(5) offset-and-time(2) <a point> checksum(3)     22 characters
//! reset   = tag(1) second(5) offset-and-time(2) [card(6)] checksum(3)             11 or 17 characters
//! points  = (point(4) found-and-tick(1))*
//! ```
//!
//! Each character stands for six bits, in the alphabet of base64url. A review's tag is one of the
//! first forty characters and tells rating, rungs of help and kind of practice; an undo's is `o`, an answer's
//! `q`, a drill's `r` and a reset's `s`. A tag unknown to this release belongs to a later one: such a record is kept as it is. The checksum is
//! the low 18 bits of the CRC-32 of the record's name and of all characters before it, so that a value
//! that has strayed to another key is noticed.

use std::fmt;

use super::record::{Drill, Record, RecordId, Reset, Review, Time, Took, WriterId};
use super::told::{How, Ticked, Told};
use crate::base64url::{push, take};
use crate::checksum::CRC;
use crate::day::{Millis, Moment, Offset};
use crate::deck::{CardKey, PointKey};
use crate::schedule::{Practice, Rating};
use crate::score::{Coverage, Share};

const CARD: usize = 6;
const SECOND: usize = 5;
const OFFSET_AND_TIME: usize = 2;
const WRITER: usize = 6;
const NUMBER: usize = 6;
const CHECKSUM: usize = 3;
const REVIEW: usize = 1 + CARD + SECOND + OFFSET_AND_TIME;
const POINT: usize = 4;

/// A share that nobody knows.
const NO_SHARE: u64 = 63;
/// As many ways as there are to be sure, "did not say" included.
const N_SURE: u64 = 6;
/// As many ways as there are to tick a point, "did not" included.
const N_TICKS: u64 = 3;
const HOWS: [How; 3] = [How::Written, How::Aloud, How::Thought];
const COVERAGES: [Coverage; 5] =
    [Coverage::Unscored, Coverage::Missing, Coverage::Touched, Coverage::Found, Coverage::Contradicted];

/// Forty tags are reviews; these are the others.
const TAG_UNDO: u64 = 40;
const TAG_ANSWER: u64 = 42;
const TAG_DRILL: u64 = 43;
const TAG_RESET: u64 = 44;
/// Quarter-hours of the westernmost offset, below zero.
const WEST: i64 = 63;

/// Why a value could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// The checksum does not fit: the value was damaged.
    Damaged,
    /// A later release wrote it.
    Newer,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Damaged => "the checksum does not fit",
            Self::Newer => "a later release wrote it",
        })
    }
}

/// A record as text.
///
/// ```
/// use greenroom::day::Moment;
/// use greenroom::deck::CardId;
/// use greenroom::progress::{Record, RecordId, Review, WriterId, decode, encode};
/// use greenroom::schedule::{Practice, Rating};
///
/// let id = RecordId { writer: WriterId::from_seed(7), number: 1 };
/// let card = CardId("shipped-points".into()).key();
/// let at = Moment::new(1_795_230_000_000, 60);
/// let review = Record::Review(Review::new(card, at, Rating::Four, Practice::Scheduled));
/// let text = encode(id, &review);
/// assert_eq!(text.len(), 17);
/// assert_eq!(decode(id, &text), Ok(review));
/// ```
pub fn encode(id: RecordId, record: &Record) -> String {
    let mut text = body(record);
    let checksum = checksum(id, &text);
    push(&mut text, checksum, CHECKSUM);
    text
}

/// A record as text without its checksum.
pub(crate) fn body(record: &Record) -> String {
    let mut text = String::with_capacity(17);
    match record {
        Record::Review(review) => push_review(&mut text, review),
        Record::Undo(target) => {
            push(&mut text, TAG_UNDO, 1);
            push(&mut text, target.writer.0, WRITER);
            push(&mut text, u64::from(target.number), NUMBER);
        }
        Record::Answer(review, told) => {
            push(&mut text, TAG_ANSWER, 1);
            push_review(&mut text, review);
            push_told(&mut text, told);
        }
        Record::Drill(drill) => {
            push(&mut text, TAG_DRILL, 1);
            push_place(&mut text, drill.card, drill.time(), drill.took);
            push_ticked(&mut text, &drill.ticked);
        }
        Record::Reset(reset) => {
            push(&mut text, TAG_RESET, 1);
            push_time(&mut text, reset.time(), Took::UNKNOWN);
            if let Some(card) = reset.card {
                push(&mut text, card.0, CARD);
            }
        }
    }
    text
}

/// The record that a text holds under its name.
///
/// # Errors
///
/// [`Unreadable::Damaged`] when the checksum does not fit or a field is out of its range, and
/// [`Unreadable::Newer`] when the text is sound but of a kind that this release does not know.
pub fn decode(id: RecordId, text: &str) -> Result<Record, Unreadable> {
    let split = text.len().checked_sub(CHECKSUM).ok_or(Unreadable::Damaged)?;
    let (body, mut end) = text.split_at_checked(split).ok_or(Unreadable::Damaged)?;
    if take(&mut end, CHECKSUM) != Some(checksum(id, body)) {
        return Err(Unreadable::Damaged);
    }
    read_body(body)
}

/// The record that a text without a checksum holds.
///
/// # Errors
///
/// As [`decode`].
pub(crate) fn read_body(body: &str) -> Result<Record, Unreadable> {
    let mut rest = body;
    match take(&mut rest, 1).ok_or(Unreadable::Damaged)? {
        TAG_UNDO => undo(rest),
        TAG_ANSWER => answer(rest),
        TAG_DRILL => drill(rest),
        TAG_RESET => reset(rest),
        tag if tag < TAG_UNDO => review(tag, rest).map(Record::Review),
        _ => return Err(Unreadable::Newer),
    }
    .ok_or(Unreadable::Damaged)
}

fn push_review(text: &mut String, review: &Review) {
    push(text, tag(review), 1);
    push_place(text, review.card, review.time(), review.took);
}

fn push_place(text: &mut String, card: CardKey, time: Time, took: Took) {
    push(text, card.0, CARD);
    push_time(text, time, took);
}

fn push_time(text: &mut String, time: Time, took: Took) {
    let (second, quarters) = time.parts();
    push(text, second.cast_unsigned(), SECOND);
    let quarters = (i64::from(quarters) + WEST).cast_unsigned();
    push(text, quarters * u64::from(Took::CODES) + u64::from(took.code()), OFFSET_AND_TIME);
}

fn push_told(text: &mut String, told: &Told) {
    let sure = told.sure.map_or(0, |sure| u64::from(sure.number()));
    push(text, index_of(&HOWS, told.how) * N_SURE + sure, 1);
    push(text, told.share.map_or(NO_SHARE, |share| u64::from(share.steps())), 1);
    told.points.iter().for_each(|ticked| push_ticked(text, ticked));
}

fn push_ticked(text: &mut String, ticked: &Ticked) {
    let tick = ticked.tick.map_or(0, |was_said| 1 + u64::from(was_said));
    push(text, ticked.point.0, POINT);
    push(text, index_of(&COVERAGES, ticked.found) * N_TICKS + tick, 1);
}

/// Where it stands: each list here has all that there are.
fn index_of<T: PartialEq>(all: &[T], wanted: T) -> u64 {
    all.iter().position(|one| *one == wanted).unwrap_or(0) as u64
}

fn at_index<T: Copy>(all: &[T], index: u64) -> Option<T> {
    all.get(usize::try_from(index).ok()?).copied()
}

/// Rating, help and practice in one number below forty.
fn tag(review: &Review) -> u64 {
    let practice = match review.practice {
        Practice::Scheduled => 0,
        Practice::Free => 1,
    };
    u64::from(review.rating.number() - 1) + 5 * (review.help() as u64 + 4 * practice)
}

fn review(tag: u64, rest: &str) -> Option<Review> {
    let rating = Rating::from_number(u32::try_from(tag % 5).ok()? + 1)?;
    let help = usize::try_from(tag / 5 % 4).ok()?;
    let practice = if tag / 20 == 0 { Practice::Scheduled } else { Practice::Free };
    let (card, at, took) = place(rest)?;
    Some(Review::new(card, at, rating, practice).with_help(help).with_time(took))
}

/// The card, the moment and the time it took: all that stands in `rest`.
fn place(mut rest: &str) -> Option<(CardKey, Moment, Took)> {
    let card = CardKey(take(&mut rest, CARD)?);
    let (at, took) = time(&mut rest)?;
    rest.is_empty().then_some((card, at, took))
}

/// The moment and the time it took, taken off the front.
fn time(rest: &mut &str) -> Option<(Moment, Took)> {
    let second = Time::FIRST_SECOND + take(rest, SECOND)?.cast_signed();
    let pair = take(rest, OFFSET_AND_TIME)?;
    let quarters = i32::try_from((pair / u64::from(Took::CODES)).cast_signed() - WEST).ok()?;
    let took = Took::from_code(u8::try_from(pair % u64::from(Took::CODES)).ok()?)?;
    let at = Moment { at: Millis(second * 1000), offset: Offset::from_minutes(quarters * 15) };
    // An offset beyond the range would come back another one.
    (Time::new(at).parts().1 == quarters).then_some((at, took))
}

fn answer(rest: &str) -> Option<Record> {
    let (mut first, mut rest) = rest.split_at_checked(REVIEW)?;
    let tag = take(&mut first, 1).filter(|tag| *tag < TAG_UNDO)?;
    let review = review(tag, first)?;
    let manner = take(&mut rest, 1)?;
    let sure = u32::try_from(manner % N_SURE).ok()?;
    let share = take(&mut rest, 1)?;
    let told = Told {
        how: at_index(&HOWS, manner / N_SURE)?,
        sure: if sure == 0 { None } else { Some(Rating::from_number(sure)?) },
        share: if share == NO_SHARE { None } else { Some(Share::from_steps(u8::try_from(share).ok()?)?) },
        points: std::iter::from_fn(|| (!rest.is_empty()).then(|| ticked(&mut rest)))
            .collect::<Option<_>>()?,
    };
    Some(Record::Answer(review, told))
}

fn drill(rest: &str) -> Option<Record> {
    let (first, mut rest) = rest.split_at_checked(REVIEW - 1)?;
    let (card, at, took) = place(first)?;
    let ticked = ticked(&mut rest)?;
    rest.is_empty().then(|| Record::Drill(Drill::new(card, at, ticked, took)))
}

fn reset(mut rest: &str) -> Option<Record> {
    let (at, took) = time(&mut rest)?;
    let card = if rest.is_empty() { None } else { Some(CardKey(take(&mut rest, CARD)?)) };
    (rest.is_empty() && took == Took::UNKNOWN).then(|| Record::Reset(Reset::new(card, at)))
}

fn ticked(rest: &mut &str) -> Option<Ticked> {
    let point = PointKey(take(rest, POINT)?);
    let state = take(rest, 1)?;
    let found = at_index(&COVERAGES, state / N_TICKS)?;
    let tick = [None, Some(false), Some(true)];
    Some(Ticked { point, found, tick: at_index(&tick, state % N_TICKS)? })
}

fn undo(mut rest: &str) -> Option<Record> {
    let writer = WriterId(take(&mut rest, WRITER)?);
    let number = u32::try_from(take(&mut rest, NUMBER)?).ok()?;
    rest.is_empty().then_some(Record::Undo(RecordId { writer, number }))
}

fn checksum(id: RecordId, body: &str) -> u64 {
    let mut digest = CRC.digest();
    digest.update(&id.writer.0.to_le_bytes());
    digest.update(&id.number.to_le_bytes());
    digest.update(body.as_bytes());
    u64::from(digest.finalize()) & ((1 << (6 * CHECKSUM)) - 1)
}
