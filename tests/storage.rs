//! Stored progress: segments, packing, damage, two homes, many writers.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::rc::Rc;

use greenroom::day::{Day, Moment};
use greenroom::deck::{CardId, DeckId, DeckKey};
use greenroom::progress::{
    Keeper, Log, MemoryStore, MirrorWrite, Place, Record, RecordId, Review, Saving, Shelf, Store, StoreError,
    Stored, Unreadable, Why, WriterId, decode_segment, encode, encode_segment,
};
use greenroom::schedule::{Practice, Rating};
use proptest::prelude::*;

const NOON: i64 = 1_795_262_400_000;
const TODAY: Day = Day(20_778);

fn id(writer: u64, number: u32) -> RecordId {
    RecordId { writer: WriterId::from_seed(writer), number }
}

fn review(card: u32, minute: u32) -> Record {
    let at = Moment::new(NOON + i64::from(minute) * 60_000, 60);
    let rating = Rating::from_number(1 + minute % 5).unwrap();
    Record::Review(Review::new(CardId(card.to_string()).key(), at, rating, Practice::Scheduled))
}

/// Records of several writers, as many of each, by name.
fn records(n_writers: u64, n_each: u32) -> Vec<(RecordId, Record)> {
    let of = |writer| (0..n_each).map(move |number| (id(writer, number), review(number % 50, number)));
    let mut records: Vec<_> = (1..=n_writers).flat_map(of).collect();
    records.sort();
    records
}

/// A store that several windows share, with so much room, that can also refuse everything.
#[derive(Clone, Debug)]
struct SharedStore(Rc<RefCell<Inner>>);

#[derive(Clone, Debug)]
struct Inner {
    texts: MemoryStore,
    room: usize,
    is_blocked: bool,
    /// So many changes are still made, and then none: the browser was killed.
    changes_left: usize,
}

impl Default for SharedStore {
    fn default() -> Self {
        let (texts, room, changes_left) = (MemoryStore::default(), usize::MAX, usize::MAX);
        SharedStore(Rc::new(RefCell::new(Inner { texts, room, is_blocked: false, changes_left })))
    }
}

impl SharedStore {
    fn of(texts: &BTreeMap<String, String>) -> Self {
        let store = Self::default();
        store.0.borrow_mut().texts.0.clone_from(texts);
        store
    }

    fn texts(&self) -> BTreeMap<String, String> {
        self.0.borrow().texts.0.clone()
    }

    fn keys_with(&self, part: &str) -> Vec<String> {
        self.texts().into_keys().filter(|key| key.contains(part)).collect()
    }

    fn put(&self, key: &str, text: &str) {
        self.0.borrow_mut().texts.0.insert(key.to_owned(), text.to_owned());
    }

    fn size(&self) -> usize {
        self.0.borrow().texts.0.iter().map(|(key, text)| key.len() + text.len()).sum()
    }

    fn set_room(&self, room: usize) {
        self.0.borrow_mut().room = room;
    }

    fn apply(&self, writes: &[MirrorWrite]) {
        for MirrorWrite { key, text } in writes {
            let texts = &mut self.0.borrow_mut().texts.0;
            match text {
                Some(text) => drop(texts.insert(key.clone(), text.clone())),
                None => drop(texts.remove(key)),
            }
        }
    }
}

impl Store for SharedStore {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.0.borrow().texts.keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.0.borrow().texts.get(key)
    }

    fn set(&mut self, key: &str, text: &str) -> Result<(), StoreError> {
        let before = self.get(key)?.map_or(0, |before| key.len() + before.len());
        let after = self.size() - before + key.len() + text.len();
        let inner = &mut *self.0.borrow_mut();
        if inner.is_blocked {
            return Err(StoreError::Blocked);
        }
        if after > inner.room {
            return Err(StoreError::Full);
        }
        if inner.changes_left > 0 {
            inner.changes_left -= 1;
            inner.texts.set(key, text)?;
        }
        Ok(())
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        let inner = &mut *self.0.borrow_mut();
        if inner.changes_left > 0 {
            inner.changes_left -= 1;
            inner.texts.remove(key)?;
        }
        Ok(())
    }

    fn is_lasting(&self) -> bool {
        true
    }
}

fn deck() -> DeckKey {
    DeckKey::new("", &DeckId("deck".into()))
}

fn place() -> Place {
    Place::new(Place::PREFIX, deck())
}

fn shelf(store: &SharedStore) -> Shelf<SharedStore> {
    Shelf::new(store.clone(), deck())
}

fn keeper(store: &SharedStore) -> Keeper<SharedStore> {
    Keeper::new(store.clone(), place())
}

fn store_with(records: &[(RecordId, Record)]) -> SharedStore {
    let store = SharedStore::default();
    let mut shelf = shelf(&store);
    records.iter().for_each(|(id, record)| shelf.put(*id, record.clone()));
    store
}

/// All that can be read, by name, and without what is there twice.
fn read(store: &SharedStore) -> Vec<(RecordId, Record)> {
    let set: BTreeSet<_> = shelf(store).load().records.into_iter().collect();
    set.into_iter().collect()
}

/// Opens the deck as a page does: reads, sets aside what is damaged, brings the homes together.
fn open(store: &SharedStore, mirror: &SharedStore) -> (Log, Stored) {
    let mut shelf = shelf(store);
    let mut loaded = shelf.load();
    shelf.set_aside(&mut loaded, TODAY);
    let mut log = Log::of(&loaded.records);
    let synced = keeper(store).sync(mirror.texts().into_iter().collect(), TODAY);
    for (id, record) in shelf.hear(synced.news) {
        log.insert(id, record);
    }
    mirror.apply(&synced.writes);
    shelf.synced();
    let stored = shelf.stored(&log);
    (log, stored)
}

#[test]
fn many_records_are_packed_in_two_steps_and_nothing_changes() {
    let all = records(30, 40);
    let store = store_with(&all);
    let loose = store.size();
    assert_eq!(keeper(&store).tidy(false).len(), 2);
    // First there is more than before.
    assert_eq!((store.keys_with(":s:").len(), store.keys_with(":l:").len()), (2, 1200));
    assert_eq!(read(&store), all);
    assert_eq!(keeper(&store).tidy(false), []);
    assert_eq!((store.keys_with(":s:").len(), store.keys_with(":l:").len()), (2, 0));
    assert_eq!(read(&store), all);
    let per_review = |size: usize| size * 10 / all.len();
    assert_eq!((per_review(loose), per_review(store.size() - 4096 - 15)), (407, 198));
    // Once more there is nothing to do.
    let texts = store.texts();
    assert_eq!(keeper(&store).tidy(false), []);
    assert_eq!(store.texts(), texts);
}

#[test]
fn a_few_records_stay_as_they_are() {
    let all = records(10, 20);
    let store = store_with(&all);
    assert_eq!(keeper(&store).tidy(false), []);
    assert_eq!((store.keys_with(":l:").len(), store.keys_with(":s:").len()), (200, 0));
}

#[test]
fn windows_that_pack_at_once_write_the_same_and_lose_nothing() {
    let all = records(10, 60);
    let store = store_with(&all);
    let texts = store.texts();
    keeper(&store).tidy(false);
    let packed = store.texts();
    // The other window had read before.
    let other = SharedStore::of(&texts);
    keeper(&other).tidy(false);
    assert_eq!(other.texts(), packed);
    // A third one has seen one record less, and its segment is another.
    let third = SharedStore::of(&texts);
    third.0.borrow_mut().texts.0.pop_last();
    keeper(&third).tidy(false);
    store.apply(
        &third
            .texts()
            .into_iter()
            .map(|(key, text)| MirrorWrite { key, text: Some(text) })
            .collect::<Vec<_>>(),
    );
    keeper(&store).tidy(false);
    assert_eq!(read(&store), all);
}

#[test]
fn a_browser_killed_at_any_step_of_packing_loses_nothing() {
    let all = records(5, 50);
    let texts = store_with(&all).texts();
    for changes in 0..300 {
        let store = SharedStore::of(&texts);
        for _ in 0..2 {
            store.0.borrow_mut().changes_left = changes / 2;
            keeper(&store).tidy(false);
        }
        assert_eq!(read(&store), all, "killed after {changes}");
    }
}

#[test]
fn eight_windows_with_five_hundred_ratings_each_lose_and_double_nothing() {
    let store = SharedStore::default();
    let mut windows: Vec<_> = (1..=8).map(|writer| (writer, shelf(&store), Log::default())).collect();
    let mut state = 12_345_u64;
    for number in 0..500 {
        for (writer, shelf, log) in &mut windows {
            let (id, record) = (id(*writer, number), review(number % 50, number));
            log.insert(id, record.clone());
            shelf.put(id, record);
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            match state >> 60 {
                0 => drop(keeper(&store).tidy(false)),
                1 => shelf.load().records.into_iter().for_each(|(id, record)| drop(log.insert(id, record))),
                _ => {}
            }
        }
    }
    assert_eq!(read(&store), records(8, 500));
    let loaded: Vec<Log> = windows.iter_mut().map(|(_, shelf, _)| Log::of(&shelf.load().records)).collect();
    assert!(loaded.windows(2).all(|pair| pair[0] == pair[1]));
    assert_eq!(
        (0..50).map(|card: u32| loaded[0].history(CardId(card.to_string()).key()).len()).sum::<usize>(),
        4000
    );
}

#[test]
fn either_home_alone_restores_what_the_other_has_lost() {
    for n_each in [3, 100] {
        let all = records(7, n_each);
        let (store, mirror) = (store_with(&all), SharedStore::default());
        // The mirror is new: it takes everything.
        let (log, stored) = open(&store, &mirror);
        assert_eq!((log.len(), stored.is_durable, stored.n_lost), (all.len(), true, 0));
        assert_eq!(read(&mirror), all);
        // The store was evicted.
        let evicted = SharedStore::default();
        let (log, stored) = open(&evicted, &mirror);
        assert_eq!((log.records().count(), stored.saving), (all.len(), Saving::Kept));
        assert_eq!(read(&evicted), all);
        // The mirror was.
        let fresh = SharedStore::default();
        open(&evicted, &fresh);
        assert_eq!(read(&fresh), all);
        // Each has a part of it.
        let (even, odd): (Vec<_>, Vec<_>) = all.iter().cloned().partition(|(id, _)| id.number % 2 == 0);
        let (store, mirror) = (store_with(&even), store_with(&odd));
        assert_eq!(open(&store, &mirror).0.len(), all.len());
        assert_eq!((read(&store), read(&mirror)), (all.clone(), all));
    }
}

#[test]
fn the_mirror_is_packed_too_and_a_second_look_changes_nothing() {
    let all = records(10, 60);
    let (store, mirror) = (store_with(&all), store_with(&all));
    open(&store, &mirror);
    open(&store, &mirror);
    assert_eq!((mirror.keys_with(":l:").len(), mirror.keys_with(":s:").len()), (0, 1));
    assert_eq!(read(&mirror), all);
    let texts = (store.texts(), mirror.texts());
    open(&store, &mirror);
    assert_eq!((store.texts(), mirror.texts()), texts);
}

#[test]
fn what_is_damaged_is_set_aside_under_a_dated_key_before_anything_is_written() {
    let all = records(1, 5);
    let store = store_with(&all);
    let key = place_key(&store, 2);
    store.put(&key, "broken");
    let mut shelf = shelf(&store);
    let mut loaded = shelf.load();
    assert_eq!(loaded.unreadable, [(key.clone(), Unreadable::Damaged)]);
    shelf.set_aside(&mut loaded, TODAY);
    let tail = key.rsplit_once(":l:").unwrap().1;
    let aside = format!("{}q:2026-11-21.0:l:{tail}", place().prefix());
    assert_eq!(store.texts()[&aside], "broken");
    let log = Log::of(&loaded.records);
    let stored = shelf.stored(&log);
    assert_eq!((stored.n_lost, stored.n_kept), (1, 4));
    // It is told once, taken away once that is safe, and the copy stays.
    let loaded = self::shelf(&store).load();
    assert_eq!(loaded.unreadable, []);
    keeper(&store).tidy(false);
    assert!(!store.texts().contains_key(&key) && store.texts().contains_key(&aside));
    assert_eq!(read(&store).len(), 4);
}

/// The key of the record with this number.
fn place_key(store: &SharedStore, number: u32) -> String {
    store.texts().into_keys().find(|key| key.ends_with(&format!(".{number}"))).unwrap()
}

#[test]
fn what_is_damaged_again_on_the_same_day_gets_another_key() {
    let store = store_with(&records(1, 1));
    let key = place_key(&store, 0);
    for (text, copies) in [("one", 1), ("two", 2), ("one", 2)] {
        store.put(&key, text);
        let mut shelf = shelf(&store);
        let mut loaded = shelf.load();
        shelf.set_aside(&mut loaded, TODAY);
        assert_eq!(store.keys_with(":q:").len(), copies);
    }
}

#[test]
fn the_mirror_heals_what_is_damaged_here_and_nothing_is_lost() {
    let all = records(3, 100);
    let (store, mirror) = (store_with(&all), SharedStore::default());
    keeper(&store).tidy(false);
    keeper(&store).tidy(false);
    let loose = (id(9, 0), review(3, 9));
    shelf(&store).put(loose.0, loose.1.clone());
    open(&store, &mirror);
    let segment = store.keys_with(":s:").remove(0);
    let single = store.keys_with(":l:").remove(0);
    let text = store.texts()[&segment].clone();
    store.put(&segment, &text[..text.len() / 2]);
    store.put(&single, "?");
    let (log, stored) = open(&store, &mirror);
    assert_eq!((log.len(), stored.n_lost), (301, 0));
    let mut expected = all;
    expected.push(loose);
    expected.sort();
    assert_eq!(read(&store), expected);
    // What was set aside does not come back as a fault.
    for _ in 0..3 {
        keeper(&store).tidy(false);
        assert_eq!(open(&store, &mirror).1.n_lost, 0);
        assert_eq!(read(&store), expected);
    }
    assert!(store.keys_with(":s:").iter().all(|key| *key != segment || store.texts()[key] == text));
}

#[test]
fn what_cannot_be_set_aside_is_not_written_over() {
    let all = records(1, 5);
    let (store, mirror) = (store_with(&all), store_with(&all));
    let key = place_key(&store, 2);
    store.put(&key, "a damaged text of some length");
    store.set_room(store.size());
    let mut shelf = shelf(&store);
    let mut loaded = shelf.load();
    shelf.set_aside(&mut loaded, TODAY);
    shelf.put_back(&Log::of(&all), &loaded);
    assert_eq!(open(&store, &mirror).0.len(), 5);
    keeper(&store).tidy(true);
    assert_eq!(store.texts()[&key], "a damaged text of some length");
    // With room it is, and the mirror heals it.
    store.set_room(usize::MAX);
    assert_eq!(open(&store, &mirror).1.n_lost, 0);
    assert_eq!((store.keys_with(":q:").len(), read(&store)), (1, all));
}

#[test]
fn what_is_damaged_in_the_mirror_alone_is_no_loss() {
    for n_each in [5, 300] {
        let all = records(1, n_each);
        let (store, mirror) = (store_with(&all), SharedStore::default());
        (0..2).for_each(|_| drop(keeper(&store).tidy(false)));
        open(&store, &mirror);
        let key = mirror.texts().into_keys().next().unwrap();
        mirror.put(&key, "broken");
        for _ in 0..3 {
            let (log, stored) = open(&store, &mirror);
            assert_eq!((log.len(), stored.n_lost), (all.len(), 0));
        }
        assert_eq!((read(&mirror), mirror.keys_with(":q:").len()), (all, 1));
    }
}

#[test]
fn a_damaged_segment_is_told_packed_anew_and_gone() {
    let all = records(4, 100);
    let store = store_with(&all);
    keeper(&store).tidy(false);
    keeper(&store).tidy(false);
    let segment = store.keys_with(":s:").remove(0);
    let text = store.texts()[&segment].clone();
    let cut = format!("{}{}", &text[..1000], &text[1100..]);
    store.put(&segment, &cut);
    let kept = read(&store);
    let mirror = SharedStore::default();
    let (log, stored) = open(&store, &mirror);
    assert_eq!((stored.n_kept, stored.n_lost), (kept.len(), 400 - kept.len()));
    assert_eq!(log.len(), kept.len());
    assert!((393..=395).contains(&kept.len()), "{}", kept.len());
    keeper(&store).tidy(false);
    keeper(&store).tidy(false);
    assert!(!store.texts().contains_key(&segment));
    assert_eq!(read(&store), kept);
    assert_eq!(open(&store, &mirror).1, Stored { is_durable: true, ..Stored::default() });
    let aside = store.keys_with(":q:").remove(0);
    assert_eq!(store.texts()[&aside], cut);
}

#[test]
fn what_a_later_release_wrote_is_left_as_it_is() {
    let mut all = records(5, 60);
    all.retain(|(id, _)| *id != self::id(1, 1));
    let store = store_with(&all);
    let prefix = place().prefix().to_owned();
    // A record with a tag of the future, a segment with one, and keys of unknown kinds.
    let newer = [
        (format!("{prefix}l:AAAAAB.1"), "pFuturedPB".to_owned()),
        (format!("{prefix}t:AAAAAB.1"), "whatever".to_owned()),
        (format!("{prefix}s:2:AAAAAB.1"), "whatever".to_owned()),
        ("gr1:meta".to_owned(), "{}".to_owned()),
    ];
    newer.iter().for_each(|(key, text)| store.put(key, text));
    let mirror = SharedStore::default();
    for _ in 0..3 {
        let (log, stored) = open(&store, &mirror);
        assert_eq!((log.len(), stored.n_newer, stored.n_lost), (299, 1, 0));
        keeper(&store).tidy(false);
    }
    for (key, text) in &newer {
        assert_eq!(store.texts().get(key), Some(text));
    }
}

#[test]
fn a_full_store_is_packed_until_there_is_room() {
    let all = records(3, 60);
    let store = store_with(&all);
    keeper(&store).tidy(false);
    // Somebody else takes the rest, to the last character.
    store.set_room(store.size());
    let mut shelf = shelf(&store);
    let mut known = all.clone();
    for number in 0..20 {
        known.push((id(9, number), review(7, number)));
        shelf.put(id(9, number), review(7, number));
    }
    assert_eq!(shelf.saving(), Saving::Memory { why: Why::Full });
    shelf.synced();
    assert_eq!(shelf.saving(), Saving::Mirrored { why: Why::Full });
    assert_eq!(read(&store), all);
    for _ in 0..2 {
        keeper(&store).tidy(true);
        assert!(read(&store).len() >= all.len());
    }
    shelf.load();
    assert_eq!(shelf.saving(), Saving::Kept);
    known.sort();
    assert_eq!(read(&store), known);
}

#[test]
fn a_blocked_store_leaves_everything_to_the_mirror() {
    let (store, mirror) = (SharedStore::default(), SharedStore::default());
    store.0.borrow_mut().is_blocked = true;
    let mut shelf = shelf(&store);
    shelf.put(id(1, 0), review(1, 1));
    assert_eq!(shelf.saving(), Saving::Memory { why: Why::Blocked });
    mirror.apply(&shelf.take_writes());
    shelf.mirrored(true);
    shelf.synced();
    assert_eq!(shelf.saving(), Saving::Mirrored { why: Why::Blocked });
    assert_eq!(open(&store, &mirror).0.len(), 1);
}

#[test]
fn durable_is_what_the_mirror_has_taken() {
    let store = SharedStore::default();
    let mut shelf = shelf(&store);
    let is_durable = |shelf: &Shelf<SharedStore>| shelf.stored(&Log::default()).is_durable;
    assert!(!is_durable(&shelf));
    shelf.synced();
    assert!(is_durable(&shelf));
    shelf.put(id(1, 0), review(1, 1));
    assert!(!is_durable(&shelf));
    let writes = shelf.take_writes();
    assert_eq!(
        writes,
        [MirrorWrite { key: place_key(&store, 0), text: Some(encode(id(1, 0), &review(1, 1))) }]
    );
    assert!(!is_durable(&shelf));
    shelf.put(id(1, 1), review(1, 2));
    shelf.take_writes();
    shelf.mirrored(true);
    assert!(!is_durable(&shelf));
    shelf.mirrored(true);
    assert!(is_durable(&shelf));
    // A write that failed: only bringing both together again tells.
    shelf.put(id(1, 2), review(1, 3));
    shelf.take_writes();
    shelf.mirrored(false);
    shelf.put(id(1, 3), review(1, 4));
    shelf.take_writes();
    shelf.mirrored(true);
    assert!(!is_durable(&shelf));
    shelf.synced();
    assert!(is_durable(&shelf));
}

/// A source of numbers that are the same at every run.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn pick<T: Clone>(&mut self, items: &[T]) -> T {
        items[self.throw(items.len())].clone()
    }
}

/// What is stored in the tests of damage: a segment, and records under keys of their own.
struct Sound {
    texts: BTreeMap<String, String>,
    keys: Vec<String>,
    segment: String,
    pieces: Vec<Piece>,
    packed: Vec<(RecordId, Record)>,
    loose: BTreeMap<String, (RecordId, Record)>,
    all: BTreeSet<(RecordId, Record)>,
}

impl Sound {
    fn new() -> Self {
        let all = records(4, 18);
        let (packed, loose) = all.split_at(60);
        let store = store_with(packed);
        (0..2).for_each(|_| drop(keeper(&store).tidy(true)));
        let mut shelf = shelf(&store);
        loose.iter().for_each(|(id, record)| shelf.put(*id, record.clone()));
        let texts = store.texts();
        let segment = store.keys_with(":s:").remove(0);
        Sound {
            keys: texts.keys().cloned().collect(),
            pieces: pieces(&texts[&segment]),
            segment,
            packed: packed.to_vec(),
            loose: loose.iter().map(|(id, record)| (key_of(*id), (*id, record.clone()))).collect(),
            all: all.iter().cloned().collect(),
            texts,
        }
    }

    /// The records that were not touched, when a stretch of a key's text was changed, or the keys were taken away.
    fn untouched(
        &self,
        key: &str,
        stretch: &Range<usize>,
        gone: &BTreeSet<String>,
    ) -> BTreeSet<(RecordId, Record)> {
        let is_whole = |range: &Range<usize>| stretch.end <= range.start || range.end <= stretch.start;
        let survives = |piece: &Piece| is_whole(&piece.record) && piece.heads.iter().any(is_whole);
        let packed =
            self.packed.iter().zip(&self.pieces).filter(|(_, piece)| {
                !gone.contains(&self.segment) && (key != self.segment || survives(piece))
            });
        let loose = self.loose.iter().filter(|(own, _)| *own != key && !gone.contains(*own));
        packed.map(|(record, _)| record).chain(loose.map(|(_, record)| record)).cloned().collect()
    }
}

#[test]
fn ten_thousand_mutations_of_what_is_stored_lose_no_undamaged_record() {
    let sound = Sound::new();
    let mut dice = Dice(7);
    for round in 0..10_000 {
        let mut texts = sound.texts.clone();
        let key = if dice.throw(2) == 0 { sound.segment.clone() } else { dice.pick(&sound.keys) };
        let text = texts[&key].clone();
        let (at, mut key_changed, mut stretch, mut gone) =
            (dice.throw(text.len()), key.as_str(), 0..0, BTreeSet::new());
        let mut change = |range: Range<usize>, with: &str| {
            texts.insert(key.clone(), format!("{}{with}{}", &text[..range.start], &text[range.end..]));
            stretch = range;
        };
        match dice.throw(6) {
            0 => change(at..at + 1, &char::from(b' ' + u8::try_from(dice.throw(95)).unwrap()).to_string()),
            1 => change(at..text.len().min(at + 1 + dice.throw(200)), ""),
            2 => {
                let junk = (0..dice.throw(40))
                    .map(|_| char::from_u32(dice.throw(0x300).try_into().unwrap()).unwrap());
                change(at..at, &junk.collect::<String>());
            }
            3 => {
                let other = dice.pick(&sound.keys);
                let swapped = texts.insert(other.clone(), text.clone()).unwrap();
                texts.insert(key.clone(), swapped);
                gone.extend(
                    [key.clone(), other].into_iter().filter(|changed| texts[changed] != sound.texts[changed]),
                );
            }
            4 => {
                texts.remove(&key);
                gone.insert(key.clone());
            }
            _ => {
                let kind = dice.pick(&["l", "s", "q", "x", ""]);
                texts.insert(format!("{}{kind}:{at}", place().prefix()), text.clone());
                texts.insert(format!("gr1:{at}"), text.clone());
                key_changed = "";
            }
        }
        if !gone.is_empty() {
            key_changed = "";
        }
        let store = SharedStore::of(&texts);
        let mut shelf = shelf(&store);
        let mut loaded = shelf.load();
        let found: BTreeSet<_> = loaded.records.iter().cloned().collect();
        let expected = sound.untouched(key_changed, &stretch, &gone);
        let missing: Vec<_> = expected.difference(&found).collect();
        assert!(missing.is_empty(), "round {round}, {stretch:?} of {key}: {missing:?}");
        let invented: Vec<_> = found.difference(&sound.all).collect();
        assert!(invented.is_empty(), "round {round}: {invented:?}");
        // And tidying up afterwards loses nothing more.
        if round % 20 == 0 {
            shelf.set_aside(&mut loaded, TODAY);
            (0..3).for_each(|_| drop(keeper(&store).tidy(true)));
            assert!(read(&store).into_iter().collect::<BTreeSet<_>>().is_superset(&found), "round {round}");
        }
    }
}

fn key_of(id: RecordId) -> String {
    let mut shelf = shelf(&SharedStore::default());
    shelf.put(id, review(0, 0));
    shelf.store().texts().into_keys().next().unwrap()
}

/// Where a record stands in a segment, and the heads that name it.
struct Piece {
    record: Range<usize>,
    heads: [Range<usize>; 2],
}

fn pieces(segment: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let (mut at, mut head, mut open) = (0, 0..0, 0);
    for text in segment.split_terminator('.') {
        let range = at..at + text.len();
        at = range.end + 1;
        if text.starts_with('*') {
            pieces[open..].iter_mut().for_each(|piece| piece.heads[1] = range.clone());
            (head, open) = (range, pieces.len());
        } else {
            pieces.push(Piece { record: range, heads: [head.clone(), 0..0] });
        }
    }
    pieces
}

#[test]
fn no_text_takes_long_to_be_read() {
    for text in [
        "*".repeat(1_000_000),
        "D".repeat(1_000_000),
        ".".repeat(1_000_000),
        "DAAAA.".repeat(200_000),
        "\u{10ffff}*.".repeat(100_000),
    ] {
        assert_eq!(decode_segment(&text).records, []);
    }
    let head = encode_segment(&records(1, 1));
    let head = &head[..17];
    let pieces =
        decode_segment(&format!("{head}{}", "DAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.".repeat(20_000)));
    assert_eq!((pieces.records.len(), pieces.n_damaged), (0, 20_000));
}

/// What an older release stored is read for good: add files, never change one.
#[test]
fn stored_texts_of_every_release_are_read() {
    let file = std::fs::read_to_string("tests/stored/1.txt").unwrap();
    let line = |line: &str| line.split_once(' ').map(|(key, text)| (key.to_owned(), text.to_owned()));
    let texts: BTreeMap<_, _> = file.lines().filter_map(line).collect();
    assert_eq!(read(&SharedStore::of(&texts)), golden());
    // And it is what is written today.
    let store = SharedStore::default();
    let (all, broken) = (golden(), format!("{}l:Vnibn5.1234", place().prefix()));
    let (packed, loose) = all.split_at(240);
    let mut shelf = shelf(&store);
    store.put(&broken, "broken");
    let mut loaded = shelf.load();
    shelf.set_aside(&mut loaded, TODAY);
    packed.iter().for_each(|(id, record)| shelf.put(*id, record.clone()));
    (0..2).for_each(|_| drop(keeper(&store).tidy(false)));
    loose.iter().for_each(|(id, record)| shelf.put(*id, record.clone()));
    let mut today = store.texts();
    today.retain(|key, _| !key.ends_with(":r:"));
    let file: Vec<_> = today.iter().map(|(key, text)| format!("{key} {text}\n")).collect();
    assert_eq!(today, texts, "\n{}", file.concat());
}

fn golden() -> Vec<(RecordId, Record)> {
    let mut records = records(3, 80);
    records.push((id(u64::MAX >> 11, 3), review(1, 7)));
    records.push((id(u64::MAX >> 11, 4), Record::Undo(id(1, 79))));
    records
}

fn ids() -> impl Strategy<Value = RecordId> {
    (0..4_u64, prop_oneof![0..300_u32, any::<u32>()]).prop_map(|(writer, number)| id(writer, number))
}

fn any_record() -> impl Strategy<Value = Record> {
    prop_oneof![
        4 => (0..9_u32, 0..100_000_u32).prop_map(|(card, minute)| review(card, minute)),
        1 => ids().prop_map(Record::Undo),
    ]
}

fn named() -> impl Strategy<Value = Vec<(RecordId, Record)>> {
    prop::collection::btree_map(ids(), any_record(), 0..200).prop_map(|records| records.into_iter().collect())
}

proptest! {
    #[test]
    fn a_segment_gives_back_what_was_put_into_it(records in named()) {
        let segment = decode_segment(&encode_segment(&records));
        prop_assert_eq!(segment.records, records);
        prop_assert_eq!((segment.n_damaged, segment.n_newer), (0, 0));
    }

    #[test]
    fn any_text_can_be_read_as_a_segment(text in "[*.A-Z]{0,200}|.{0,100}") {
        decode_segment(&text);
    }

    #[test]
    fn what_two_homes_come_to_is_their_union(one in named(), other in named()) {
        let (store, mirror) = (store_with(&one), store_with(&other));
        let (log, _) = open(&store, &mirror);
        let mut union = Log::of(&one);
        union.merge(&Log::of(&other));
        prop_assert_eq!(&log, &union);
        // And the histories are those of all records in the order of their names.
        let sorted: Vec<_> = union.records().map(|(id, record)| (id, record.clone())).collect();
        prop_assert_eq!(Log::of(&sorted), union);
    }

    #[test]
    fn packing_changes_no_log(records in named()) {
        let store = store_with(&records);
        let before = Log::of(&shelf(&store).load().records);
        for _ in 0..3 {
            keeper(&store).tidy(true);
            prop_assert_eq!(&Log::of(&shelf(&store).load().records), &before);
        }
    }
}
