//! Beginning a card or a deck anew: what counts no more, what undo brings back, what a merge makes of it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod util;

use greenroom::day::Moment;
use greenroom::deck::{CardId, CardKey, Deck};
use greenroom::progress::{Log, Record, RecordId, Reset, Review, Stamp, WriterId};
use greenroom::schedule::{Practice, Rating};
use proptest::prelude::*;
use util::{DAY, Learner, letters};

const NOON: i64 = 1_795_262_400_000;

fn id(writer: u64, number: u32) -> RecordId {
    RecordId { writer: WriterId::from_seed(writer), number }
}

fn card(name: &str) -> CardKey {
    CardId(name.into()).key()
}

fn rated(name: &str, second: i64, rating: u32) -> Record {
    let at = Moment::new(NOON + second * 1000, 60);
    Record::Review(Review::new(card(name), at, Rating::from_number(rating).unwrap(), Practice::Scheduled))
}

fn reset(name: Option<&str>, second: i64) -> Record {
    Record::Reset(Reset::new(name.map(card), Moment::new(NOON + second * 1000, 60)))
}

fn log(records: &[(RecordId, Record)]) -> Log {
    let mut log = Log::default();
    for (id, record) in records {
        log.insert(*id, record.clone());
    }
    log
}

/// The ratings that count: `a 4 5, b 3`.
fn in_words(log: &Log) -> String {
    let of = |name: &str| {
        let ratings: Vec<_> =
            log.history(card(name)).iter().map(|(_, review)| review.rating.number().to_string()).collect();
        (!ratings.is_empty()).then(|| format!("{name} {}", ratings.join(" ")))
    };
    ["a", "b"].into_iter().filter_map(of).collect::<Vec<_>>().join(", ")
}

#[test]
fn what_came_before_counts_no_more_and_what_comes_after_does() {
    let before = [(id(1, 0), rated("a", 0, 1)), (id(1, 1), rated("b", 1, 2)), (id(2, 0), rated("a", 30, 3))];
    let with = |reset: Record| log(&[&before[..], &[(id(1, 2), reset)]].concat());
    assert_eq!(in_words(&log(&before)), "a 1 3, b 2");
    assert_eq!(in_words(&with(reset(Some("a"), 20))), "a 3, b 2");
    assert_eq!(in_words(&with(reset(Some("a"), 40))), "b 2");
    assert_eq!(in_words(&with(reset(None, 20))), "a 3");
    assert_eq!(in_words(&with(reset(None, 40))), "");
    // Nothing is gone.
    assert_eq!(with(reset(None, 40)).len(), 4);
}

#[test]
fn within_a_second_the_name_decides() {
    let first = (id(1, 0), rated("a", 0, 1));
    let later = (id(1, 2), rated("a", 0, 5));
    assert_eq!(in_words(&log(&[later, first, (id(1, 1), reset(Some("a"), 0))])), "a 5");
}

#[test]
fn a_reset_comes_after_what_was_written_in_its_second() {
    let now = Moment::new(NOON + 20_999, 60);
    let mut all = log(&[(id(5, 0), rated("a", 20, 1)), (id(1, 7), rated("b", 20, 2))]);
    let after = |all: &Log, name, card_name: Option<&str>| {
        let mut log = all.clone();
        let reset = log.reset_after(name, card_name.map(card), now);
        log.insert(name, Record::Reset(reset));
        (reset.at().at.0 - NOON, in_words(&log))
    };
    assert_eq!(after(&all, id(1, 8), Some("b")), (20_000, "a 1".to_owned()));
    assert_eq!(after(&all, id(1, 8), Some("a")), (21_000, "b 2".to_owned()));
    assert_eq!(after(&all, id(1, 8), None), (21_000, String::new()));
    // A clock that was ahead is no reason to do nothing, unless it was wrong altogether.
    all.insert(id(9, 0), rated("b", 60, 5));
    assert_eq!(after(&all, id(6, 0), None), (61_000, String::new()));
    all.insert(id(9, 1), rated("b", 100_000, 4));
    assert_eq!(after(&all, id(6, 0), None), (61_000, "b 4".to_owned()));
}

#[test]
fn what_is_written_after_a_reset_counts_be_the_reset_dated_ahead() {
    let at = |millis: i64| Moment::new(NOON + millis, 60);
    let reset = |seconds: i64| Some(Stamp { at: at(seconds * 1000).at, id: id(1, 0) });
    assert_eq!(Log::date_after(None, at(500)), at(500));
    assert_eq!(Log::date_after(reset(-1), at(500)), at(500));
    assert_eq!(Log::date_after(reset(0), at(500)), at(1000));
    assert_eq!(Log::date_after(reset(600), at(500)), at(601_000));
    // One by a clock that was wrong altogether is no measure.
    assert_eq!(Log::date_after(reset(100_000), at(500)), at(500));
}

#[test]
fn an_undo_brings_back_what_no_other_reset_cut_off() {
    let all = [
        (id(1, 0), rated("a", 0, 1)),
        (id(1, 1), reset(Some("a"), 10)),
        (id(1, 2), rated("a", 20, 2)),
        (id(1, 3), rated("b", 20, 3)),
        (id(1, 4), reset(None, 30)),
        (id(1, 5), rated("a", 40, 4)),
    ];
    let undo = |number| (id(1, 10 + number), Record::Undo(id(1, number)));
    assert_eq!(in_words(&log(&all)), "a 4");
    assert_eq!(in_words(&log(&[&all[..], &[undo(4)]].concat())), "a 2 4, b 3");
    assert_eq!(in_words(&log(&[&all[..], &[undo(1)]].concat())), "a 4");
    assert_eq!(in_words(&log(&[&all[..], &[undo(1), undo(4)]].concat())), "a 1 2 4, b 3");
    // A rating that was taken back stays so.
    assert_eq!(in_words(&log(&[&all[..], &[undo(2), undo(4), undo(1)]].concat())), "a 1 4, b 3");
}

#[test]
fn what_another_device_wrote_before_is_cut_off_when_it_arrives() {
    let here = log(&[(id(1, 0), rated("a", 0, 1)), (id(1, 1), reset(None, 60))]);
    let there = log(&[(id(2, 0), rated("a", 30, 5)), (id(2, 1), rated("b", 90, 3))]);
    let (mut one, mut other) = (here.clone(), there.clone());
    one.merge(&there);
    other.merge(&here);
    assert_eq!(one, other);
    assert_eq!(in_words(&one), "b 3");
}

#[test]
fn a_card_that_is_reset_is_new_and_undo_shows_it_as_it_was() {
    let mut learner = Learner::new(letters(3));
    assert_eq!(learner.run("4 5 day day day day"), "b:unseen c:unseen c:unseen a:due a:due a:due");
    let before = learner.json();
    let standing = learner.session.standing();
    assert_eq!(learner.run("reset"), "a:unseen");
    assert_eq!(learner.json()["left"], serde_json::json!({ "again": 0, "due": 0, "unseen": 2 }));
    assert!(learner.session.standing().mastery < standing.mastery);
    // It was not a rating.
    assert_eq!(learner.json()["reviewed"], 0);
    assert_eq!(learner.run("undo"), "a:due");
    assert_eq!(learner.json(), before);
    // A new card has nothing to reset.
    let mut fresh = Learner::new(letters(1));
    let log = fresh.session.log().clone();
    assert_eq!(fresh.run("reset"), "a:unseen");
    assert_eq!(*fresh.session.log(), log);
}

#[test]
fn after_a_reload_undo_takes_a_reset_of_today_back() {
    let mut learner = Learner::new(letters(2));
    learner.run("4 5 day day day day");
    assert_eq!(learner.screen(), "a:due");
    learner.run("reset");
    let now = learner.now;
    let mut again = Learner::with(letters(2), learner.session.log().clone(), 2);
    again.now = now;
    again.session.settle(now);
    assert_eq!(again.run("undo"), "a:due");
    assert_eq!(again.session.standing().seen, 2);
    // The same for the whole deck.
    let all = (id(9, 0), Record::Reset(Reset::new(None, Moment::new(again.now.at.0 + 1000, 0))));
    again.wait(2000);
    again.session.merge([all], again.now);
    assert_eq!(again.session.standing().seen, 0);
    again.run("undo");
    assert_eq!(again.session.standing().seen, 2);
}

#[test]
fn a_reset_of_a_renamed_card_is_one_of_its_former_self_too() {
    let mut learner = Learner::new(letters(2));
    learner.run("4 5");
    let renamed = "---\ntitle: Letters\n---\n## New {#new was=a}\n\nAnswer.\n\n## b\n\nAnswer.\n";
    let deck = || Deck::parse(renamed, "").0;
    let mut learner = Learner::with(deck(), learner.session.log().clone(), 2);
    learner.wait(5 * DAY);
    learner.session.settle(learner.now);
    assert_eq!(learner.screen(), "new:due");
    assert_eq!(learner.run("reset"), "new:unseen");
    let now = learner.now;
    let mut again = Learner::with(deck(), learner.session.log().clone(), 3);
    again.session.settle(now);
    assert_eq!(again.session.standing(), learner.session.standing());
    assert_eq!(again.session.standing().seen, 1);
}

#[test]
fn the_history_of_a_card_that_is_gone_waits_for_it() {
    let mut learner = Learner::new(letters(2));
    learner.run("4 5");
    let seen = learner.session.standing();
    let mut without = Learner::with(letters(1), learner.session.log().clone(), 2);
    assert_eq!(without.session.standing().cards, 1);
    without.run("go 3");
    assert_eq!(without.session.log().history(card("b")).len(), 1);
    let with = Learner::with(letters(2), without.session.log().clone(), 3);
    assert_eq!(with.session.standing().seen, seen.seen);
}

/// What counts, found the slow way: each rating that is not taken back, with no reset in force after it.
fn naive(records: &[(RecordId, Record)], name: &str) -> Vec<RecordId> {
    let key = card(name);
    let is_undone = |id: RecordId| records.iter().any(|(_, other)| *other == Record::Undo(id));
    let place = |id: RecordId, at: Moment| (at.at, id);
    let resets: Vec<_> = records
        .iter()
        .filter_map(|(id, record)| match record {
            Record::Reset(reset) if !is_undone(*id) && reset.card.is_none_or(|card| card == key) => {
                Some(place(*id, reset.at()))
            }
            _ => None,
        })
        .collect();
    let mut found: Vec<_> = records
        .iter()
        .filter_map(|(id, record)| match record {
            Record::Review(review) if review.card == key && !is_undone(*id) => Some(place(*id, review.at())),
            _ => None,
        })
        .filter(|place| resets.iter().all(|reset| reset < place))
        .collect();
    found.sort();
    found.into_iter().map(|(_, id)| id).collect()
}

fn records() -> impl Strategy<Value = Vec<(RecordId, Record)>> {
    let name = prop_oneof![Just("a"), Just("b")];
    let record = prop_oneof![
        4 => (name.clone(), 0..20_i64, 1..=5_u32).prop_map(|(name, second, rating)| rated(name, second, rating)),
        2 => (prop::option::of(name), 0..20_i64).prop_map(|(name, second)| reset(name, second)),
        2 => (0..2_u64, 0..8_u32).prop_map(|(writer, number)| Record::Undo(id(writer, number))),
    ];
    prop::collection::btree_map((0..2_u64, 0..8_u32), record, 0..16)
        .prop_map(|all| {
            all.into_iter().map(|((writer, number), record)| (id(writer, number), record)).collect::<Vec<_>>()
        })
        .prop_shuffle()
}

proptest! {
    #[test]
    fn the_rule_holds_in_whatever_order_records_come(all in records()) {
        let log = log(&all);
        for name in ["a", "b"] {
            let found: Vec<_> = log.history(card(name)).iter().map(|(stamp, _)| stamp.id).collect();
            prop_assert_eq!(found, naive(&all, name));
        }
        for (id, record) in &all {
            if let Record::Review(review) = record {
                let counts = log.history(review.card).iter().any(|(stamp, _)| stamp.id == *id);
                prop_assert_eq!(log.review(*id).is_some(), counts);
            }
        }
    }

    #[test]
    fn logs_with_resets_merge(a in records(), b in records()) {
        let (one, other) = (log(&a), log(&b));
        let merged = |one: &Log, other: &Log| { let mut both = one.clone(); both.merge(other); both };
        prop_assert_eq!(merged(&one, &other), merged(&other, &one));
        prop_assert_eq!(merged(&one, &one), one);
    }
}
