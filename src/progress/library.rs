//! All decks' records in a store, and in its mirror.

use super::codec::encode;
use super::keeper::{Keeper, MOST_LOOSE};
use super::loaded::Loaded;
use super::log::Log;
use super::mirror::MirrorWrite;
use super::place::Place;
use super::profile::Profile;
use super::record::{Record, RecordId, WriterId};
use super::shelf::Shelf;
use super::store::{Store, StoreError};
use crate::day::{Day, Moment};
use crate::deck::DeckKey;

/// The shelves of a profile in a store, one for each deck.
#[derive(Debug)]
pub struct Library<S> {
    store: S,
    profile: Profile,
    /// What else is known, with its keys: what the mirror holds, or a page that could not write.
    beside: Vec<(String, String)>,
    writes: Vec<MirrorWrite>,
    refused: Option<StoreError>,
}

/// The records of one deck.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The deck.
    pub deck: DeckKey,
    /// Its records.
    pub log: Log,
    /// How many more there are that cannot be read.
    pub n_unreadable: usize,
    /// How many more there are of a later release.
    pub n_newer: usize,
}

impl<S: Store> Library<S> {
    /// The shelves of a profile in this store.
    pub fn new(store: S, profile: Profile) -> Self {
        Library { store, profile, beside: Vec::new(), writes: Vec::new(), refused: None }
    }

    /// Counts as held from now on what these texts hold, with their keys, in place of what was told before.
    pub fn hear(&mut self, texts: Vec<(String, String)>) {
        self.beside = texts;
    }

    /// What was written since the last time and is to be written into the mirror too, and why the store did not take all
    /// of it, if it did not: then the mirror alone has it.
    pub fn take_writes(&mut self) -> (Vec<MirrorWrite>, Option<StoreError>) {
        (std::mem::take(&mut self.writes), self.refused.take())
    }

    /// The decks that something is held of, by key.
    ///
    /// # Errors
    ///
    /// When the store cannot be read and nothing is known beside it.
    pub fn decks(&self) -> Result<Vec<DeckKey>, StoreError> {
        let prefix = self.profile.prefix();
        let deck_of = |key: &String| {
            let (deck, _) = key.strip_prefix(&prefix)?.split_once(':')?;
            DeckKey::from_text(deck)
        };
        let stored = match self.store.keys() {
            Err(error) if self.beside.is_empty() => return Err(error),
            stored => stored.unwrap_or_default(),
        };
        let beside = self.beside.iter().map(|(key, _)| key);
        let mut decks: Vec<_> = stored.iter().chain(beside).filter_map(deck_of).collect();
        decks.sort_unstable();
        decks.dedup();
        Ok(decks)
    }

    /// A deck's shelf.
    pub fn shelf(&mut self, deck: DeckKey) -> Shelf<&mut S> {
        Shelf::at(&mut self.store, Place::new(&self.profile.prefix(), deck))
    }

    /// What is held of a deck.
    pub fn held(&mut self, deck: DeckKey) -> Held {
        let mut shelf = self.shelf(deck);
        let stored = shelf.load();
        let place = shelf.place().clone();
        let texts = self.beside.iter().filter(|(key, _)| place.tail(key).is_some());
        let beside = Loaded::read(&place, texts.cloned().collect());
        let mut log = Log::of(&stored.records);
        log.merge(&Log::of(&beside.records));
        let lost = |one: &Loaded, other: &Loaded| -> usize {
            let losses = one.losses().filter(|loss| !other.is_whole(&loss.key) && !loss.is_found(&log));
            losses.map(|loss| loss.n_records).sum()
        };
        let n_unreadable = lost(&stored, &beside).max(lost(&beside, &stored));
        let n_newer = stored.n_newer().max(beside.n_newer());
        Held { deck, log, n_unreadable, n_newer }
    }

    /// What is held of all decks.
    ///
    /// # Errors
    ///
    /// As [`Library::decks`].
    pub fn all(&mut self) -> Result<Vec<Held>, StoreError> {
        Ok(self.decks()?.into_iter().map(|deck| self.held(deck)).collect())
    }

    /// Begins a deck anew, and returns the name of the record to be taken back: none when the writer has used its last
    /// one. It must be drawn anew for each library.
    pub fn reset(&mut self, deck: DeckKey, writer: WriterId, now: Moment) -> Option<RecordId> {
        self.write(deck, writer, now, |log, id| Record::Reset(log.reset_after(id, None, now)))
    }

    /// Takes a record back, and returns the name of the record that does.
    pub fn take_back(
        &mut self,
        deck: DeckKey,
        writer: WriterId,
        target: RecordId,
        now: Moment,
    ) -> Option<RecordId> {
        self.write(deck, writer, now, |_, _| Record::Undo(target))
    }

    fn write(
        &mut self,
        deck: DeckKey,
        writer: WriterId,
        now: Moment,
        record: impl FnOnce(&Log, RecordId) -> Record,
    ) -> Option<RecordId> {
        let held = self.held(deck).log;
        let id = RecordId { writer, number: held.next_number(writer)? };
        self.put(deck, &[(id, record(&held, id))], now.day());
        Some(id)
    }

    /// Adds the records of `log` that are not held of a deck, and tells how many there were. What stands there stays, be
    /// it under the same name.
    pub fn add(&mut self, deck: DeckKey, log: &Log, now: Moment) -> usize {
        let held = self.held(deck).log;
        let missing = log.records().filter(|(id, _)| !held.has(*id));
        let missing: Vec<_> = missing.map(|(id, record)| (id, record.clone())).collect();
        self.put(deck, &missing, now.day());
        missing.len()
    }

    /// Writes records, by name; many of them are packed. What is damaged is set aside before, and what the store does not
    /// take is held beside it.
    fn put(&mut self, deck: DeckKey, records: &[(RecordId, Record)], today: Day) {
        let mut shelf = self.shelf(deck);
        let mut loaded = shelf.load();
        shelf.set_aside(&mut loaded, today);
        let place = shelf.place().clone();
        let writes = if records.len() > MOST_LOOSE {
            Keeper::new(&mut self.store, place).segments(records)
        } else {
            records
                .iter()
                .map(|(id, record)| MirrorWrite::set(place.record(*id), encode(*id, record)))
                .collect()
        };
        for write in writes {
            let (key, text) = (&write.key, write.text.as_deref().unwrap_or_default());
            // What is damaged and could not be set aside stays, and the mirror has the record.
            if !loaded.must_stay(key)
                && let Err(error) = self.store.set(key, text)
            {
                self.refused = Some(error);
            }
            self.beside.push((key.clone(), text.to_owned()));
            self.writes.push(write);
        }
    }
}

impl<S: Store> Store for &mut S {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        (**self).keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        (**self).get(key)
    }

    fn set(&mut self, key: &str, text: &str) -> Result<(), StoreError> {
        (**self).set(key, text)
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        (**self).remove(key)
    }

    fn is_lasting(&self) -> bool {
        (**self).is_lasting()
    }
}
