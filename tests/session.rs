//! A deck being practised: what is asked next, what undo restores, what a reload and a merge keep.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod util;

use greenroom::day::Moment;
use greenroom::deck::Deck;
use greenroom::progress::{Log, Record, RecordId, WriterId};
use greenroom::schedule::Rating;
use greenroom::session::{Action, Session};
use proptest::prelude::*;
use util::{DAY, Learner, letters};

#[track_caller]
fn check(n_cards: u8, words: &str, expected: &str) {
    let mut learner = Learner::new(letters(n_cards));
    let first = learner.screen();
    assert_eq!(format!("{first} {}", learner.run(words)), expected);
}

#[test]
fn known_cards_are_asked_once_in_the_decks_order() {
    check(3, "4 5 4", "a:unseen b:unseen c:unseen rest");
    check(0, "", "empty ");
}

#[test]
fn a_one_comes_back_after_three_others() {
    check(6, "1 4 4 4 4 4 4", "a:unseen b:unseen c:unseen d:unseen a:again e:unseen f:unseen rest");
}

#[test]
fn a_two_comes_back_after_seven_others() {
    check(
        9,
        "2 4 4 4 4 4 4 4 4 4 continue",
        "a:unseen b:unseen c:unseen d:unseen e:unseen f:unseen g:unseen h:unseen a:again i:unseen checkpoint rest",
    );
}

#[test]
fn a_three_comes_once_more_at_the_end() {
    check(3, "3 4 4 3", "a:unseen b:unseen c:unseen a:again rest");
    // But not directly after itself: a card that is not due comes between.
    check(3, "4 4 3 5 4", "a:unseen b:unseen c:unseen a:free c:again rest");
    // A 4 the second time ends it too.
    check(2, "3 3 4 4", "a:unseen b:unseen a:again b:again rest");
}

#[test]
fn shaky_cards_fill_in_when_nothing_else_is_left_but_never_twice_running() {
    check(2, "1 1 1 4 4", "a:unseen b:unseen a:again b:again a:again rest");
    // The only card left was just asked: one that is not due comes between, if the deck has one.
    check(2, "4 1 5 2 1 4 4", "a:unseen b:unseen a:free b:again a:free b:again a:again rest");
    check(1, "1 1 3 4", "a:unseen a:again a:again a:again rest");
}

#[test]
fn six_shaky_cards_hold_back_unseen_ones() {
    let mut learner = Learner::new(letters(9));
    let screens = learner.run("2 2 2 2 2 2");
    assert_eq!(screens, "b:unseen c:unseen d:unseen e:unseen f:unseen a:again");
    // One is settled, and an unseen one may come.
    assert_eq!(learner.run("4 4"), "g:unseen h:unseen");
}

#[test]
fn due_cards_come_before_unseen_ones_the_most_forgotten_first() {
    let mut learner = Learner::new(letters(4));
    learner.run("5 4 3");
    // c (rated 3) is due after one day, b after two, a after eight.
    assert_eq!(learner.run("day day"), "c:due c:due");
    let mut learner = Learner::with(letters(4), learner.session.log().clone(), 2);
    learner.now = Moment::new(learner.now.at.0 + 9 * DAY, 0);
    let session = std::mem::replace(
        &mut learner.session,
        Session::new(letters(0), Log::default(), WriterId::from_seed(9), learner.now),
    );
    learner.session = Session::new(letters(4), session.log().clone(), WriterId::from_seed(3), learner.now);
    assert_eq!(learner.screen(), "c:due");
    assert_eq!(learner.run("4 4 4 4"), "b:due a:due d:unseen rest");
}

#[test]
fn nothing_due_is_never_a_wall() {
    let mut learner = Learner::new(letters(7));
    learner.run("4 4 5 4 4 4 4");
    assert_eq!(learner.screen(), "rest");
    let due = |learner: &Learner| learner.json()["screen"]["next"].clone();
    let before = due(&learner);
    assert_eq!(before["cards"], 6);
    // The learner goes on: those known least well first, none of the last five.
    assert_eq!(learner.run("go"), "a:free");
    let choices = learner.json()["screen"]["choices"].clone();
    assert_eq!(choices[0]["comesBack"]["kind"], "soon");
    assert_eq!(
        choices[4]["comesBack"],
        serde_json::json!({"kind": "day", "day": 20_002, "inDays": 2, "moved": false})
    );
    assert_eq!(learner.run("5 4 stop"), "b:free c:free c:free");
}

#[test]
fn a_lapse_in_free_practice_counts() {
    let mut learner = Learner::new(letters(5));
    learner.run("5 5 5 5 5 go 1");
    assert_eq!(learner.json()["left"]["again"], 1);
    assert_eq!(learner.run("5 5 5"), "c:free d:free a:again");
}

#[test]
fn a_checkpoint_comes_after_every_tenth_rating_and_shows_the_change() {
    let mut learner = Learner::new(letters(25));
    assert!(learner.run("4 4 4 4 4 4 4 4 4").ends_with("j:unseen"));
    assert_eq!(learner.run("4"), "checkpoint");
    let standings = learner.json()["screen"]["standings"].clone();
    assert_eq!(standings["before"]["mastery"], 0.0);
    assert_eq!(standings["now"]["mastery"], 0.3);
    assert_eq!(standings["now"]["seen"], 10);
    // Rating and revealing do nothing here.
    assert_eq!(learner.run("4 help"), "checkpoint checkpoint");
    assert_eq!(learner.run("continue"), "k:unseen");
    learner.run("4 4 4 4 4 4 4 4 4 4");
    assert_eq!(learner.json()["screen"]["standings"]["before"]["mastery"], 0.3);
    assert_eq!(learner.run("stop go 4"), "stopped u:unseen v:unseen");
}

#[test]
fn help_is_opened_rung_by_rung_and_remembered() {
    let text = "## A\n\nAnswer.\n\n### Hint\nOne.\n\n### Mnemonic\nTwo.\n\n## B\n\nAnswer.\n";
    let mut learner = Learner::new(Deck::parse(text, "d").0);
    let help = |learner: &Learner| {
        let help = &learner.json()["screen"]["help"];
        (help["open"].as_array().unwrap().len(), help["left"].as_u64().unwrap(), help["next"].clone())
    };
    assert_eq!(help(&learner), (0, 2, "hint".into()));
    learner.run("help");
    assert_eq!(help(&learner), (1, 1, "mnemonic".into()));
    learner.run("help help");
    assert_eq!(help(&learner), (2, 0, serde_json::Value::Null));
    learner.run("reveal");
    assert_eq!(learner.json()["screen"]["answer"]["mnemonic"][0]["content"][0]["text"], "Two.");
    learner.run("4");
    let (_, record) = learner.session.log().records().next().unwrap();
    let Record::Review(review) = record else { panic!("{record:?}") };
    assert_eq!((review.help(), review.took.seconds()), (2, Some(300)));
}

#[test]
fn the_buttons_say_what_will_happen() {
    let learner = Learner::new(letters(2));
    let choices = learner.json()["screen"]["choices"].clone();
    let kinds: Vec<_> =
        choices.as_array().unwrap().iter().map(|choice| choice["comesBack"]["kind"].clone()).collect();
    assert_eq!(kinds, ["soon", "later", "atEnd", "day", "day"]);
    for rating in Rating::ALL.into_iter().skip(3) {
        let mut learner = Learner::new(letters(2));
        let promised = choices[rating.number() as usize - 1]["comesBack"]["inDays"].as_u64().unwrap();
        learner.run(&rating.number().to_string());
        learner.run("4");
        let day = Moment::new(learner.now.at.0 + promised as i64 * DAY, 0);
        learner.session.settle(Moment::new(day.at.0 - DAY, 0));
        let due = |learner: &Learner| learner.json()["left"]["due"].as_u64().unwrap();
        let before = due(&learner);
        learner.session.settle(day);
        assert!(due(&learner) > before, "{rating:?}");
    }
}

#[test]
fn undo_goes_back_through_a_checkpoint_and_a_rest() {
    let mut learner = Learner::new(letters(10));
    learner.run("1 4 4 4 4 4 4 4 4");
    learner.act(Action::Reveal);
    let before = learner.json();
    learner.run("4");
    assert_eq!(learner.screen(), "checkpoint");
    learner.run("undo");
    assert_eq!(learner.json(), before);
    assert_eq!(learner.run("4 continue 4 undo undo"), "checkpoint j:unseen rest j:unseen i:unseen");
}

#[test]
fn after_a_reload_undo_still_takes_back_what_was_rated_today() {
    let mut learner = Learner::new(letters(4));
    learner.run("4 day 4 1");
    let reloaded =
        Session::new(letters(4), learner.session.log().clone(), WriterId::from_seed(2), learner.now);
    learner.session = reloaded;
    assert_eq!(learner.screen(), "d:unseen");
    assert_eq!(learner.run("undo undo"), "c:unseen b:unseen");
    // What was rated on another day stays.
    assert_eq!(learner.json()["canUndo"], false);
    assert_eq!(learner.run("undo"), "b:unseen");
    let records = learner.session.log().records().count();
    assert_eq!(records, 5);
}

#[test]
fn a_renamed_card_keeps_its_history() {
    let mut learner = Learner::new(letters(2));
    learner.run("5");
    let log = learner.session.log().clone();
    let renamed = "---\ntitle: Letters\n---\n## New {#new was=a}\n\nAnswer.\n\n## b\n\nAnswer.\n";
    let learner = Learner::with(Deck::parse(renamed, "").0, log.clone(), 2);
    assert_eq!(learner.screen(), "b:unseen");
    assert_eq!(learner.json()["left"]["unseen"], 1);
    // A card that is gone keeps its records quietly, and has them again when it returns.
    let gone = "---\ntitle: Letters\n---\n## b\n\nAnswer.\n";
    let learner = Learner::with(Deck::parse(gone, "").0, log.clone(), 3);
    assert_eq!((learner.screen(), learner.session.log().records().count()), ("b:unseen".to_owned(), 1));
    let learner = Learner::with(letters(2), log, 4);
    assert_eq!(learner.screen(), "b:unseen");
}

#[test]
fn other_windows_are_listened_to() {
    let mut one = Learner::new(letters(4));
    let mut other = Learner::with(letters(4), Log::default(), 2);
    other.run("5 5");
    let records: Vec<_> = other.session.log().records().map(|(id, record)| (id, record.clone())).collect();
    one.session.merge(records.clone(), one.now);
    // What the other has rated is not asked again.
    assert_eq!(one.screen(), "c:unseen");
    // A card whose answer is open stays.
    one.act(Action::Reveal);
    other.run("5");
    one.session.merge(other.session.log().records().map(|(id, record)| (id, record.clone())), one.now);
    assert_eq!(one.screen(), "c:unseen");
    one.run("undo");
    one.session.merge(records, one.now);
    assert_eq!(one.json()["reviewed"], 0);
}

#[test]
fn a_new_day_wakes_a_resting_session() {
    let mut learner = Learner::new(letters(1));
    assert_eq!(learner.run("4 day"), "rest rest");
    assert_eq!(learner.run("day"), "a:due");
    assert_eq!(learner.run("4 go day"), "rest a:free rest");
    // But an answer that is open stays open, and so does a card for which help was taken.
    assert_eq!(learner.run("go reveal day"), "a:free a:free a:free");
}

#[test]
fn a_new_day_is_a_new_sitting() {
    let mut learner = Learner::new(letters(25));
    learner.run("4 4 4 4 4 4 4 4 4 4");
    assert_eq!(learner.run("day"), "k:unseen");
    let view = learner.json();
    // What was rated before four in the morning can still be taken back after it.
    assert_eq!((view["reviewed"].clone(), view["canUndo"].clone()), (0.into(), true.into()));
    learner.run("4 4 4 4 4 4 4 4 4");
    assert_eq!(learner.run("4"), "checkpoint");
    assert_eq!(learner.json()["screen"]["standings"]["before"]["mastery"], 0.3);
    // An open card that is no longer shaky but due says so.
    let mut learner = Learner::new(letters(5));
    assert_eq!(learner.run("1 4 4 4 day"), "b:unseen c:unseen d:unseen a:again a:due");
}

#[test]
fn a_clock_set_back_breaks_nothing() {
    let mut learner = Learner::new(letters(2));
    learner.run("4");
    learner.wait(-40 * DAY);
    learner.session.settle(learner.now);
    assert_eq!(learner.run("4"), "rest");
    let recall = learner.json()["screen"]["standings"]["now"]["readiness"].as_f64().unwrap();
    assert!((0.0..=1.0).contains(&recall));
    // What is rated now counts as today's, and can be taken back after a reload too.
    learner.run("go 4");
    let log = learner.session.log().clone();
    learner.session = Session::new(letters(2), log, WriterId::from_seed(2), learner.now);
    assert_eq!(learner.run("undo undo"), "a:free b:unseen");
}

#[test]
fn undo_shows_the_card_whose_rating_it_takes_back() {
    let mut learner = Learner::new(letters(4));
    learner.run("4");
    let mut learner = Learner::with(letters(4), learner.session.log().clone(), 2);
    learner.wait(DAY / 24);
    learner.run("5");
    // Another window takes that one back; what is left to undo is the first.
    let target = RecordId { writer: WriterId::from_seed(2), number: 0 };
    let undo = (RecordId { writer: WriterId::from_seed(3), number: 0 }, Record::Undo(target));
    learner.session.merge([undo], learner.now);
    assert_eq!(learner.run("undo"), "a:unseen");
    assert_eq!(learner.json()["canUndo"], false);
}

#[test]
fn a_card_that_was_split_or_joined_shows_live_what_it_shows_after_a_reload() {
    for text in
        ["## B {#b}\n\nB.\n\n## A {#a was=b}\n\nA.\n", "## A {#a was=old}\n\nA.\n\n## B {#b was=old}\n\nB.\n"]
    {
        let deck = || Deck::parse(text, "d").0;
        let mut old = Learner::new(Deck::parse("## Old {#old}\n\nO.\n", "d").0);
        old.run("4");
        let mut live = Learner::with(deck(), old.session.log().clone(), 2);
        for words in ["4", "undo", "5", "undo"] {
            live.run(words);
            let reloaded = Session::new(deck(), live.session.log().clone(), WriterId::from_seed(3), live.now);
            assert_eq!(live.session.overview(), reloaded.overview(), "{text} {words}");
        }
    }
}

#[test]
fn a_writer_whose_name_is_taken_goes_on_after_its_last_record() {
    let mut learner = Learner::new(letters(3));
    learner.run("4");
    let mut learner = Learner::with(letters(3), learner.session.log().clone(), 1);
    learner.run("4 4");
    assert_eq!(learner.session.log().records().count(), 3);
    // And one that has used up its numbers takes another name.
    let mut log = learner.session.log().clone();
    log.insert(
        RecordId { writer: WriterId::from_seed(1), number: u32::MAX },
        Record::Undo(RecordId { writer: WriterId::from_seed(8), number: 0 }),
    );
    let mut learner = Learner::with(letters(5), log, 1);
    learner.run("4 4");
    assert_eq!(learner.session.log().records().count(), 6);
}

#[test]
fn free_practice_keeps_its_distances() {
    let mut learner = Learner::new(letters(8));
    learner.run("4 4 4 4 4 4 4 4");
    // None of the last five; then by who waited longest.
    assert_eq!(learner.run("go 5 5 continue 5 5 5"), "a:free b:free checkpoint c:free d:free e:free f:free");
    // A three is asked once more, before anything that is not due.
    let mut learner = Learner::new(letters(4));
    assert_eq!(learner.run("3 4 4 5 4"), "b:unseen c:unseen d:unseen a:again rest");
    // The most forgotten first: a is due in eight days, b in two.
    let mut learner = Learner::new(letters(2));
    learner.run("5 4 day");
    assert_eq!(learner.run("go 4 4"), "b:free a:free b:free");
    // The lower rating first where all else is equal: none was asked today.
    let mut learner = Learner::new(letters(7));
    learner.run("4 4 4 4 4 4 4 go 4 4 3 day");
    assert_eq!(learner.run("go"), "c:free");
}

#[test]
fn the_third_button_says_when_a_three_comes_for_the_last_time() {
    let mut learner = Learner::new(letters(2));
    let third = |learner: &Learner| learner.json()["screen"]["choices"][2]["comesBack"]["kind"].clone();
    assert_eq!(third(&learner), "atEnd");
    assert_eq!(learner.run("3 4"), "b:unseen a:again");
    assert_eq!(third(&learner), "day");
    learner.run("3 go");
    assert_eq!((learner.screen(), third(&learner)), ("b:free".to_owned(), "day".into()));
}

#[test]
fn a_view_tells_only_what_is_on_screen() {
    let text = "## A\n\n1. One\n2. Two\n\n### Common mistakes\n- No.\n\n## B\n\nB.\n";
    let mut learner = Learner::new(Deck::parse(text, "d").0);
    assert_eq!(learner.json()["screen"]["answer"], serde_json::Value::Null);
    learner.run("reveal");
    let view = learner.json();
    assert_eq!(view["screen"]["answer"]["points"]["ranked"], true);
    assert_eq!(view["screen"]["answer"]["pitfalls"].as_array().unwrap().len(), 1);
    assert_eq!((view["reviewed"].clone(), view["unreadable"].clone()), (0.into(), 0.into()));
    learner.run("4");
    assert_eq!(learner.json()["reviewed"], 1);
    let stored = greenroom::progress::Stored { n_lost: 3, ..Default::default() };
    learner.session.set_stored(stored);
    assert_eq!(learner.json()["unreadable"], 3);
}

#[test]
fn ten_thousand_records_of_one_card_are_merged_at_once() {
    let mut learner = Learner::new(letters(2));
    let card = greenroom::deck::CardId("a".into()).key();
    let practice = greenroom::schedule::Practice::Scheduled;
    let records = (0..10_000).map(|number| {
        let at = Moment::new(learner.now.at.0 - 90 * DAY + i64::from(number) * 60_000, 0);
        let review = greenroom::progress::Review::new(card, at, Rating::Three, practice);
        (RecordId { writer: WriterId::from_seed(5), number }, Record::Review(review))
    });
    let records: Vec<_> = records.collect();
    learner.session.merge(records, learner.now);
    assert_eq!(learner.json()["left"]["unseen"], 1);
}

fn actions() -> impl Strategy<Value = Action> {
    prop_oneof![
        6 => (1..=5_u32).prop_map(|number| Action::Rate(Rating::from_number(number).unwrap())),
        6 => Just(Action::Reveal),
        1 => Just(Action::Help),
        1 => Just(Action::Undo),
        1 => Just(Action::Continue),
        1 => Just(Action::Stop),
        1 => Just(Action::KeepGoing),
    ]
}

fn actions_and_resets() -> impl Strategy<Value = Action> {
    prop_oneof![12 => actions(), 1 => Just(Action::ResetCard)]
}

fn help_deck(n: u8) -> Deck {
    let card = |n| format!("## {n}\n\nA.\n\n### Hint\nH.\n\n### Mnemonic\nM.\n\n");
    Deck::parse(&(0..n).map(card).collect::<String>(), "d").0
}

proptest! {
    #[test]
    fn undo_restores_exactly_the_previous_view(n in 1..14_u8, steps in prop::collection::vec(actions_and_resets(), 1..60)) {
        let mut learner = Learner::new(help_deck(n));
        let mut views = Vec::new();
        for action in steps.into_iter().filter(|action| *action != Action::Undo) {
            // The same moment throughout: the view has nothing else to differ by.
            let before = learner.json();
            if learner.session.act(action.clone(), learner.now).is_some() {
                views.push(before);
            }
        }
        while let Some(view) = views.pop() {
            learner.session.act(Action::Undo, learner.now);
            prop_assert_eq!(learner.json(), view);
        }
        prop_assert_eq!(learner.json()["canUndo"].clone(), false);
    }

    #[test]
    fn undo_after_a_reload_is_as_exact(n in 1..9_u8, steps in prop::collection::vec(actions(), 1..40)) {
        let mut learner = Learner::new(help_deck(n));
        let mut views = Vec::new();
        for action in steps.into_iter().filter(|action| *action != Action::Undo) {
            let before = learner.json();
            learner.wait(1000);
            if learner.session.act(action.clone(), learner.now).is_some() {
                views.push(before);
            }
        }
        let log = learner.session.log().clone();
        learner.session = Session::new(help_deck(n), log, WriterId::from_seed(2), learner.now);
        while let Some(mut view) = views.pop() {
            learner.session.act(Action::Undo, learner.now);
            let mut now = learner.json();
            // The sitting began with the reload.
            for view in [&mut now, &mut view] {
                view["reviewed"] = 0.into();
            }
            prop_assert_eq!(now, view);
        }
    }

    #[test]
    fn no_card_is_asked_twice_running(n in 2..9_u8, steps in prop::collection::vec(actions(), 1..80)) {
        let mut learner = Learner::new(letters(n));
        let mut rated = None;
        for action in steps.into_iter().filter(|action| *action != Action::Undo) {
            let asked = learner.json()["screen"]["card"]["id"].as_str().map(str::to_owned);
            learner.wait(1000);
            if learner.session.act(action.clone(), learner.now).is_some() {
                prop_assert_ne!(&asked, &rated);
                rated = asked;
            }
        }
    }

    #[test]
    fn a_reload_changes_nothing_that_was_rated(n in 1..9_u8, steps in prop::collection::vec(actions_and_resets(), 1..60)) {
        let mut learner = Learner::new(letters(n));
        for action in steps {
            learner.wait(7_000_000);
            learner.session.act(action, learner.now);
        }
        let mut reloaded = Log::default();
        // Through the store's text.
        for (id, record) in learner.session.log().records() {
            let text = greenroom::progress::encode(id, record);
            reloaded.insert(id, greenroom::progress::decode(id, &text).unwrap());
        }
        let session = Session::new(letters(n), reloaded, WriterId::from_seed(2), learner.now);
        learner.session.settle(learner.now);
        prop_assert_eq!(session.overview(), learner.session.overview());
    }

    #[test]
    fn any_log_can_be_opened(
        records in prop::collection::vec((0..4_u64, 0..9_u32, "[a-z ]{0,3}", any::<i64>(), 1..=5_u32), 0..40),
        now in any::<i64>(),
    ) {
        let mut log = Log::default();
        for (writer, number, card, millis, rating) in records {
            let card = greenroom::deck::CardId(card).key();
            let at = Moment::new(millis, 0);
            let rating = Rating::from_number(rating).unwrap();
            let review = greenroom::progress::Review::new(card, at, rating, greenroom::schedule::Practice::Scheduled);
            log.insert(RecordId { writer: WriterId::from_seed(writer), number }, Record::Review(review));
        }
        let mut session = Session::new(letters(6), log, WriterId::from_seed(77), Moment::new(now, 0));
        for action in [Action::Reveal, Action::Rate(Rating::Two), Action::Undo, Action::KeepGoing] {
            session.act(action, Moment::new(now, 0));
        }
        serde_json::to_string(&session.view()).unwrap();
    }
}
