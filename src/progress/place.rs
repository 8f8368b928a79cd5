//! The keys under which one deck's records stand.
//!
//! ```text
//! gr1:<deck>:l:<writer>.<number>      a record
//! gr1:<deck>:s:<checksum>.<records>   a segment: so many records in one text, which has this checksum
//! gr1:<deck>:r:                       nothing: room for packing when the store is full
//! gr1:<deck>:q:<date>.<number>:<key>  what could not be read under the key that ends so, set aside
//! ```
//!
//! What stands under a key never changes: records are their writer's own, and a segment is named after its text, so
//! that two windows that pack the same records write the same. Nothing that others write is ever read, changed and
//! written back. Keys of any other form belong to later releases, or to somebody else.

use super::record::{RecordId, WriterId};
use crate::base64url::{push, take};
use crate::checksum::CRC;
use crate::day::Day;
use crate::deck::DeckKey;

const WRITER: usize = (WriterId::BITS / 6) as usize;
const CHECKSUM: usize = 6;

/// The place of one deck's records: what all their keys begin with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    prefix: String,
}

/// What a key names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Key {
    Record(RecordId),
    Segment(SegmentId),
    /// Of what was set aside: the end of the key under which it had stood.
    Aside(String),
}

/// The name of a segment: the checksum of its text, and the number of records that were put into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SegmentId {
    checksum: u64,
    pub(super) n_records: u32,
}

impl SegmentId {
    pub(super) fn of(text: &str, n_records: u32) -> Self {
        SegmentId { checksum: CRC.checksum(text.as_bytes()).into(), n_records }
    }
}

impl Place {
    /// What the keys of all progress begin with, where nobody named another.
    pub const PREFIX: &str = "gr1:";

    /// The place of a deck, among all keys that begin with `prefix`.
    pub fn new(prefix: &str, deck: DeckKey) -> Self {
        let mut prefix = prefix.to_owned();
        push(&mut prefix, deck.0, (DeckKey::BITS / 6) as usize);
        prefix.push(':');
        Place { prefix }
    }

    /// The place whose keys begin so.
    pub fn of(prefix: &str) -> Self {
        Place { prefix: prefix.to_owned() }
    }

    /// What all keys of the deck begin with, and no others.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// The prefix of the deck that a key is about, if it is one among the same keys as this place's.
    pub(super) fn sibling(&self, key: &str) -> Option<String> {
        const DECK: usize = (DeckKey::BITS / 6) as usize;
        let (all, _) = self.prefix.split_at_checked(self.prefix.len().checked_sub(DECK + 1)?)?;
        let mut rest = key.strip_prefix(all)?;
        take(&mut rest, DECK).filter(|_| rest.starts_with(':'))?;
        key.get(..=all.len() + DECK).map(str::to_owned)
    }

    pub(super) fn record(&self, id: RecordId) -> String {
        self.numbered("l:", id.writer.0, WRITER, id.number)
    }

    pub(super) fn segment(&self, id: SegmentId) -> String {
        self.numbered("s:", id.checksum, CHECKSUM, id.n_records)
    }

    /// Where something may be set aside that stands under `key`.
    pub(super) fn aside(&self, key: &str, day: Day, number: u32) -> String {
        let (year, month, date) = day.date();
        // By hand: the machinery that formats and joins would add a kilobyte to the module.
        let mut aside = self.prefix.clone();
        aside.push_str("q:");
        aside.push_str(&year.to_string());
        for number in [month, date] {
            aside.push_str(if number < 10 { "-0" } else { "-" });
            aside.push_str(&number.to_string());
        }
        aside.push('.');
        aside.push_str(&number.to_string());
        aside.push(':');
        aside.push_str(self.tail(key).unwrap_or(key));
        aside
    }

    /// Where something stands that only takes up room, to be given free when there is none.
    pub(super) fn spare(&self) -> String {
        let mut key = self.prefix.clone();
        key.push_str("r:");
        key
    }

    /// What a key names; none where it is not one of this place's, or of a form that is not known.
    pub(super) fn key(&self, key: &str) -> Option<Key> {
        let (kind, rest) = cut(self.tail(key)?)?;
        let named = match kind {
            "l" => {
                let (writer, number) = numbered(rest, WRITER)?;
                Key::Record(RecordId { writer: WriterId(writer), number })
            }
            "s" => {
                let (checksum, n_records) = numbered(rest, CHECKSUM)?;
                Key::Segment(SegmentId { checksum, n_records })
            }
            "q" => return Some(Key::Aside(cut(rest)?.1.to_owned())),
            _ => return None,
        };
        // Not `.07` or `.+7`: everything has one key.
        let is_its_own = match named {
            Key::Record(id) => self.record(id) == key,
            Key::Segment(id) => self.segment(id) == key,
            Key::Aside(_) => true,
        };
        is_its_own.then_some(named)
    }

    /// What follows the prefix.
    pub(super) fn tail<'a>(&self, key: &'a str) -> Option<&'a str> {
        key.strip_prefix(&self.prefix)
    }

    fn numbered(&self, kind: &str, name: u64, width: usize, number: u32) -> String {
        let mut key = self.prefix.clone();
        key.push_str(kind);
        push(&mut key, name, width);
        key.push('.');
        key.push_str(&number.to_string());
        key
    }
}

/// What stands before the first colon, and behind it.
fn cut(text: &str) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == b':')?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

fn numbered(mut rest: &str, width: usize) -> Option<(u64, u32)> {
    let name = take(&mut rest, width)?;
    Some((name, rest.strip_prefix('.')?.parse().ok()?))
}
