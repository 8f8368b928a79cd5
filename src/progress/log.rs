//! The set of all records, and the history of each card that follows from it.

use super::record::{Drill, Record, RecordId, Reset, Review, WriterId};
use super::told::Told;
use crate::day::{Millis, Moment};
use crate::deck::CardKey;
use crate::grouped::Grouped;
use crate::order;

/// When a review was given, and which one of that moment it is: the order of a history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp {
    /// The second it was given.
    pub at: Millis,
    /// Its record.
    pub id: RecordId,
}

/// So far ahead a clock may be for what comes next to be dated after it.
const AHEAD: i64 = 86_400_000;

impl Stamp {
    /// Whether it is not far ahead.
    fn is_near(self, now: Moment) -> bool {
        self.at.0 <= now.at.0.saturating_add(AHEAD)
    }

    /// The second after it.
    fn next(self, now: Moment) -> Moment {
        Moment { at: Millis(self.at.0.saturating_add(1000)), ..now }
    }

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
    /// The resets in force, by card and in order; those of the whole deck have none.
    resets: Grouped<Option<CardKey>, Stamp, Reset>,
}

impl Log {
    /// The log of these records.
    pub fn of(records: &[(RecordId, Record)]) -> Self {
        let mut log = Log::default();
        // Who wrote first comes first, so that nearly all of a hundred thousand reviews belong at the end of a history.
        let runs: Vec<_> = records.chunk_by(|(one, _), (next, _)| one.writer == next.writer).collect();
        let begin = |run: &&[(RecordId, Record)]| {
            let at = run.first().and_then(|(_, record)| record.at());
            at.map_or(0, |at| at.at.0.unsigned_abs().into())
        };
        for place in order::by_key(runs.iter().map(begin)) {
            for (id, record) in runs.get(place).copied().unwrap_or_default() {
                log.insert(*id, record.clone());
            }
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
            None => self.apply(id, record),
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
        self.histories.lists()
    }

    /// What was said of a card before those of its ratings that are in force, oldest first.
    pub fn told(&self, card: CardKey) -> &[(Stamp, Told)] {
        self.told.group(card)
    }

    /// The points of a card that were asked on their own and are in force, oldest first.
    pub fn drills(&self, card: CardKey) -> &[(Stamp, Drill)] {
        self.drills.group(card)
    }

    /// The resets that are in force, those of the whole deck first.
    pub fn resets(&self) -> impl Iterator<Item = (Stamp, &Reset)> {
        self.resets.iter().map(|(_, stamp, reset)| (stamp, reset))
    }

    /// The last reset of a card, or of the whole deck: what was written of the card before counts no more.
    pub fn last_reset(&self, card: CardKey) -> Option<Stamp> {
        let last = |scope| self.resets.group(scope).last().map(|(stamp, _)| *stamp);
        last(None).max(last(Some(card)))
    }

    /// The reset of a card, or of all, that is to be written under this name. It comes after all that was written before, be
    /// it in the same second or by a clock that was ahead; after what is dated a day ahead or more it does not come.
    pub fn reset_after(&self, id: RecordId, card: Option<CardKey>, now: Moment) -> Reset {
        let reset = Reset::new(card, now);
        let stamp = Stamp { at: reset.at().at, id };
        let newest = |card: &CardKey| {
            let reviews = self.histories.group(*card).iter().map(|(stamp, _)| *stamp);
            let drills = self.drills.group(*card).iter().map(|(stamp, _)| *stamp);
            reviews.chain(drills).filter(|stamp| stamp.is_near(now)).max()
        };
        let cards = card.map_or_else(|| self.cards(), |card| vec![card]);
        let newest = cards.iter().filter_map(newest).max();
        newest.filter(|newest| *newest > stamp).map_or(reset, |newest| Reset::new(card, newest.next(now)))
    }

    /// When a record of a card is to be dated that is written now: after the reset before it, which may have been in this
    /// second, or dated ahead itself.
    pub fn date_after(reset: Option<Stamp>, now: Moment) -> Moment {
        let second = Millis(now.at.0.div_euclid(1000).saturating_mul(1000));
        reset.filter(|reset| reset.at >= second && reset.is_near(now)).map_or(now, |reset| reset.next(now))
    }

    /// The record of this name, if it was neither taken back nor cut off by a reset.
    pub fn in_force(&self, id: RecordId) -> Option<&Record> {
        self.record(id).filter(|record| !self.is_undone(id) && !self.is_reset(id, record))
    }

    /// The review of this name, if it is in force.
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

    /// The record of this name, be it in force or not.
    pub fn record(&self, id: RecordId) -> Option<&Record> {
        self.records.get(id.writer, id.number)
    }

    fn is_undone(&self, id: RecordId) -> bool {
        self.undone.get(id.writer, id.number).is_some()
    }

    /// Whether a reset that is in force came after it.
    fn is_reset(&self, id: RecordId, record: &Record) -> bool {
        record.place().is_some_and(|(card, at)| self.last_reset(card) > Some(Stamp { at: at.at, id }))
    }

    fn apply(&mut self, id: RecordId, record: Record) -> Vec<CardKey> {
        match record {
            Record::Undo(target) => self.take_back(target),
            Record::Reset(reset) => self.reset(id, reset),
            record => self.add(id, record).into_iter().collect(),
        }
    }

    fn take_back(&mut self, target: RecordId) -> Vec<CardKey> {
        self.undone.insert(target.writer, target.number, ());
        match self.record(target) {
            Some(Record::Reset(reset)) => {
                let reset = *reset;
                self.resets.remove(reset.card, Stamp { at: reset.at().at, id: target });
                self.restore(reset)
            }
            Some(record) => {
                let Some((card, at)) = record.place() else { return Vec::new() };
                let stamp = Stamp { at: at.at, id: target };
                self.histories.remove(card, stamp);
                self.told.remove(card, stamp);
                self.drills.remove(card, stamp);
                vec![card]
            }
            None => Vec::new(),
        }
    }

    fn reset(&mut self, id: RecordId, reset: Reset) -> Vec<CardKey> {
        if self.is_undone(id) {
            return Vec::new();
        }
        let stamp = Stamp { at: reset.at().at, id };
        self.resets.insert(reset.card, stamp, reset);
        let cards = reset.card.map_or_else(|| self.cards(), |card| vec![card]);
        for card in &cards {
            self.histories.cut(*card, stamp);
            self.told.cut(*card, stamp);
            self.drills.cut(*card, stamp);
        }
        cards
    }

    /// Puts back what a reset that was taken back had cut off. It is seldom that one is: reading all records is the
    /// simplest that is right.
    fn restore(&mut self, reset: Reset) -> Vec<CardKey> {
        let is_meant = |(_, record): &(RecordId, &Record)| {
            record.place().is_some_and(|(card, _)| reset.card.is_none_or(|meant| meant == card))
        };
        let records: Vec<_> =
            self.records().filter(is_meant).map(|(id, record)| (id, record.clone())).collect();
        records.into_iter().filter_map(|(id, record)| self.add(id, record)).collect()
    }

    /// The cards that have a history.
    fn cards(&self) -> Vec<CardKey> {
        self.histories.groups().chain(self.drills.groups()).collect()
    }

    fn add(&mut self, id: RecordId, record: Record) -> Option<CardKey> {
        let is_out = self.is_undone(id) || self.is_reset(id, &record);
        let (card, at) = record.place().filter(|_| !is_out)?;
        let stamp = Stamp { at: at.at, id };
        if let Some(review) = record.review() {
            self.histories.insert(card, stamp, *review);
        }
        match record {
            Record::Answer(_, told) => drop(self.told.insert(card, stamp, told)),
            Record::Drill(drill) => drop(self.drills.insert(card, stamp, drill)),
            Record::Review(_) | Record::Undo(_) | Record::Reset(_) => {}
        }
        Some(card)
    }

    /// Two records of one name are a fault outside (a copied profile, say). It is so rare that starting
    /// over is the simplest that is right.
    fn rebuild(&mut self, changed: &[Record]) -> Vec<CardKey> {
        let cards_of = |log: &Log, record: &Record| {
            let record = if let Record::Undo(target) = record { log.record(*target) } else { Some(record) };
            match record {
                Some(Record::Reset(Reset { card: Some(card), .. })) => vec![*card],
                Some(Record::Reset(_)) => {
                    log.records().filter_map(|(_, record)| Some(record.place()?.0)).collect()
                }
                record => record.and_then(Record::place).into_iter().map(|(card, _)| card).collect(),
            }
        };
        let cards = changed.iter().flat_map(|record| cards_of(self, record)).collect();
        for (writer, number, record) in std::mem::take(self).records.iter() {
            self.insert(RecordId { writer, number }, record.clone());
        }
        cards
    }
}
