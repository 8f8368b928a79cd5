//! What one home of a deck's records holds: the store, or its mirror.

use super::codec::{Unreadable, decode};
use super::log::Log;
use super::place::{Key, Place, SegmentId};
use super::record::{Record, RecordId, WriterId};
use super::segment::decode_segment;
use super::store::{Store, StoreError};
use crate::grouped::Grouped;

/// What a home held when it was read.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// The records that could be read.
    pub records: Vec<(RecordId, Record)>,
    /// The keys of what could not, or not all of it, and is not set aside yet.
    pub unreadable: Vec<(String, Unreadable)>,
    sources: Vec<Source>,
    /// What was set aside: the end of the key under which it stood, and its text.
    aside: Vec<(String, String)>,
}

/// What stood under a key.
#[derive(Debug, PartialEq, Eq)]
struct Source {
    key: String,
    name: Name,
    /// Its records: how many of them, and after how many others they stand.
    begin: usize,
    n_records: usize,
    n_newer: usize,
    /// The text, if it is damaged.
    damaged: Option<String>,
    is_aside: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Name {
    Record(RecordId),
    Segment(SegmentId),
}

/// What is lost under a key, unless it is found elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Loss {
    pub(super) key: String,
    /// The record, where it is known which it was.
    pub(super) id: Option<RecordId>,
    pub(super) n_records: usize,
}

impl Loss {
    /// Whether what was lost is in a log all the same.
    pub(super) fn is_found(&self, log: &Log) -> bool {
        self.id.is_some_and(|id| log.has(id))
    }
}

impl Loaded {
    /// The texts that a store holds at a place, with their keys, and whether it refused something.
    pub(super) fn texts_of<S: Store>(
        store: &S,
        place: &Place,
    ) -> (Vec<(String, String)>, Option<StoreError>) {
        let mut texts = Vec::new();
        let keys = match store.keys() {
            Ok(keys) => keys,
            Err(error) => return (texts, Some(error)),
        };
        let mut refused = None;
        for key in keys.into_iter().filter(|key| place.tail(key).is_some()) {
            match store.get(&key) {
                Ok(Some(text)) => texts.push((key, text)),
                // Another window took it away meanwhile.
                Ok(None) => {}
                Err(error) => refused = Some(error),
            }
        }
        (texts, refused)
    }

    /// Reads what stands under the keys of a place; others are left out.
    pub(super) fn read(place: &Place, texts: Vec<(String, String)>) -> Self {
        let mut loaded = Loaded::default();
        for (key, text) in texts {
            let Some(named) = place.key(&key) else { continue };
            match named {
                Key::Record(id) => loaded.record(key, id, text),
                Key::Segment(id) => loaded.segment(key, id, text),
                Key::Aside(tail) => loaded.aside.push((tail, text)),
            }
        }
        for source in &mut loaded.sources {
            let Some(text) = &source.damaged else { continue };
            let is_it =
                |(tail, copy): &(String, String)| place.tail(&source.key) == Some(tail) && copy == text;
            source.is_aside = loaded.aside.iter().any(is_it);
        }
        loaded.list_unreadable();
        loaded
    }

    fn list_unreadable(&mut self) {
        self.unreadable.clear();
        for source in &self.sources {
            if source.damaged.is_some() && !source.is_aside {
                self.unreadable.push((source.key.clone(), Unreadable::Damaged));
            } else if source.n_newer > 0 {
                self.unreadable.push((source.key.clone(), Unreadable::Newer));
            }
        }
    }

    fn record(&mut self, key: String, id: RecordId, text: String) {
        let (record, n_newer, damaged) = match decode(id, &text) {
            Ok(record) => (Some(record), 0, None),
            Err(Unreadable::Newer) => (None, 1, None),
            Err(Unreadable::Damaged) => (None, 0, Some(text)),
        };
        let records = record.map(|record| (id, record)).into_iter().collect();
        self.source(key, Name::Record(id), records, n_newer, damaged);
    }

    fn segment(&mut self, key: String, id: SegmentId, text: String) {
        let segment = decode_segment(&text);
        let n_read = segment.records.len() + segment.n_newer;
        let is_whole = segment.n_damaged == 0 && n_read as u64 == u64::from(id.n_records);
        let damaged = (!is_whole).then_some(text);
        self.source(key, Name::Segment(id), segment.records, segment.n_newer, damaged);
    }

    fn source(
        &mut self,
        key: String,
        name: Name,
        records: Vec<(RecordId, Record)>,
        n_newer: usize,
        damaged: Option<String>,
    ) {
        let begin = self.records.len();
        self.records.extend(records);
        let n_records = self.records.len() - begin;
        self.sources.push(Source { key, name, begin, n_records, n_newer, damaged, is_aside: false });
    }

    /// Texts that are damaged and not set aside yet, with their keys.
    pub(super) fn to_set_aside(&self) -> impl Iterator<Item = (&str, &str)> {
        let sources = self.sources.iter().filter(|source| !source.is_aside);
        sources.filter_map(|source| Some((source.key.as_str(), source.damaged.as_deref()?)))
    }

    /// Has what is damaged set aside by `copy`, which tells whether it could.
    pub(super) fn set_aside(&mut self, mut copy: impl FnMut(&str, &str) -> bool) {
        for source in &mut self.sources {
            if let (false, Some(text)) = (source.is_aside, &source.damaged) {
                source.is_aside = copy(&source.key, text);
            }
        }
        self.list_unreadable();
    }

    /// Whether what stands under a key is damaged and not set aside, so that nothing may be written over it.
    pub(super) fn must_stay(&self, key: &str) -> bool {
        self.unreadable.iter().any(|(damaged, why)| damaged == key && *why == Unreadable::Damaged)
    }

    /// Of the texts that were read here, those that hold what `other` lacks. What is
    /// damaged here alone, or was set aside, is no news.
    pub(super) fn news_to(&self, other: &Loaded, texts: Vec<(String, String)>) -> Vec<(String, String)> {
        let known = Log::of(&other.records);
        let newer: Vec<_> =
            other.sources.iter().filter(|source| source.n_newer > 0).map(|source| &source.key).collect();
        let is_news = |source: &&Source| {
            let mut records = self.of(source).iter();
            (source.damaged.is_some() && !source.is_aside && !other.is_whole(&source.key))
                || records.any(|(id, record)| known.would_change_by(*id, record))
                || (source.n_newer > 0 && !newer.contains(&&source.key))
        };
        // They were read in this order.
        let mut keys = self.sources.iter().filter(is_news).map(|source| &source.key).peekable();
        texts.into_iter().filter(|(key, _)| keys.next_if(|next| *next == key).is_some()).collect()
    }

    /// Whether something stands under this key, and is not damaged.
    pub(super) fn is_whole(&self, key: &str) -> bool {
        self.sources.iter().any(|source| source.key == key && source.damaged.is_none())
    }

    /// What is lost here.
    pub(super) fn losses(&self) -> impl Iterator<Item = Loss> {
        let damaged = self.sources.iter().filter(|source| source.damaged.is_some() && !source.is_aside);
        damaged.map(|source| {
            let (id, n_written) = match source.name {
                Name::Record(id) => (Some(id), 1),
                Name::Segment(id) => (None, usize::try_from(id.n_records).unwrap_or(usize::MAX)),
            };
            let n_records = n_written.saturating_sub(source.n_records + source.n_newer);
            Loss { key: source.key.clone(), id, n_records }
        })
    }

    /// How many records of a later release there are.
    pub(super) fn n_newer(&self) -> usize {
        self.sources.iter().map(|source| source.n_newer).sum()
    }

    /// How many records stand under keys of their own.
    pub(super) fn n_loose(&self) -> usize {
        self.sources.iter().filter(|source| matches!(source.name, Name::Record(_))).count()
    }

    /// Whether anything is damaged.
    pub(super) fn has_damage(&self) -> bool {
        self.sources.iter().any(|source| source.damaged.is_some())
    }

    /// The keys whose records all stand in whole segments too, and what was damaged if it was set aside.
    pub(super) fn redundant(&self) -> Vec<String> {
        let packed = self.packed();
        let is_redundant = |source: &&Source| {
            !source.is_whole_segment()
                && source.n_newer == 0
                && source.may_go()
                && self.of(source).iter().all(|(id, record)| self.has(&packed, *id, record))
        };
        self.sources.iter().filter(is_redundant).map(|source| source.key.clone()).collect()
    }

    /// The records that stand in no whole segment, by name.
    pub(super) fn unpacked(&self) -> Vec<(RecordId, Record)> {
        let packed = self.packed();
        let sources = self.sources.iter().filter(|source| !source.is_whole_segment());
        let records = sources.flat_map(|source| self.of(source));
        let unpacked: Vec<_> =
            records.filter(|(id, record)| !self.has(&packed, *id, record)).cloned().collect();
        Log::of(&unpacked).without(&[])
    }

    /// Whether a damaged segment could go, once what was saved from it is packed anew.
    pub(super) fn has_segment_to_mend(&self) -> bool {
        self.sources.iter().any(|source| {
            matches!(source.name, Name::Segment(_)) && source.damaged.is_some() && source.may_go()
        })
    }

    /// Which of the records stand in whole segments.
    fn packed(&self) -> Grouped<WriterId, u32, usize> {
        let mut packed = Grouped::default();
        for source in self.sources.iter().filter(|source| source.is_whole_segment()) {
            for (place, (id, _)) in self.of(source).iter().enumerate() {
                packed.insert(id.writer, id.number, source.begin + place);
            }
        }
        packed
    }

    fn has(&self, packed: &Grouped<WriterId, u32, usize>, id: RecordId, record: &Record) -> bool {
        let place = packed.get(id.writer, id.number);
        place.and_then(|place| self.records.get(*place)).is_some_and(|(_, packed)| packed == record)
    }

    fn of(&self, source: &Source) -> &[(RecordId, Record)] {
        self.records.get(source.begin..source.begin + source.n_records).unwrap_or_default()
    }
}

impl Source {
    fn is_whole_segment(&self) -> bool {
        matches!(self.name, Name::Segment(_)) && self.damaged.is_none()
    }

    /// What is damaged may go once it was set aside, unless the copy cannot be exact: a browser's text may have what a
    /// text here has not, and a replacement character stands for it.
    fn may_go(&self) -> bool {
        self.damaged
            .as_ref()
            .is_none_or(|text| self.is_aside && !text.chars().any(|c| c == char::REPLACEMENT_CHARACTER))
    }
}
