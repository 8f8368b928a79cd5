//! One deck's records in a store, and those that are on their way into its mirror.

use super::codec::encode;
use super::loaded::{Loaded, Loss};
use super::log::Log;
use super::mirror::{Mirror, MirrorWrite};
use super::place::Place;
use super::record::{Record, RecordId};
use super::saving::{Saving, Stored, Why};
use super::store::{Store, StoreError};
use crate::day::Day;
use crate::deck::DeckKey;

/// One deck's records in a store.
#[derive(Debug)]
pub struct Shelf<S> {
    store: S,
    place: Place,
    /// Records that the store has not taken yet. Each write tries them again.
    unsaved: Vec<(RecordId, Record)>,
    refused: Option<StoreError>,
    mirror: Mirror,
    losses: Vec<Loss>,
    n_newer: usize,
}

impl<S: Store> Shelf<S> {
    /// The shelf of a deck, among the keys of progress that belong to nobody in particular.
    pub fn new(store: S, deck: DeckKey) -> Self {
        Self::at(store, Place::new(Place::PREFIX, deck))
    }

    /// The shelf at a place.
    pub fn at(store: S, place: Place) -> Self {
        let (mirror, unsaved, losses) = (Mirror::default(), Vec::new(), Vec::new());
        Shelf { store, place, unsaved, refused: None, mirror, losses, n_newer: 0 }
    }

    /// Reads all records, after trying to write those that could not be written before.
    pub fn load(&mut self) -> Loaded {
        self.write_unsaved();
        let (texts, refused) = Loaded::texts_of(&self.store, &self.place);
        self.refused = refused.or(self.refused);
        Loaded::read(&self.place, texts)
    }

    /// Copies what is damaged to a key of its own, with the day in it, and notes what is lost. To be done with all that
    /// was loaded, before anything is written.
    pub fn set_aside(&mut self, loaded: &mut Loaded, today: Day) {
        self.note(loaded);
        loaded.set_aside(|key, text| self.copy_aside(key, text, today).is_ok_and(|is_there| is_there));
    }

    /// Whether the copy is there when it is read again.
    fn copy_aside(&mut self, key: &str, text: &str, today: Day) -> Result<bool, StoreError> {
        for number in 0.. {
            let aside = self.place.aside(key, today, number);
            match self.store.get(&aside)? {
                Some(other) if other != text => {}
                Some(_) => return Ok(true),
                None => {
                    self.store.set(&aside, text)?;
                    return Ok(self.store.get(&aside)?.as_deref() == Some(text));
                }
            }
        }
        Ok(false)
    }

    /// Writes a record, and those that could not be written before.
    pub fn put(&mut self, id: RecordId, record: Record) {
        self.mirror.set(self.place.record(id), encode(id, &record));
        self.unsaved.push((id, record));
        self.write_unsaved();
    }

    /// Writes again what is known here and gone from the store: it was cleared while the deck was open. Nothing is
    /// written over what is damaged and could not be set aside.
    pub fn put_back(&mut self, known: &Log, loaded: &Loaded) {
        if self.refused.is_some() || known.len() <= loaded.records.len() {
            return;
        }
        let missing = known.without(&loaded.records);
        let missing = missing.into_iter().filter(|(id, _)| !loaded.must_stay(&self.place.record(*id)));
        self.unsaved.extend(missing);
        self.write_unsaved();
    }

    /// The records among texts that others have written, with their keys: other windows, or whoever keeps the mirror.
    pub fn hear(&mut self, texts: Vec<(String, String)>) -> Vec<(RecordId, Record)> {
        let heard = Loaded::read(&self.place, texts);
        self.losses.retain(|loss| !heard.is_whole(&loss.key));
        self.note(&heard);
        heard.records
    }

    fn write_unsaved(&mut self) {
        self.refused = None;
        while let Some((id, record)) = self.unsaved.last() {
            let key = self.place.record(*id);
            if let Err(error) = self.store.set(&key, &encode(*id, record)) {
                self.refused = Some(error);
                return;
            }
            self.unsaved.pop();
        }
    }

    fn note(&mut self, loaded: &Loaded) {
        let known = self.losses.len();
        for loss in loaded.losses() {
            let is_known = self.losses.iter().take(known).any(|known| known.key == loss.key);
            if !is_known {
                self.losses.push(loss);
            }
        }
        self.n_newer = self.n_newer.max(loaded.n_newer());
    }

    /// What was written here and is to be written into the mirror now, as a whole; [`mirrored`](Self::mirrored) must
    /// follow.
    pub fn take_writes(&mut self) -> Vec<MirrorWrite> {
        self.mirror.take()
    }

    /// Notes whether the mirror has taken what was taken from here before.
    pub fn mirrored(&mut self, is_written: bool) {
        self.mirror.settle(is_written);
    }

    /// Notes that the mirror was brought together with the store.
    pub fn synced(&mut self) {
        self.mirror.is_sound = true;
    }

    /// Whether ratings reach the store.
    pub fn saving(&self) -> Saving {
        let why = match self.refused {
            Some(StoreError::Blocked) => Why::Blocked,
            Some(StoreError::Full) => Why::Full,
            None if self.store.is_lasting() => return Saving::Kept,
            None => Why::Chosen,
        };
        if self.mirror.is_sound { Saving::Mirrored { why } } else { Saving::Memory { why } }
    }

    /// How all that is known is stored.
    pub fn stored(&self, known: &Log) -> Stored {
        let is_lost = |loss: &&Loss| !loss.is_found(known);
        let n_lost = self.losses.iter().filter(is_lost).map(|loss| loss.n_records).sum();
        Stored {
            saving: self.saving(),
            is_durable: self.mirror.is_complete(),
            n_kept: if n_lost > 0 { known.n_ratings() } else { 0 },
            n_lost,
            n_newer: self.n_newer,
        }
    }

    /// Where the records stand.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// The store behind it.
    pub fn store(&self) -> &S {
        &self.store
    }
}
