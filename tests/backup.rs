//! Progress out and in: the backup, its preview, the table, the link.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

use greenroom::day::Moment;
use greenroom::deck::{CardId, Deck, DeckId, DeckKey};
use greenroom::exchange::backup::{Brought, Document, Names, Summary, csv, pack, read, unpack, write};
use greenroom::progress::{
    Held, How, Library, Log, MemoryStore, Place, Profile, Record, RecordId, Reset, Review, Store, StoreError,
    Told, Took, WriterId, decode,
};
use greenroom::schedule::{Practice, Rating};
use greenroom::score::Share;
use proptest::prelude::*;

const NOON: i64 = 1_795_262_400_000;
const SITE: &str = "https://example.com";
const STORIES: &str = "---\ntitle: Stories, \"told\"\nid: stories\n---\n\n## What must a story contain? {#contain}\n\n\
                       - **The number**: how many\n- **Your own part**: what you decided\n\n\
                       ## -1 or =2? {#renamed was=former}\n\nNeither.\n";

fn now() -> Moment {
    Moment::new(NOON, 60)
}

fn id(writer: u64, number: u32) -> RecordId {
    RecordId { writer: WriterId::from_seed(writer), number }
}

fn deck(text: &str) -> Deck {
    Deck::parse(text, "").0
}

fn key(source: &str, id: &str) -> DeckKey {
    DeckKey::new(source, &DeckId(id.into()))
}

fn log(records: impl IntoIterator<Item = (RecordId, Record)>) -> Log {
    let mut log = Log::default();
    for (id, record) in records {
        log.insert(id, record);
    }
    log
}

fn held(deck: DeckKey, log: Log) -> Held {
    Held { deck, log, n_unreadable: 0, n_newer: 0 }
}

fn library() -> Library<MemoryStore> {
    Library::new(MemoryStore::default(), Profile::default())
}

fn parsed(json: &str) -> Document {
    serde_json::from_str(json).unwrap()
}

fn brought(json: &str) -> Brought {
    read(parsed(json)).unwrap()
}

/// Every kind of record, of a deck that is known and of one that is not.
fn everything() -> (Vec<Held>, Names) {
    let mut names = Names::default();
    let stories = names.add(SITE, &deck(STORIES));
    let review = |card: &str, seconds: i64, rating| {
        let at = Moment::new(NOON + seconds * 1000, -570);
        Review::new(CardId(card.into()).key(), at, rating, Practice::Free).with_help(2)
    };
    let all = [
        (id(1, 10), Record::Review(review("former", 300, Rating::Five).with_time(Took::from_millis(31_000)))),
        (id(1, 11), Record::Review(review("gone", 400, Rating::One))),
        (id(1, 12), Record::Undo(id(1, 11))),
        (
            id(2, 0),
            Record::Reset(Reset::new(Some(CardId("renamed".into()).key()), Moment::new(NOON + 500_000, 60))),
        ),
        (id(2, 1), Record::Reset(Reset::new(None, Moment::new(NOON - 500_000, 60)))),
        (id(1, 0), decode(id(1, 0), ANSWER).unwrap()),
        (id(1, 3), decode(id(1, 3), DRILL).unwrap()),
    ];
    let other = log([(id(3, 0), Record::Review(review("x", 0, Rating::Two)))]);
    let mut held = vec![held(stories, log(all)), held(key("", "unknown"), other)];
    held.sort_by_key(|held| held.deck);
    (held, names)
}

/// An answer in writing to the first card, and a point asked on its own.
const ANSWER: &str = "qCgD2-c9Fb4f0fzDe_bW5JA9e0DifO";
const DRILL: &str = "rERTH_LFb4dAhgABCDKDOv";

/// Compares with a golden file. `UPDATE=1` writes those that are not there yet; one that is there is kept for good.
#[track_caller]
fn golden(name: &str, found: &str) {
    let path = format!("tests/golden/{name}");
    if std::env::var_os("UPDATE").is_some() && !std::path::Path::new(&path).exists() {
        std::fs::write(&path, found).unwrap();
    }
    assert_eq!(found, std::fs::read_to_string(path).unwrap_or_default(), "{name}");
}

#[test]
fn the_formats_are_as_they_were() {
    let (held, names) = everything();
    golden("progress-1.json", &write(&held, &names, now()));
    golden("progress-1.csv", &csv(&held, &names));
    golden("progress-1.link", &(pack(&held) + "\n"));
}

/// Backups and links that were written by any release are read by all later ones.
#[test]
fn golden_files_restore_all_that_they_hold() {
    let (held, _) = everything();
    let json = std::fs::read_to_string("tests/golden/progress-1.json").unwrap();
    assert_eq!(brought(&json).held(), held);
    let link = std::fs::read_to_string("tests/golden/progress-1.link").unwrap();
    assert_eq!(unpack(link.trim()).unwrap().held(), held);
}

#[test]
fn the_example_in_the_docs_is_a_backup() {
    let docs = std::fs::read_to_string("docs/backup.md").unwrap();
    let (_, rest) = docs.split_once("```json\n").unwrap();
    let (json, _) = rest.split_once("```").unwrap();
    let mut names = Names::default();
    names.add(SITE, &deck(STORIES));
    assert_eq!(write(&brought(json).held(), &names, now()), json);
}

#[test]
fn a_preview_says_what_restoring_would_add() {
    let (held, names) = everything();
    let backup = brought(&write(&held, &names, now()));
    let mut library = library();
    let known = held.iter().find(|held| names.title(held.deck).is_some()).unwrap();
    let first = log(known.log.records().take(2).map(|(id, record)| (id, record.clone())));
    library.add(known.deck, &first, now());
    let preview = |library: &mut Library<_>| serde_json::to_value(backup.preview(library, &names)).unwrap();
    let found = preview(&mut library);
    assert_eq!((&found["unreadable"], &found["newer"]), (&0.into(), &0.into()));
    let of = |deck: DeckKey| {
        found["decks"].as_array().unwrap().iter().find(|found| found["deck"] == deck.text()).unwrap()
    };
    assert_eq!(
        *of(known.deck),
        serde_json::json!({
            "deck": known.deck.text(), "title": "Stories, \"told\"", "ratings": 2, "undos": 1, "reverts": 0, "resets": 2, "known": 2,
        })
    );
    assert_eq!(of(key("", "unknown"))["title"], serde_json::Value::Null);
    assert_eq!(backup.restore(&mut library, now()), 6);
    assert_eq!(library.all().unwrap(), held);
    // Once more does no harm.
    assert_eq!(backup.restore(&mut library, now()), 0);
    assert_eq!(preview(&mut library)["decks"][0]["ratings"], 0);
}

#[test]
fn what_is_there_already_stays_be_it_under_the_same_name() {
    let at =
        |rating| Record::Review(Review::new(CardId("a".into()).key(), now(), rating, Practice::Scheduled));
    let deck = key(SITE, "a");
    let mut library = library();
    library.add(deck, &log([(id(1, 0), at(Rating::Two)), (id(2, 0), at(Rating::One))]), now());
    let before = library.held(deck).log;
    let backup = write(&[held(deck, log([(id(1, 0), at(Rating::Five))]))], &Names::default(), now());
    assert_eq!(brought(&backup).restore(&mut library, now()), 0);
    assert_eq!(library.held(deck).log, before);
}

#[test]
fn what_is_no_backup_says_what_to_do() {
    let error = |json: &str| read(parsed(json)).unwrap_err().to_string();
    let none = "the file is no backup of Greenroom: choose the one that “Download a backup” saved";
    for json in [
        "{}",
        "[]",
        "7",
        "null",
        "\"greenroom progress\"",
        r#"{"format": "other", "version": 1, "decks": []}"#,
    ] {
        assert_eq!(error(json), none, "{json}");
    }
    assert_eq!(
        error(r#"{"format": "greenroom progress", "version": 3, "shelves": []}"#),
        "the backup is of version 3 of its format, and this Greenroom reads up to version 1: reload the page to get the newest"
    );
    let damaged =
        "the backup is damaged: it says neither its version nor what decks it has; try an older one";
    assert_eq!(error(r#"{"format": "greenroom progress", "decks": []}"#), damaged);
    assert_eq!(error(r#"{"format": "greenroom progress", "version": 1, "decks": {}}"#), damaged);
}

#[test]
fn what_is_damaged_is_counted_and_the_rest_is_restored() {
    let (_, names) = everything();
    let json = r#"{"format": "greenroom progress", "version": 1, "extra": true, "decks": [
        7,
        {"deck": "too short", "records": [{"record": "x"}, {"record": "y"}]},
        {"deck": "KfuI8wPS", "title": 5, "records": [
            {"record": "AAAAAB.1 DERTH_LFb4dAhgAVMr"},
            {"record": "AAAAAB.1 pFuturedPB"},
            {"record": "AAAAAH.3 DERTH_LFb4dAhgVTj", "rating": "whatever people write here"},
            {"record": "AAAAAH.3 DERTH_LFb4dAhgVTj"},
            {"record": "no space"}, {"at": "nothing"}, null
        ]},
        {"deck": "KfuI8wPT", "records": "none"}
    ]}"#;
    let backup = brought(json);
    let preview = backup.preview(&mut library(), &names);
    assert_eq!((preview.unreadable, preview.newer), (8, 1));
    assert_eq!(backup.held().iter().map(|held| held.log.len()).sum::<usize>(), 1);
}

#[test]
fn a_store_that_is_full_says_so_and_keeps_what_it_took() {
    struct Small(MemoryStore);
    impl Store for Small {
        fn keys(&self) -> Result<Vec<String>, StoreError> {
            self.0.keys()
        }
        fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
            self.0.get(key)
        }
        fn set(&mut self, key: &str, text: &str) -> Result<(), StoreError> {
            if self.0.0.len() >= 3 { Err(StoreError::Full) } else { self.0.set(key, text) }
        }
        fn remove(&mut self, key: &str) -> Result<(), StoreError> {
            self.0.remove(key)
        }
        fn is_lasting(&self) -> bool {
            true
        }
    }
    let (held, names) = everything();
    let backup = brought(&write(&held, &names, now()));
    let mut small = Library::new(Small(MemoryStore::default()), Profile::default());
    assert_eq!(backup.restore(&mut small, now()), 8);
    // Where there is a mirror it gets all of it, and so nothing is missing.
    let (writes, refused) = small.take_writes();
    assert_eq!((writes.len(), refused), (8, Some(StoreError::Full)));
    assert_eq!(small.all().unwrap(), held);
    assert_eq!(small.take_writes(), (Vec::new(), None));
    // Where there is none, what had room is kept.
    small.hear(Vec::new());
    assert_eq!(small.all().unwrap().iter().map(|held| held.log.len()).sum::<usize>(), 3);
    let texts = writes.into_iter().map(|write| (write.key, write.text.unwrap()));
    small.hear(texts.collect());
    assert_eq!(small.all().unwrap(), held);
}

#[test]
fn much_is_packed_at_once() {
    let at = |second: i64| {
        let at = Moment::new(NOON + second * 1000, 60);
        Record::Review(Review::new(CardId("a".into()).key(), at, Rating::Four, Practice::Scheduled))
    };
    let deck = key(SITE, "a");
    let many = held(deck, log((0..2500).map(|n| (id(1, n), at(n.into())))));
    let mut store = MemoryStore::default();
    let mut library = Library::new(&mut store, Profile::default());
    let backup = brought(&write(std::slice::from_ref(&many), &Names::default(), now()));
    assert_eq!(backup.restore(&mut library, now()), 2500);
    assert_eq!(library.held(deck), many);
    assert_eq!(library.take_writes().0.len(), 3);
    assert_eq!(store.0.len(), 3);
    assert_eq!(Library::new(store, Profile::default()).held(deck), many);
}

#[test]
fn what_is_damaged_is_set_aside_before_it_is_restored() {
    let (held, names) = everything();
    let backup = brought(&write(&held, &names, now()));
    let mut store = MemoryStore::default();
    backup.restore(&mut Library::new(&mut store, Profile::default()), now());
    let damaged = store.0.keys().next().unwrap().clone();
    store.0.insert(damaged.clone(), "damaged".into());
    assert_eq!(backup.restore(&mut Library::new(&mut store, Profile::default()), now()), 1);
    assert_ne!(store.0[&damaged], "damaged");
    let aside: Vec<_> = store.0.iter().filter(|(key, _)| key.contains(":q:")).collect();
    assert_eq!(aside.len(), 1);
    assert_eq!(aside[0].1, "damaged");
}

#[test]
fn what_can_be_taken_back_is_every_reset_since_the_last_rating() {
    let at = |second: i64| Moment::new(NOON + second * 1000, 60);
    let review = |second| {
        Record::Review(Review::new(CardId("a".into()).key(), at(second), Rating::Four, Practice::Scheduled))
    };
    let reset = |second| Record::Reset(Reset::new(None, at(second)));
    let all = [
        (id(1, 0), review(0)),
        (id(1, 1), reset(10)),
        (id(1, 2), review(20)),
        (id(1, 3), reset(30)),
        (id(2, 0), reset(31)),
    ];
    let deck = key(SITE, "a");
    let summary = Summary::of(&held(deck, log(all.clone())), &Names::default());
    let found = summary.reset.unwrap();
    assert_eq!(found.records, [id(1, 3).text(), id(2, 0).text()]);
    assert_eq!(found.at, NOON + 31_000);
    // A backup in which one is taken back says so.
    let mut library = library();
    library.add(deck, &log(all), now());
    let back = held(deck, log([(id(3, 0), Record::Undo(id(2, 0)))]));
    let preview = brought(&write(&[back], &Names::default(), now())).preview(&mut library, &Names::default());
    assert_eq!((preview.decks[0].undos, preview.decks[0].reverts), (0, 1));
}

#[test]
fn what_the_mirror_alone_holds_is_held() {
    let (held, names) = everything();
    let mut store = MemoryStore::default();
    for held in &held {
        Library::new(&mut store, Profile::default()).add(held.deck, &held.log, now());
    }
    let mirror = store.clone();
    let texts = || mirror.0.clone().into_iter().collect::<Vec<_>>();
    // The store was cleared, or the browser blocks it.
    let mut evicted = library();
    evicted.hear(texts());
    assert_eq!(evicted.all().unwrap(), held);
    let mut blocked = Library::new(Blocked, Profile::default());
    assert_eq!(blocked.all(), Err(StoreError::Blocked));
    blocked.hear(texts());
    assert_eq!(blocked.all().unwrap(), held);
    // Half of it was lost here, and a text is damaged there.
    let (first, _) = store.0.pop_first().unwrap();
    let mut library = Library::new(store, Profile::default());
    library.hear(texts());
    assert_eq!(library.all().unwrap(), held);
    let damaged = |texts: Vec<(String, String)>| {
        let damage =
            |(key, text): (String, String)| (key.clone(), if key == first { "?".into() } else { text });
        texts.into_iter().map(damage).collect::<Vec<_>>()
    };
    library.hear(damaged(texts()));
    assert_eq!(library.all().unwrap().iter().map(|held| held.n_unreadable).sum::<usize>(), 1);
    // What a later release wrote is counted, wherever it is.
    let place = Place::new(Place::PREFIX, held[0].deck);
    library.hear(vec![(format!("{}l:AAAAAB.1", place.prefix()), "pFuturedPB".into())]);
    let found = library.held(held[0].deck);
    assert_eq!((found.n_newer, found.n_unreadable), (1, 0));
    let summary = serde_json::to_value(Summary::of(&found, &names)).unwrap();
    assert_eq!(summary["newer"], 1);
}

/// A store that is switched off.
#[derive(Debug)]
struct Blocked;

impl Store for Blocked {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Err(StoreError::Blocked)
    }
    fn get(&self, _: &str) -> Result<Option<String>, StoreError> {
        Err(StoreError::Blocked)
    }
    fn set(&mut self, _: &str, _: &str) -> Result<(), StoreError> {
        Err(StoreError::Blocked)
    }
    fn remove(&mut self, _: &str) -> Result<(), StoreError> {
        Err(StoreError::Blocked)
    }
    fn is_lasting(&self) -> bool {
        false
    }
}

#[test]
fn profiles_see_nothing_of_each_other() {
    let (held, _) = everything();
    let mut store = MemoryStore::default();
    let other = Profile::from_name("k3v9x2").unwrap();
    Library::new(&mut store, Profile::default()).add(held[0].deck, &held[0].log, now());
    Library::new(&mut store, other.clone()).add(held[1].deck, &held[1].log, now());
    assert!(store.0.keys().any(|key| key.starts_with("gr1@k3v9x2:")));
    assert_eq!(Library::new(&mut store, Profile::default()).all().unwrap(), [held[0].clone()]);
    assert_eq!(Library::new(&mut store, other).all().unwrap(), [held[1].clone()]);
}

#[test]
fn a_link_that_is_cut_off_or_changed_says_so() {
    let (held, _) = everything();
    let link = pack(&held);
    let error = |link: &str| unpack(link).unwrap_err().to_string();
    assert_eq!(
        error(&link[..link.len() - 9]),
        "the link is cut off: copy all of it, or take a backup file along"
    );
    assert_eq!(
        error(&link.replace("1.", "2.")),
        "the link is of a newer version of Greenroom: reload the page to get the newest"
    );
    assert_eq!(
        error("hello"),
        "the link holds no progress: after `#p=` it goes on with `1.`; copy the whole link"
    );
}

/// A link to a deck is packed the same way; what is in it is no progress.
#[test]
fn a_deck_in_the_place_of_progress_is_counted_as_unreadable() {
    let link = greenroom::exchange::link::pack(STORIES);
    let preview = unpack(&link).unwrap().preview(&mut library(), &Names::default());
    assert_eq!(preview.decks, []);
    assert!(preview.unreadable > 5);
}

prop_compose! {
    fn reviews()(
        card in "[a-d]", second in 0..20_000_000_i64, offset in -900..900_i32, rating in 1..=5_u32,
        help in 0..9_usize, is_free in any::<bool>(), took in any::<i64>(),
        told in prop::option::of((0..3_usize, prop::option::of(1..=5_u32), prop::option::of(0.0..=1.0))),
    ) -> Record {
        let practice = if is_free { Practice::Free } else { Practice::Scheduled };
        let at = Moment::new(NOON + second * 1000, offset);
        let review = Review::new(CardId(card).key(), at, Rating::from_number(rating).unwrap(), practice);
        let review = review.with_help(help).with_time(Took::from_millis(took));
        match told {
            None => Record::Review(review),
            Some((how, sure, share)) => Record::Answer(review, Told {
                how: [How::Written, How::Aloud, How::Thought][how],
                sure: sure.and_then(Rating::from_number),
                share: share.map(Share::new),
                points: Vec::new(),
            }),
        }
    }
}

fn ids() -> impl Strategy<Value = RecordId> {
    (0..4_u64, prop_oneof![0..6_u32, any::<u32>()]).prop_map(|(writer, number)| id(writer, number))
}

fn records() -> impl Strategy<Value = Record> {
    prop_oneof![
        4 => reviews(),
        1 => ids().prop_map(Record::Undo),
        1 => (prop::option::of("[a-d]"), 0..20_000_000_i64).prop_map(|(card, second)| {
            Record::Reset(Reset::new(card.map(|card| CardId(card).key()), Moment::new(NOON + second * 1000, 0)))
        }),
    ]
}

/// What is held of up to three decks, none of them empty.
fn shelves() -> impl Strategy<Value = Vec<Held>> {
    let log = prop::collection::vec((ids(), records()), 1..12).prop_map(log);
    prop::collection::btree_map(0..3_u8, log, 0..3).prop_map(|decks| {
        let mut held: Vec<_> =
            decks.into_iter().map(|(deck, log)| held(key(SITE, &deck.to_string()), log)).collect();
        held.sort_by_key(|held| held.deck);
        held
    })
}

fn values() -> impl Strategy<Value = serde_json::Value> {
    let word = prop_oneof![
        Just("format"),
        Just("version"),
        Just("decks"),
        Just("deck"),
        Just("records"),
        Just("record"),
        Just("greenroom progress"),
        Just("KfuI8wPS"),
        Just("AAAAAH.3 DERTH_LFb4dAhgVTj"),
        Just(""),
    ];
    let leaf = prop_oneof![
        word.clone().prop_map(Into::into),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        (-1.0..1e300).prop_map(serde_json::Value::from),
        Just(serde_json::Value::Null),
        Just(1.into()),
    ];
    leaf.prop_recursive(4, 40, 5, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Into::into),
            prop::collection::btree_map(word.clone().prop_map(str::to_owned), inner, 0..5)
                .prop_map(|fields| serde_json::Value::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn backup_and_restore_is_the_identity(shelves in shelves()) {
        let text = write(&shelves, &Names::default(), now());
        let mut library = library();
        brought(&text).restore(&mut library, now());
        let restored = library.all().unwrap();
        prop_assert_eq!(&restored, &shelves);
        prop_assert_eq!(write(&restored, &Names::default(), now()), text);
    }

    #[test]
    fn a_link_brings_what_a_backup_does(shelves in shelves()) {
        prop_assert_eq!(unpack(&pack(&shelves)).unwrap().held(), shelves);
    }

    #[test]
    fn restoring_merges(here in shelves(), there in shelves()) {
        let mut library = library();
        for held in &here {
            library.add(held.deck, &held.log, now());
        }
        let backup = brought(&write(&there, &Names::default(), now()));
        let preview = backup.preview(&mut library, &Names::default());
        let n_added = backup.restore(&mut library, now());
        let told: usize = preview.decks.iter().map(|deck| deck.ratings + deck.undos + deck.reverts + deck.resets).sum();
        prop_assert_eq!(n_added, told);
        for Held { deck, log, .. } in library.all().unwrap() {
            let of = |all: &[Held]| all.iter().find(|held| held.deck == deck).map(|held| held.log.clone()).unwrap_or_default();
            let (mine, theirs) = (of(&here), of(&there));
            for (id, record) in log.records() {
                let expected = mine.records().chain(theirs.records()).find(|(other, _)| *other == id).unwrap().1;
                prop_assert_eq!(record, expected);
            }
            prop_assert!(theirs.records().chain(mine.records()).all(|(id, _)| log.has(id)));
        }
    }

    #[test]
    fn any_json_can_be_read(value in values()) {
        if let Ok(brought) = read(serde_json::from_value(value).unwrap()) {
            let mut library = library();
            brought.preview(&mut library, &Names::default());
            brought.restore(&mut library, now());
        }
    }

    #[test]
    fn any_backup_with_a_wrong_letter_can_be_read(shelves in shelves(), at in any::<prop::sample::Index>(), to in "[ -~]") {
        let mut text = write(&shelves, &Names::default(), now());
        let at = at.index(text.len());
        text.replace_range(at..=at, &to);
        let Ok(document) = serde_json::from_str(&text) else { return Ok(()) };
        let Ok(brought) = read(document) else { return Ok(()) };
        // No record becomes another one.
        for held in brought.held() {
            for (id, record) in held.log.records() {
                prop_assert!(shelves.iter().any(|known| known.log.records().any(|known| known == (id, record))));
            }
        }
    }

    #[test]
    fn any_text_can_stand_in_a_link(text in "([#@]?[A-Za-z0-9_ -]{0,12}\n){0,6}") {
        let _ = unpack(&greenroom::exchange::link::pack(&text));
    }
}
