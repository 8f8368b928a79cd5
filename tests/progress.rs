//! The review log: its codec, its merge, its history and its shelf.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod util;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use greenroom::day::{Millis, Moment};
use greenroom::deck::{CardId, DeckId, DeckKey};
use greenroom::progress::{
    Log, MemoryStore, Record, RecordId, Reset, Review, Saving, Shelf, Stamp, Store, StoreError, Took,
    Unreadable, Why, WriterId, decode, encode,
};
use greenroom::schedule::{Practice, Rating};
use proptest::prelude::*;

const NOON: i64 = 1_795_262_400_000;

fn id(writer: u64, number: u32) -> RecordId {
    RecordId { writer: WriterId::from_seed(writer), number }
}

fn review(card: &str, millis: i64, rating: Rating) -> Review {
    Review::new(CardId(card.into()).key(), Moment::new(millis, 60), rating, Practice::Scheduled)
}

fn ids() -> impl Strategy<Value = RecordId> {
    (0..1_u64 << 53, any::<u32>()).prop_map(|(writer, number)| id(writer, number))
}

/// Ids of which several clash.
fn few_ids() -> impl Strategy<Value = RecordId> {
    (0..3_u64, 0..6_u32).prop_map(|(writer, number)| id(writer, number))
}

prop_compose! {
    fn reviews()(
        card in "[a-d]",
        millis in prop_oneof![any::<i64>(), NOON..NOON + 40_000_000_000],
        offset in -2_000..2_000_i32,
        rating in 1..=5_u32,
        help in 0..9_usize,
        is_free in any::<bool>(),
        took in any::<i64>(),
    ) -> Record {
        let practice = if is_free { Practice::Free } else { Practice::Scheduled };
        let at = Moment::new(millis, offset);
        let review = Review::new(CardId(card).key(), at, Rating::from_number(rating).unwrap(), practice);
        Record::Review(review.with_help(help).with_time(Took::from_millis(took)))
    }
}

fn records() -> impl Strategy<Value = Record> {
    prop_oneof![3 => reviews(), 1 => few_ids().prop_map(Record::Undo), 1 => resets()]
}

/// Resets among the reviews of the same months.
fn resets() -> impl Strategy<Value = Record> {
    (prop::option::of("[a-d]"), NOON..NOON + 40_000_000_000).prop_map(|(card, millis)| {
        let card = card.map(|card| CardId(card).key());
        Record::Reset(Reset::new(card, Moment::new(millis, 60)))
    })
}

fn logs() -> impl Strategy<Value = Log> {
    prop::collection::vec((few_ids(), records()), 0..12).prop_map(|records| log(&records))
}

fn log(records: &[(RecordId, Record)]) -> Log {
    let mut log = Log::default();
    for (id, record) in records {
        log.insert(*id, record.clone());
    }
    log
}

fn merged(a: &Log, b: &Log) -> Log {
    let mut both = a.clone();
    both.merge(b);
    both
}

proptest! {
    #[test]
    fn a_record_survives_the_store(
        id in ids(), record in prop_oneof![reviews(), ids().prop_map(Record::Undo), resets()],
    ) {
        let text = encode(id, &record);
        prop_assert!(text.len() <= 17 && text.is_ascii());
        prop_assert_eq!(decode(id, &text), Ok(record));
    }

    #[test]
    fn what_is_kept_of_a_review_is_what_was_given(
        millis in 1_704_067_200_000..2_777_808_000_000_i64, offset in -945..=945_i32, help in 0..=3_usize,
    ) {
        let moment = Moment::new(millis, offset);
        let review = review("a", millis, Rating::Two).with_help(help);
        prop_assert_eq!(review.help(), help);
        prop_assert_eq!(review.at().at.0, millis.div_euclid(1000) * 1000);
        let at = Review::new(review.card, moment, Rating::Two, Practice::Free).at();
        prop_assert!((0..15).contains(&(moment.offset.minutes() - at.offset.minutes())));
    }

    #[test]
    fn damage_is_noticed(id in ids(), record in records(), at in 0..17_usize, to in any::<char>()) {
        let mut text: Vec<char> = encode(id, &record).chars().collect();
        let at = at.min(text.len() - 1);
        prop_assume!(text[at] != to);
        text[at] = to;
        let text: String = text.into_iter().collect();
        prop_assert_eq!(decode(id, &text), Err(Unreadable::Damaged));
    }

    #[test]
    fn anything_can_be_decoded(id in ids(), text in ".{0,40}") {
        let _ = decode(id, &text);
    }

    #[test]
    fn ranks_are_in_the_order_of_stamps(a in (ids(), 0..2_000_000_000_i64), b in (ids(), 0..2_000_000_000_i64)) {
        let stamp = |(id, second): (RecordId, i64)| Stamp { at: Millis(second * 1000), id };
        prop_assert_eq!(stamp(a).rank().cmp(&stamp(b).rank()), stamp(a).cmp(&stamp(b)));
    }

    #[test]
    fn merge_is_commutative(a in logs(), b in logs()) {
        prop_assert_eq!(merged(&a, &b), merged(&b, &a));
    }

    #[test]
    fn merge_is_associative(a in logs(), b in logs(), c in logs()) {
        prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
    }

    #[test]
    fn merge_is_idempotent(a in logs()) {
        prop_assert_eq!(merged(&a, &a), a);
    }

    #[test]
    fn the_order_of_arrival_does_not_matter(
        records in prop::collection::vec((few_ids(), records()), 0..16).prop_shuffle(),
    ) {
        let mut backwards = records.clone();
        backwards.reverse();
        prop_assert_eq!(log(&records), log(&backwards));
    }
}

/// Changing any of these loses progress that is stored already: never edit a line, only add.
#[test]
fn the_format_is_pinned() {
    let id = id(7, 3);
    let free = Review::new(CardId("b".into()).key(), Moment::new(NOON, -570), Rating::Two, Practice::Free);
    let undo = Record::Undo(RecordId { number: 4_000_000_000, ..id });
    for (record, text) in [
        (Record::Review(review("a", NOON, Rating::Four)), "DERTH_LFb4dAhgVTj"),
        (Record::Review(free.with_help(2).with_time(Took::from_millis(61_000))), "fz2Lnp6Fb4dAMwuo0"),
        (Record::Review(review("a", i64::MIN, Rating::One)), "AERTH_LAAAAAhg0Mr"),
        (Record::Review(review("a", i64::MAX, Rating::Five)), "EERTH_L_____hgM99"),
        (undo, "oAAAAAHDuaygAnHV"),
        (Record::Reset(Reset::new(None, Moment::new(NOON, 60))), "sFb4dAhgBs-"),
        (
            Record::Reset(Reset::new(Some(CardId("a".into()).key()), Moment::new(NOON, 60))),
            "sFb4dAhgERTH_Ln9l",
        ),
    ] {
        assert_eq!(encode(id, &record), text);
        assert_eq!(decode(id, text), Ok(record));
    }
}

#[test]
fn a_sound_record_of_a_later_release_is_told_from_damage() {
    // Sound, with a tag that no release uses yet.
    assert_eq!(decode(id(1, 1), "pFuturedPB"), Err(Unreadable::Newer));
    assert_eq!(decode(id(1, 2), "pFuturedPB"), Err(Unreadable::Damaged));
    // Sound, with a tag of ours, and too long or out of range.
    for text in ["DERTH_LFb4dAhgAVMr", "DERTH_LFb4dA_gELl", "oAAAAAHDuaygAA-yT"] {
        assert_eq!(decode(id(1, 1), text), Err(Unreadable::Damaged), "{text}");
    }
}

/// Changing any of these loses progress that is stored already.
#[test]
fn keys_and_scales_are_pinned() {
    let store = SharedStore::default();
    shelf(&store, "https://example.com").put(id(0x1_2345_6789_abcd, 1234), Record::Undo(id(1, 0)));
    let keys: Vec<_> = store.texts().into_keys().collect();
    assert_eq!(keys, ["gr1:KfuI8wPS:l:Vnibn5.1234"]);
    let steps: Vec<_> = (0..=1800).filter_map(|second| Took::from_millis(second * 1000).seconds()).collect();
    let mut scale = steps;
    scale.dedup();
    assert_eq!(
        scale,
        [
            1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 19, 24, 30, 38, 48, 60, 75, 95, 120, 150, 190, 240, 300, 380,
            480, 600, 750, 950, 1200, 1500, 1800
        ]
    );
}

#[test]
fn a_store_that_fails_while_it_is_read_is_said() {
    let store = SharedStore::default();
    let mut shelf = shelf(&store, "");
    shelf.put(id(1, 0), Record::Review(review("a", NOON, Rating::Four)));
    store.fail_reading(true);
    assert_eq!(shelf.load().records, []);
    assert_eq!(shelf.saving(), Saving::Memory { why: Why::Blocked });
    store.fail_reading(false);
    assert_eq!(shelf.load().records.len(), 1);
    assert_eq!(shelf.saving(), Saving::Kept);
}

#[test]
fn two_records_of_one_name_change_both_cards() {
    let card = |name: &str| CardId(name.into()).key();
    let (one, other) =
        (Record::Review(review("a", NOON, Rating::One)), Record::Review(review("b", NOON, Rating::One)));
    let (less, more) = (one.clone().min(other.clone()), one.max(other));
    let mut log = Log::default();
    log.insert(id(1, 0), less.clone());
    let mut changed = log.insert(id(1, 0), more);
    changed.sort_unstable();
    let mut both = [card("a"), card("b")];
    both.sort_unstable();
    assert_eq!(changed, both);
    assert_eq!(log.insert(id(1, 0), less), []);
}

#[test]
fn undo_takes_a_review_out_of_the_history_and_stays_in_the_log() {
    let card = CardId("a".into()).key();
    let first = (id(1, 0), Record::Review(review("a", NOON, Rating::One)));
    let second = (id(1, 1), Record::Review(review("a", NOON + 1000, Rating::Four)));
    let undo = (id(1, 2), Record::Undo(second.0));
    let ratings = |records: &[(RecordId, Record)]| -> Vec<u32> {
        log(records).history(card).iter().map(|(_, review)| review.rating.number()).collect()
    };
    assert_eq!(ratings(&[second.clone(), first.clone()]), [1, 4]);
    // Whichever comes first, the review or its undo.
    for records in [[first.clone(), second.clone(), undo.clone()], [undo, second.clone(), first]] {
        assert_eq!(ratings(&records), [1]);
        assert_eq!(log(&records).records().count(), 3);
        assert_eq!(log(&records).review(second.0), None);
    }
}

#[test]
fn a_history_is_in_the_order_of_time_and_then_of_writing() {
    let card = CardId("a".into()).key();
    let records = [
        (id(2, 0), Record::Review(review("a", NOON + 5000, Rating::Five))),
        (id(1, 9), Record::Review(review("a", NOON, Rating::Two))),
        (id(1, 8), Record::Review(review("a", NOON, Rating::One))),
        (id(1, 3), Record::Review(review("b", NOON, Rating::Three))),
    ];
    let log = log(&records);
    let ratings: Vec<_> = log.history(card).iter().map(|(_, review)| review.rating.number()).collect();
    assert_eq!(ratings, [1, 2, 5]);
    assert!(log.history(card).is_sorted_by_key(|(stamp, _)| stamp.rank()));
}

#[test]
fn times_are_kept_on_a_scale() {
    let seconds = |millis| Took::from_millis(millis).seconds().unwrap();
    assert_eq!(Took::UNKNOWN.seconds(), None);
    for (millis, expected) in
        [(i64::MIN, 1), (0, 1), (1_999, 1), (2_000, 2), (59_999, 48), (60_000, 60), (i64::MAX, 1800)]
    {
        assert_eq!(seconds(millis), expected, "{millis}");
    }
}

/// A store that several shelves share and that can refuse.
#[derive(Clone, Debug, Default)]
struct SharedStore(Rc<RefCell<(MemoryStore, Option<StoreError>)>>, Rc<RefCell<bool>>);

impl SharedStore {
    fn fail_reading(&self, fails: bool) {
        *self.1.borrow_mut() = fails;
    }

    fn refuse(&self, error: Option<StoreError>) {
        self.0.borrow_mut().1 = error;
    }

    fn texts(&self) -> BTreeMap<String, String> {
        self.0.borrow().0.0.clone()
    }
}

impl Store for SharedStore {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let (store, _) = &*self.0.borrow();
        store.keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        if *self.1.borrow() { Err(StoreError::Blocked) } else { self.0.borrow().0.get(key) }
    }

    fn set(&mut self, key: &str, text: &str) -> Result<(), StoreError> {
        let (store, refused) = &mut *self.0.borrow_mut();
        refused.map_or_else(|| store.set(key, text), Err)
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        let (store, refused) = &mut *self.0.borrow_mut();
        refused.map_or_else(|| store.remove(key), Err)
    }

    fn is_lasting(&self) -> bool {
        true
    }
}

fn shelf(store: &SharedStore, source: &str) -> Shelf<SharedStore> {
    Shelf::new(store.clone(), DeckKey::new(source, &DeckId("deck".into())))
}

#[test]
fn each_record_has_a_key_of_its_own() {
    let store = SharedStore::default();
    let (mut one, mut other) = (shelf(&store, ""), shelf(&store, ""));
    one.put(id(1, 0), Record::Review(review("a", NOON, Rating::Four)));
    other.put(id(2, 0), Record::Review(review("a", NOON, Rating::Five)));
    one.put(id(1, 1), Record::Undo(id(1, 0)));
    let keys: Vec<_> = store.texts().into_keys().collect();
    assert_eq!(keys.len(), 3);
    assert!(keys.iter().all(|key| key.starts_with("gr1:") && key.is_ascii() && key.len() <= 24), "{keys:?}");
    assert_eq!(one.load().records.len(), 3);
    assert_eq!(one.load(), other.load());
    assert_eq!(one.saving(), Saving::Kept);
}

#[test]
fn what_is_known_is_put_back_into_a_store_that_was_cleared() {
    let store = SharedStore::default();
    let mut shelf = shelf(&store, "");
    let mut known = Log::default();
    for number in 0..3 {
        let record = Record::Review(review("a", NOON, Rating::Four));
        known.insert(id(1, number), record.clone());
        shelf.put(id(1, number), record);
    }
    let before = store.texts();
    store.0.borrow_mut().0.0.clear();
    let loaded = shelf.load();
    assert_eq!(loaded.records, []);
    shelf.put_back(&known, &loaded);
    assert_eq!(store.texts(), before);
}

#[test]
fn a_deck_from_elsewhere_has_another_shelf() {
    let store = SharedStore::default();
    shelf(&store, "").put(id(1, 0), Record::Review(review("a", NOON, Rating::Four)));
    assert_eq!(shelf(&store, "https://elsewhere.example").load().records, []);
}

#[test]
fn damaged_and_newer_records_are_reported_and_the_others_read() {
    let store = SharedStore::default();
    let mut shelf = shelf(&store, "");
    for number in 0..3 {
        shelf.put(id(1, number), Record::Review(review("a", NOON, Rating::Four)));
    }
    let keys: Vec<_> = store.texts().into_keys().collect();
    let sound = store.texts()[&keys[1]].clone();
    store.clone().set(&keys[1], &sound.replace(&sound[1..2], "!")).unwrap();
    store.clone().set("gr1:foreign", "x").unwrap();
    store.clone().set(&format!("{}x", keys[0]), "no number").unwrap();
    // The same number written otherwise is no second key of a record.
    let (stem, number) = keys[0].split_once('.').unwrap();
    let strange = [format!("{stem}.0{number}"), format!("{stem}.+{number}")];
    for key in strange {
        store.clone().set(&key, &store.texts()[&keys[0]]).unwrap();
    }
    let loaded = shelf.load();
    assert_eq!(loaded.records.len(), 2);
    assert_eq!(loaded.unreadable, [(keys[1].clone(), Unreadable::Damaged)]);
    // A record that strayed to another key is no record.
    store.clone().set(&keys[1], &store.texts()[&keys[2]]).unwrap();
    assert_eq!(shelf.load().unreadable.len(), 1);
}

#[test]
fn what_a_full_store_refused_is_written_as_soon_as_there_is_room() {
    let store = SharedStore::default();
    let mut shelf = shelf(&store, "");
    store.refuse(Some(StoreError::Full));
    for number in 0..3 {
        shelf.put(id(1, number), Record::Review(review("a", NOON, Rating::Four)));
        assert_eq!(shelf.saving(), Saving::Memory { why: Why::Full });
    }
    assert_eq!(store.texts().len(), 0);
    store.refuse(None);
    // Looking again is enough.
    assert_eq!(shelf.load().records.len(), 3);
    assert_eq!(shelf.saving(), Saving::Kept);
    shelf.put(id(1, 3), Record::Undo(id(1, 0)));
    assert_eq!(shelf.saving(), Saving::Kept);
    assert_eq!(shelf.load().records.len(), 4);
    store.refuse(Some(StoreError::Blocked));
    shelf.put(id(1, 4), Record::Undo(id(1, 1)));
    assert_eq!(shelf.saving(), Saving::Memory { why: Why::Blocked });
}
