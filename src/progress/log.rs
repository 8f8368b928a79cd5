//! The set of all records, and the history of each card that follows from it.

use super::record::{Drill, Record, RecordId, Review, WriterId};
use super::told::Told;
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
    /// The records taken back.
    undone: Grouped<WriterId, u32, ()>,
    /// The reviews in force, by card and in order.
    histories: Grouped<CardKey, Stamp, Review>,
    /// What was said before them, by card and in order.
    told: Grouped<CardKey, Stamp, Told>,
    /// The points asked on their own that are in force, by card and in order.
    drills: Grouped<CardKey, Stamp, Drill>,
}

impl Log {
    /// The log of these records.
    pub fn of(records: &[(RecordId, Record)]) -> Self {
        let mut log = Log::default();
        for (id, record) in records {
            log.insert(*id, record.clone());
        }
        log
    }

    /// Adds a record and tells which cards' histories changed: seldom more than one. A record that is there
    /// already changes nothing; should two different ones ever carry the same name, the greater one stays,
    /// whichever came first.
    pub fn insert(&mut self, id: RecordId, record: Record) -> Vec<CardKey> {
        if !self.would_change_by(id, &record) {
            return Vec::new();
        }
        match self.records.insert(id.writer, id.number, record.clone()) {
            Some(replaced) => self.rebuild(&[record, replaced]),
            None => self.apply(id, record).into_iter().collect(),
        }
    }

    /// Adds all records of `other`.
    pub fn merge(&mut self, other: &Log) {
        for (id, record) in other.records() {
            self.insert(id, record.clone());
        }
    }

    /// All records, by name.
    pub fn records(&self) -> impl Iterator<Item = (RecordId, &Record)> {
        self.records.iter().map(|(writer, number, record)| (RecordId { writer, number }, record))
    }

    /// The records whose names are not among those of `others`, by name.
    pub fn without(&self, others: &[(RecordId, Record)]) -> Vec<(RecordId, Record)> {
        let mut known: Grouped<WriterId, u32, ()> = Grouped::default();
        for (id, _) in others {
            known.insert(id.writer, id.number, ());
        }
        let missing = self.records().filter(|(id, _)| known.get(id.writer, id.number).is_none());
        missing.map(|(id, record)| (id, record.clone())).collect()
    }

    /// How many ratings there are, those that were taken back included.
    pub fn n_ratings(&self) -> usize {
        self.records().filter(|(_, record)| record.review().is_some()).count()
    }

    /// The reviews of a card that are in force, oldest first.
    pub fn history(&self, card: CardKey) -> &[(Stamp, Review)] {
        self.histories.group(card)
    }

    /// The reviews of each card that are in force, oldest first.
    pub fn histories(&self) -> impl Iterator<Item = &[(Stamp, Review)]> {
        self.histories.groups()
    }

    /// What was said of a card before those of its ratings that are in force, oldest first.
    pub fn told(&self, card: CardKey) -> &[(Stamp, Told)] {
        self.told.group(card)
    }

    /// The points of a card that were asked on their own and are in force, oldest first.
    pub fn drills(&self, card: CardKey) -> &[(Stamp, Drill)] {
        self.drills.group(card)
    }

    /// The record of this name, if it was not taken back.
    pub fn in_force(&self, id: RecordId) -> Option<&Record> {
        self.record(id).filter(|_| !self.is_undone(id))
    }

    /// The review of this name, if it was not taken back.
    pub fn review(&self, id: RecordId) -> Option<&Review> {
        self.in_force(id)?.review()
    }

    /// Whether there is a record of this name.
    pub fn has(&self, id: RecordId) -> bool {
        self.record(id).is_some()
    }

    /// Whether adding a record would change anything.
    pub(super) fn would_change_by(&self, id: RecordId, record: &Record) -> bool {
        self.record(id).is_none_or(|known| known < record)
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
        if let Record::Undo(target) = record {
            self.undone.insert(target.writer, target.number, ());
            let (card, at) = self.record(target)?.place()?;
            let stamp = Stamp { at: at.at, id: target };
            self.histories.remove(card, stamp);
            self.told.remove(card, stamp);
            self.drills.remove(card, stamp);
            return Some(card);
        }
        let (card, at) = record.place().filter(|_| !self.is_undone(id))?;
        let stamp = Stamp { at: at.at, id };
        if let Some(review) = record.review() {
            self.histories.insert(card, stamp, *review);
        }
        match record {
            Record::Answer(_, told) => drop(self.told.insert(card, stamp, told)),
            Record::Drill(drill) => drop(self.drills.insert(card, stamp, drill)),
            Record::Review(_) | Record::Undo(_) => {}
        }
        Some(card)
    }

    /// Two records of one name are a fault outside (a copied profile, say). It is so rare that starting
    /// over is the simplest that is right.
    fn rebuild(&mut self, changed: &[Record]) -> Vec<CardKey> {
        let card_of = |log: &Log, record: &Record| {
            let record = if let Record::Undo(target) = record { log.record(*target)? } else { record };
            record.place().map(|(card, _)| card)
        };
        let cards = changed.iter().filter_map(|record| card_of(self, record)).collect();
        for (writer, number, record) in std::mem::take(self).records.iter() {
            self.insert(RecordId { writer, number }, record.clone());
        }
        cards
    }
}
