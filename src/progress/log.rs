//! The set of all records, and the history of each card that follows from it.

use super::record::{Record, RecordId, Review, WriterId};
use crate::day::Millis;
use crate::deck::CardKey;
use crate::grouped::Grouped;

/// When a review was given, and which one of that moment it is: the order of a history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp {
    /// The second it was given.
    pub at: Millis,
    /// Its record.
    pub id: RecordId,
}

impl Stamp {
    /// Its place in time as one number: what comes later is greater.
    pub fn rank(self) -> u128 {
        // Reviews lie after 1970, and a writer and a number take 68 bits.
        let second = self.at.0.div_euclid(1000).max(0).unsigned_abs();
        u128::from(second) << 68 | u128::from(self.id.writer.0) << 32 | u128::from(self.id.number)
    }
}

/// A set of records that only grows.
///
/// Logs merge by union, which is commutative, associative and idempotent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Log {
    records: Grouped<WriterId, u32, Record>,
    /// The reviews taken back.
    undone: Grouped<WriterId, u32, ()>,
    /// The reviews in force, by card and in order.
    histories: Grouped<CardKey, Stamp, Review>,
}

impl Log {
    /// Adds a record and tells which cards' histories changed: seldom more than one. A record that is there
    /// already changes nothing; should two different ones ever carry the same name, the greater one stays,
    /// whichever came first.
    pub fn insert(&mut self, id: RecordId, record: Record) -> Vec<CardKey> {
        if self.record(id).is_some_and(|known| *known >= record) {
            return Vec::new();
        }
        match self.records.insert(id.writer, id.number, record) {
            Some(replaced) => self.rebuild(&[record, replaced]),
            None => self.apply(id, record).into_iter().collect(),
        }
    }

    /// Adds all records of `other`.
    pub fn merge(&mut self, other: &Log) {
        for (id, record) in other.records() {
            self.insert(id, *record);
        }
    }

    /// All records, by name.
    pub fn records(&self) -> impl Iterator<Item = (RecordId, &Record)> {
        self.records.iter().map(|(writer, number, record)| (RecordId { writer, number }, record))
    }

    /// The reviews of a card that are in force, oldest first.
    pub fn history(&self, card: CardKey) -> &[(Stamp, Review)] {
        self.histories.group(card)
    }

    /// The review of this name, if it was not taken back.
    pub fn review(&self, id: RecordId) -> Option<&Review> {
        match self.record(id)? {
            Record::Review(review) if !self.is_undone(id) => Some(review),
            _ => None,
        }
    }

    /// Whether there is a record of this name.
    pub fn has(&self, id: RecordId) -> bool {
        self.record(id).is_some()
    }

    /// The number of records.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether nothing was ever rated.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The first number that a writer has not used; none if it has used the last.
    pub fn next_number(&self, writer: WriterId) -> Option<u32> {
        self.records.group(writer).last().map_or(Some(0), |(number, _)| number.checked_add(1))
    }

    fn record(&self, id: RecordId) -> Option<&Record> {
        self.records.get(id.writer, id.number)
    }

    fn is_undone(&self, id: RecordId) -> bool {
        self.undone.get(id.writer, id.number).is_some()
    }

    fn apply(&mut self, id: RecordId, record: Record) -> Option<CardKey> {
        match record {
            Record::Review(_) if self.is_undone(id) => None,
            Record::Review(review) => {
                self.histories.insert(review.card, stamp(id, &review), review);
                Some(review.card)
            }
            Record::Undo(target) => {
                self.undone.insert(target.writer, target.number, ());
                let Record::Review(review) = *self.record(target)? else { return None };
                self.histories.remove(review.card, stamp(target, &review));
                Some(review.card)
            }
        }
    }

    /// Two records of one name are a fault outside (a copied profile, say). It is so rare that starting
    /// over is the simplest that is right.
    fn rebuild(&mut self, changed: &[Record]) -> Vec<CardKey> {
        let card_of = |log: &Log, record: &Record| match record {
            Record::Review(review) => Some(review.card),
            Record::Undo(target) => match log.record(*target)? {
                Record::Review(review) => Some(review.card),
                Record::Undo(_) => None,
            },
        };
        let cards = changed.iter().filter_map(|record| card_of(self, record)).collect();
        for (writer, number, record) in std::mem::take(self).records.iter() {
            self.insert(RecordId { writer, number }, *record);
        }
        cards
    }
}

fn stamp(id: RecordId, review: &Review) -> Stamp {
    Stamp { at: review.at().at, id }
}
