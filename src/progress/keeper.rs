//! Keeps a deck's two homes in order: the store and its mirror, which holds the same keys and texts.
//!
//! It works on texts beside the session and needs nothing of it: what it finds new, the session is told like anything
//! that another window has written.

use super::loaded::Loaded;
use super::mirror::MirrorWrite;
use super::place::{Place, SegmentId};
use super::record::{Record, RecordId};
use super::segment::encode_segment;
use super::store::{Store, StoreError};
use crate::day::Day;

/// So many records may stand under keys of their own before they are packed into segments.
pub(super) const MOST_LOOSE: usize = 200;

/// Packing fewer gains no room worth the while, not even where there is none left.
const FEWEST_PACKED: usize = 16;

/// A store that is full of records has no room for a segment either. This much is kept free under a key of its own.
const SPARE: usize = 4096;

/// The most records of a segment.
const LARGEST: usize = 1000;

/// Keeps the progress of one deck in order.
#[derive(Debug)]
pub struct Keeper<S> {
    store: S,
    place: Place,
}

/// What came of bringing the two homes together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Synced {
    /// Texts of the mirror that hold what the store did not, or are damaged, with their keys.
    pub news: Vec<(String, String)>,
    /// What is to be written into the mirror, in this order and as a whole.
    pub writes: Vec<MirrorWrite>,
}

impl<S: Store> Keeper<S> {
    /// The keeper of a place in a store.
    pub fn new(store: S, place: Place) -> Self {
        Keeper { store, place }
    }

    /// Brings the store and its mirror together: each takes from the other what it lacks, as it stands there. `texts` is
    /// all that the mirror holds at this place, with its keys.
    pub fn sync(&mut self, texts: Vec<(String, String)>, today: Day) -> Synced {
        let held = Loaded::read(&self.place, texts.clone());
        let (ours, _) = Loaded::texts_of(&self.store, &self.place);
        let here = Loaded::read(&self.place, ours.clone());
        let mut writes = Vec::new();
        for (key, text) in held.to_set_aside() {
            writes.push(MirrorWrite::set(self.place.aside(key, today, 0), text.to_owned()));
        }
        writes.extend(held.redundant().into_iter().map(MirrorWrite::remove));
        let unpacked = held.unpacked();
        if unpacked.len() > MOST_LOOSE {
            writes.extend(self.segments(&unpacked));
        }
        let lacking = here.news_to(&held, ours).into_iter().filter(|(key, _)| here.is_whole(key));
        writes.extend(lacking.map(|(key, text)| MirrorWrite::set(key, text)));
        let news = held.news_to(&here, texts);
        self.restore(&news, &held, &here);
        Synced { news, writes }
    }

    /// Packs records into segments where many stand alone, and takes away what a segment that was there before holds.
    /// Returns what is to be written into the mirror.
    ///
    /// To be called when there is time, and not twice within a second: only a segment that has outlived the moment in
    /// which it was written stands for its records.
    pub fn tidy(&mut self, is_full: bool) -> Vec<MirrorWrite> {
        let (texts, refused) = Loaded::texts_of(&self.store, &self.place);
        let loaded = Loaded::read(&self.place, texts);
        self.spare(is_full, loaded.records.len());
        let most = if is_full { FEWEST_PACKED } else { MOST_LOOSE };
        if refused.is_some() || (loaded.n_loose() <= most && !loaded.has_damage()) {
            return Vec::new();
        }
        for key in loaded.redundant() {
            // What cannot be taken away now goes another time.
            let _ = self.store.remove(&key);
        }
        let unpacked = loaded.unpacked();
        if unpacked.len() > most || loaded.has_segment_to_mend() {
            self.pack(&unpacked, LARGEST)
        } else {
            Vec::new()
        }
    }

    /// Keeps some room, or gives it free. Failing at either is no harm.
    fn spare(&mut self, is_full: bool, n_records: usize) {
        let key = self.place.spare();
        if is_full {
            let _ = self.store.remove(&key);
        } else if n_records >= FEWEST_PACKED && self.store.get(&key) == Ok(None) {
            let _ = self.store.set(&key, &"-".repeat(SPARE));
        }
    }

    /// Writes segments, smaller ones where there is no room for large ones.
    fn pack(&mut self, records: &[(RecordId, Record)], size: usize) -> Vec<MirrorWrite> {
        let mut writes = Vec::new();
        for chunk in records.chunks(size) {
            let write = self.segment(chunk);
            let (key, text) = (&write.key, write.text.as_deref().unwrap_or_default());
            match self.store.get(key) {
                Ok(None) => {}
                // It is there; should it ever be another text with the same checksum, that stays.
                _ => continue,
            }
            match self.store.set(key, text) {
                Ok(()) => writes.push(write),
                Err(StoreError::Full) if chunk.len() > FEWEST_PACKED => {
                    writes.extend(self.pack(chunk, chunk.len().div_ceil(2)));
                }
                Err(_) => {}
            }
        }
        writes
    }

    /// Writes what the store has lost, as far as there is room. What is damaged here is not written over before it was
    /// set aside, and what is damaged there is no news.
    fn restore(&mut self, news: &[(String, String)], held: &Loaded, here: &Loaded) {
        for (key, text) in news.iter().filter(|(key, _)| !here.must_stay(key) && held.is_whole(key)) {
            if self.store.set(key, text).is_err() {
                return;
            }
        }
    }

    fn segment(&self, records: &[(RecordId, Record)]) -> MirrorWrite {
        let text = encode_segment(records);
        let n_records = u32::try_from(records.len()).unwrap_or(u32::MAX);
        MirrorWrite::set(self.place.segment(SegmentId::of(&text, n_records)), text)
    }

    /// Records as segments. They must be in the order of their names.
    pub(super) fn segments(&self, records: &[(RecordId, Record)]) -> Vec<MirrorWrite> {
        records.chunks(LARGEST).map(|chunk| self.segment(chunk)).collect()
    }

    /// The store behind it.
    pub fn store(&self) -> &S {
        &self.store
    }
}
