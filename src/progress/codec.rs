//! A record as the store holds it: a key that names it and a short ASCII value with a checksum.
//!
//! ```text
//! review  = tag(1) card(6) second(5) offset-and-time(2) checksum(3)     17 characters
//! undo    = tag(1) writer(6) number(6) checksum(3)                      16 characters
//! ```
//!
//! Each character stands for six bits, in the alphabet of base64url. A review's tag is one of the
//! first forty characters and tells rating, rungs of help and kind of practice; an undo's is `o`. A
//! tag unknown to this release belongs to a later one: such a record is kept as it is. The checksum is
//! the low 18 bits of the CRC-32 of the record's name and of all characters before it, so that a value
//! that has strayed to another key is noticed.

use std::fmt;

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

use super::record::{Record, RecordId, Review, Took, WriterId};
use crate::base64url::{push, take};
use crate::day::{Millis, Moment, Offset};
use crate::deck::CardKey;
use crate::schedule::{Practice, Rating};

const CARD: usize = 6;
const SECOND: usize = 5;
const OFFSET_AND_TIME: usize = 2;
const WRITER: usize = 6;
const NUMBER: usize = 6;
const CHECKSUM: usize = 3;

/// The CRC-32 of zip and PNG. Without a table: the records are short and the module is to be small.
const CRC: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);

/// Forty tags are reviews; this one is an undo.
const TAG_UNDO: u64 = 40;
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
    let mut text = String::with_capacity(17);
    match record {
        Record::Review(review) => {
            let (second, quarters) = review.time();
            push(&mut text, tag(review), 1);
            push(&mut text, review.card.0, CARD);
            push(&mut text, second.cast_unsigned(), SECOND);
            let quarters = (i64::from(quarters) + WEST).cast_unsigned();
            let pair = quarters * u64::from(Took::CODES) + u64::from(review.took.code());
            push(&mut text, pair, OFFSET_AND_TIME);
        }
        Record::Undo(target) => {
            push(&mut text, TAG_UNDO, 1);
            push(&mut text, target.writer.0, WRITER);
            push(&mut text, u64::from(target.number), NUMBER);
        }
    }
    let checksum = checksum(id, &text);
    push(&mut text, checksum, CHECKSUM);
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
    let mut rest = body;
    match take(&mut rest, 1).ok_or(Unreadable::Damaged)? {
        TAG_UNDO => undo(rest).ok_or(Unreadable::Damaged),
        tag if tag < TAG_UNDO => review(tag, rest).ok_or(Unreadable::Damaged),
        _ => Err(Unreadable::Newer),
    }
}

/// Rating, help and practice in one number below forty.
fn tag(review: &Review) -> u64 {
    let practice = match review.practice {
        Practice::Scheduled => 0,
        Practice::Free => 1,
    };
    u64::from(review.rating.number() - 1) + 5 * (review.help() as u64 + 4 * practice)
}

fn review(tag: u64, mut rest: &str) -> Option<Record> {
    let rating = Rating::from_number(u32::try_from(tag % 5).ok()? + 1)?;
    let help = usize::try_from(tag / 5 % 4).ok()?;
    let practice = if tag / 20 == 0 { Practice::Scheduled } else { Practice::Free };
    let card = CardKey(take(&mut rest, CARD)?);
    let second = Review::FIRST_SECOND + take(&mut rest, SECOND)?.cast_signed();
    let pair = take(&mut rest, OFFSET_AND_TIME)?;
    let quarters = i32::try_from((pair / u64::from(Took::CODES)).cast_signed() - WEST).ok()?;
    let took = Took::from_code(u8::try_from(pair % u64::from(Took::CODES)).ok()?)?;
    let at = Moment { at: Millis(second * 1000), offset: Offset::from_minutes(quarters * 15) };
    let review = Review::new(card, at, rating, practice).with_help(help).with_time(took);
    // An offset beyond the range would come back another one.
    (rest.is_empty() && review.time().1 == quarters).then_some(Record::Review(review))
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
