//! All decks' records in a store.

use super::log::Log;
use super::place::Place;
use super::profile::Profile;
use super::record::{Record, RecordId, WriterId};
use super::saving::{Saving, Why};
use super::shelf::Shelf;
use super::store::{Store, StoreError};
use crate::day::Moment;
use crate::deck::DeckKey;

/// The shelves of a profile in a store, one for each deck.
#[derive(Debug)]
pub struct Library<S> {
    store: S,
    profile: Profile,
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
}

impl<S: Store> Library<S> {
    /// The shelves of a profile in this store.
    pub fn new(store: S, profile: Profile) -> Self {
        Library { store, profile }
    }

    /// The decks that have a shelf, by key.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    pub fn decks(&self) -> Result<Vec<DeckKey>, StoreError> {
        let prefix = self.profile.prefix();
        let deck_of = |key: &String| {
            let (deck, _) = key.strip_prefix(&prefix)?.split_once(':')?;
            DeckKey::from_text(deck)
        };
        let mut decks: Vec<_> = self.store.keys()?.iter().filter_map(deck_of).collect();
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
        let loaded = self.shelf(deck).load();
        Held { deck, log: Log::of(&loaded.records), n_unreadable: loaded.unreadable.len() }
    }

    /// What is held of all decks.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    pub fn all(&mut self) -> Result<Vec<Held>, StoreError> {
        Ok(self.decks()?.into_iter().map(|deck| self.held(deck)).collect())
    }

    /// Begins a deck anew, and returns the name of the record to be taken back. The writer must be drawn anew for each
    /// library.
    ///
    /// # Errors
    ///
    /// When the store does not take it.
    pub fn reset(&mut self, deck: DeckKey, writer: WriterId, now: Moment) -> Result<RecordId, StoreError> {
        self.write(deck, writer, |log, id| Record::Reset(log.reset_after(id, None, now)))
    }

    /// Takes a record back.
    ///
    /// # Errors
    ///
    /// As [`Library::reset`].
    pub fn take_back(
        &mut self,
        deck: DeckKey,
        writer: WriterId,
        target: RecordId,
    ) -> Result<RecordId, StoreError> {
        self.write(deck, writer, |_, _| Record::Undo(target))
    }

    fn write(
        &mut self,
        deck: DeckKey,
        writer: WriterId,
        record: impl FnOnce(&Log, RecordId) -> Record,
    ) -> Result<RecordId, StoreError> {
        let held = self.held(deck).log;
        let id = RecordId { writer, number: held.next_number(writer).ok_or(StoreError::Full)? };
        let record = record(&held, id);
        let mut log = Log::default();
        log.insert(id, record);
        self.add(deck, &log)?;
        Ok(id)
    }

    /// Adds the records of `log` that a deck's shelf has not, and tells how many there were. What stands there stays, be
    /// it under the same name.
    ///
    /// # Errors
    ///
    /// When the store did not take all of them.
    pub fn add(&mut self, deck: DeckKey, log: &Log) -> Result<usize, StoreError> {
        let held = self.held(deck);
        let mut shelf = self.shelf(deck);
        let missing = log.records().filter(|(id, _)| !held.log.has(*id));
        let n = missing.map(|(id, record)| shelf.put(id, record.clone())).count();
        match shelf.saving() {
            Saving::Memory { why: Why::Full } => Err(StoreError::Full),
            Saving::Memory { why: Why::Blocked } => Err(StoreError::Blocked),
            _ => Ok(n),
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
