//! Many records as one text, each readable without the others.
//!
//! ```text
//! segment = block*
//! block   = head record* head
//! head    = "*" writer(6) first(6) checksum(3) "."      17 characters
//! record  = low(1) <the record, as under its own key> "."
//! ```
//!
//! A block holds records of one writer whose numbers lie within 64 from the first, so that the lowest six bits tell
//! which is which. The head stands at both ends: should one be damaged, the other still names all records between. And
//! where dots are damaged, it is tried which part of a piece is a sound record.

use super::codec::{Unreadable, decode, encode};
use super::record::{Record, RecordId, WriterId};
use crate::base64url::{push, take};
use crate::checksum::CRC;

const WRITER: usize = 6;
const NUMBER: usize = 6;
const CHECKSUM: usize = 3;
/// The numbers that a block can tell apart.
const BLOCK: u32 = 64;
/// No two records are longer together. What is longer was not written here, and trying would take its time.
const LONGEST: usize = 512;
/// In how many pieces of a segment a damaged dot is looked for: where there are more it is no single damage.
const MOST_TRIES: usize = 64;
const MARK: char = '*';
const END: char = '.';

/// What could be read of a segment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Segment {
    /// The records, in the order in which they stand.
    pub records: Vec<(RecordId, Record)>,
    /// Pieces that could not be read.
    pub n_damaged: usize,
    /// Records of a later release.
    pub n_newer: usize,
}

/// Records as one text. They must be in the order of their names.
pub fn encode_segment(records: &[(RecordId, Record)]) -> String {
    let mut text = String::new();
    let mut block: Option<Head> = None;
    for (id, record) in records {
        if block.is_none_or(|head| !head.reaches(*id)) {
            block.iter().for_each(|head| head.push(&mut text));
            let head = Head { writer: id.writer, first: id.number };
            head.push(&mut text);
            block = Some(head);
        }
        push(&mut text, u64::from(id.number % BLOCK), 1);
        text.push_str(&encode(*id, record));
        text.push(END);
    }
    block.iter().for_each(|head| head.push(&mut text));
    text
}

/// What a text holds that [`encode_segment`] wrote, whatever has happened to it since.
pub fn decode_segment(text: &str) -> Segment {
    let mut reader = Reader::default();
    for piece in pieces(text, END) {
        let mut parts = pieces(piece, MARK);
        reader.record(parts.next().unwrap_or_default());
        parts.for_each(|part| reader.head(part));
    }
    reader.segment.n_damaged += reader.unnamed.len();
    reader.segment
}

/// A text's pieces between dots or marks. What the library has for that would cost the module half a kilobyte more.
fn pieces(text: &str, between: char) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let end = text.bytes().position(|byte| char::from(byte) == between);
        rest = end.and_then(|end| text.get(end + 1..));
        text.get(..end.unwrap_or(text.len()))
    })
}

/// The name of a block's records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Head {
    writer: WriterId,
    first: u32,
}

impl Head {
    fn push(self, text: &mut String) {
        text.push(MARK);
        let begin = text.len();
        push(text, self.writer.0, WRITER);
        push(text, u64::from(self.first), NUMBER);
        let checksum = checksum(text.get(begin..).unwrap_or_default());
        push(text, checksum, CHECKSUM);
        text.push(END);
    }

    /// The head that a text begins with, and what follows.
    fn read(text: &str) -> Option<(Self, &str)> {
        let (body, mut rest) = text.split_at_checked(WRITER + NUMBER)?;
        let mut fields = body;
        let writer = WriterId(take(&mut fields, WRITER)?);
        let first = u32::try_from(take(&mut fields, NUMBER)?).ok()?;
        let is_sound = take(&mut rest, CHECKSUM) == Some(checksum(body));
        is_sound.then_some((Head { writer, first }, rest))
    }

    fn reaches(self, id: RecordId) -> bool {
        id.writer == self.writer && id.number.wrapping_sub(self.first) < BLOCK
    }

    /// The record that a piece holds, if it is one of this block's.
    fn record(self, piece: &str) -> Option<Named> {
        let mut rest = piece;
        let low = u32::try_from(take(&mut rest, 1)?).ok()?;
        let number = self.first.checked_add(low.wrapping_sub(self.first) % BLOCK)?;
        let id = RecordId { writer: self.writer, number };
        match decode(id, rest) {
            Err(Unreadable::Damaged) => None,
            read => Some((id, read)),
        }
    }

    /// The records that a piece begins and ends with, where a dot is damaged or gone or something was put between, and
    /// what is left of it.
    fn records(self, piece: &str) -> (Vec<Named>, &str) {
        let places = || piece.char_indices().map(|(at, _)| at).skip(1);
        let last = places().find_map(|at| Some((at, self.record(piece.get(at..)?)?)));
        let end = last.as_ref().map_or(piece.len(), |(at, _)| *at);
        let mut begins = places().take_while(|at| *at <= end);
        let first = begins.find_map(|at| Some((at, self.record(piece.get(..at)?)?)));
        let begin = first.as_ref().map_or(0, |(at, _)| *at);
        let found = first.into_iter().chain(last).map(|(_, named)| named).collect();
        (found, piece.get(begin..end).unwrap_or_default())
    }
}

/// A record, or one of a later release, and its name.
type Named = (RecordId, Result<Record, Unreadable>);

/// Reads piece by piece.
#[derive(Default)]
struct Reader<'a> {
    segment: Segment,
    head: Option<Head>,
    /// The pieces since the last head that it does not name: the next one may.
    unnamed: Vec<&'a str>,
    n_tries: usize,
}

impl<'a> Reader<'a> {
    fn record(&mut self, piece: &'a str) {
        let left = self.head.map_or(piece, |head| self.take(head, piece));
        if !left.is_empty() {
            self.unnamed.push(left);
        }
    }

    fn head(&mut self, part: &'a str) {
        let Some((head, rest)) = Head::read(part) else {
            // There may be a record behind what is left of it.
            self.unnamed.push(part);
            return;
        };
        self.head = Some(head);
        for piece in std::mem::take(&mut self.unnamed) {
            self.segment.n_damaged += usize::from(!self.take(head, piece).is_empty());
        }
        self.record(rest);
    }

    /// Takes what a head names, and returns what it does not.
    fn take(&mut self, head: Head, piece: &'a str) -> &'a str {
        if let Some(read) = head.record(piece) {
            self.keep(read);
            return "";
        }
        if piece.len() > LONGEST || self.n_tries == MOST_TRIES {
            return piece;
        }
        self.n_tries += 1;
        let (found, left) = head.records(piece);
        found.into_iter().for_each(|read| self.keep(read));
        left
    }

    fn keep(&mut self, (id, read): Named) {
        match read {
            Ok(record) => self.segment.records.push((id, record)),
            Err(_) => self.segment.n_newer += 1,
        }
    }
}

fn checksum(body: &str) -> u64 {
    u64::from(CRC.checksum(body.as_bytes())) & ((1 << (6 * CHECKSUM)) - 1)
}
