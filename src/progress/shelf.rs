//! The place in a store where one deck's records stand, each under a key of its own.
//!
//! A key is `gr1:<deck>:l:<writer>.<number>`. Nothing that others write is ever read, changed and
//! written back, so that two windows cannot lose each other's ratings.

use std::collections::BTreeMap;

use super::codec::{Unreadable, decode, encode};
use super::log::Log;
use super::record::{Record, RecordId, WriterId};
use crate::base64url::{push, take};
use crate::deck::DeckKey;

/// A store of texts by key, such as `localStorage`.
pub trait Store {
    /// All keys.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    fn keys(&self) -> Result<Vec<String>, StoreError>;

    /// The text under a key.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Puts a text under a key. On an error what stood there stays.
    ///
    /// # Errors
    ///
    /// When the store cannot be written or is full.
    fn set(&mut self, key: &str, text: &str) -> Result<(), StoreError>;

    /// Whether what is put here is still there after the page was closed.
    fn is_lasting(&self) -> bool;
}

/// Why a store did not do what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// It is switched off or out of reach.
    Blocked,
    /// It has no room.
    Full,
}

/// Whether ratings reach the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Saving {
    /// They do.
    Kept,
    /// They are kept in memory and gone when the page closes.
    Memory {
        /// Why.
        why: Why,
    },
}

/// Why ratings are kept in memory only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Why {
    /// The page asked for it.
    Chosen,
    /// The store is switched off or out of reach.
    Blocked,
    /// The store has no room.
    Full,
}

/// One deck's records in a store.
#[derive(Debug)]
pub struct Shelf<S> {
    store: S,
    deck: DeckKey,
    prefix: String,
    /// Records that the store has not taken yet. Each write tries them again.
    unsaved: Vec<(RecordId, Record)>,
    refused: Option<StoreError>,
}

/// What a shelf held.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// The records that could be read.
    pub records: Vec<(RecordId, Record)>,
    /// The keys of those that could not.
    pub unreadable: Vec<(String, Unreadable)>,
}

impl<S: Store> Shelf<S> {
    /// The shelf of a deck.
    pub fn new(store: S, deck: DeckKey) -> Self {
        let mut prefix = String::from("gr1:");
        push(&mut prefix, deck.0, (DeckKey::BITS / 6) as usize);
        prefix.push_str(":l:");
        Shelf { store, deck, prefix, unsaved: Vec::new(), refused: None }
    }

    /// Reads all records, after trying to write those that could not be written before.
    pub fn load(&mut self) -> Loaded {
        self.write_unsaved();
        let mut loaded = Loaded::default();
        let keys = match self.store.keys() {
            Ok(keys) => keys,
            Err(error) => {
                self.refused = Some(error);
                return loaded;
            }
        };
        for key in keys {
            let Some(id) = self.id(&key) else { continue };
            match self.store.get(&key).map(|text| text.map(|text| decode(id, &text))) {
                Ok(Some(Ok(record))) => loaded.records.push((id, record)),
                Ok(Some(Err(why))) => loaded.unreadable.push((key, why)),
                // Another window took it away meanwhile.
                Ok(None) => {}
                Err(error) => self.refused = Some(error),
            }
        }
        loaded
    }

    /// Writes a record, and those that could not be written before.
    pub fn put(&mut self, id: RecordId, record: Record) {
        self.unsaved.push((id, record));
        self.write_unsaved();
    }

    /// Writes again what is known here and gone from the store: it was cleared while the deck was open.
    pub fn put_back(&mut self, known: &Log, loaded: &Loaded) {
        if self.refused.is_some() || known.len() <= loaded.records.len() {
            return;
        }
        let mut stored = Log::default();
        for (id, record) in &loaded.records {
            stored.insert(*id, record.clone());
        }
        let missing = known.records().filter(|(id, _)| !stored.has(*id));
        self.unsaved.extend(missing.map(|(id, record)| (id, record.clone())));
        self.write_unsaved();
    }

    fn write_unsaved(&mut self) {
        self.refused = None;
        while let Some((id, record)) = self.unsaved.last() {
            let key = self.key(*id);
            if let Err(error) = self.store.set(&key, &encode(*id, record)) {
                self.refused = Some(error);
                return;
            }
            self.unsaved.pop();
        }
    }

    /// Whether ratings reach the store.
    pub fn saving(&self) -> Saving {
        let why = match self.refused {
            Some(StoreError::Blocked) => Why::Blocked,
            Some(StoreError::Full) => Why::Full,
            None if self.store.is_lasting() => return Saving::Kept,
            None => Why::Chosen,
        };
        Saving::Memory { why }
    }

    /// The deck that it is of.
    pub fn deck(&self) -> DeckKey {
        self.deck
    }

    /// The store behind it.
    pub fn store(&self) -> &S {
        &self.store
    }

    fn key(&self, id: RecordId) -> String {
        let mut key = self.prefix.clone();
        push(&mut key, id.writer.0, (WriterId::BITS / 6) as usize);
        key.push('.');
        key.push_str(&id.number.to_string());
        key
    }

    /// The record that a key names, if it is one of this shelf's.
    fn id(&self, key: &str) -> Option<RecordId> {
        let mut rest = key.strip_prefix(&self.prefix)?;
        let writer = WriterId(take(&mut rest, (WriterId::BITS / 6) as usize)?);
        let number = rest.strip_prefix('.')?.parse().ok()?;
        let id = RecordId { writer, number };
        // Not `.07` or `.+7`: a record has one key.
        (self.key(id) == key).then_some(id)
    }
}

/// A store that is gone when it is dropped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MemoryStore(pub BTreeMap<String, String>);

impl Store for MemoryStore {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.0.keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.0.get(key).cloned())
    }

    fn set(&mut self, key: &str, text: &str) -> Result<(), StoreError> {
        self.0.insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn is_lasting(&self) -> bool {
        false
    }
}
