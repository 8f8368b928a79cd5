//! Practice with an interview in view: what is asked, when it is enough, and what the page is told.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod util;

use greenroom::day::{Day, Moment};
use greenroom::deck::{DeckId, DeckKey};
use greenroom::progress::WriterId;
use greenroom::schedule::plan::{Plan, Weekday};
use greenroom::session::{Mode, Session, Setup};
use greenroom::view::Prospects;
use proptest::prelude::*;
use util::{DAY, Learner, MINUTE, letters};

const TODAY: i32 = 20_000;

/// Somebody with an interview in so many days, who takes two minutes for each card.
fn learner(n_cards: u8, in_days: i32, minutes: u32) -> Learner {
    with(n_cards, Plan::new(Day(TODAY + in_days), minutes))
}

fn with(n_cards: u8, plan: Plan) -> Learner {
    let mut learner = Learner::new(letters(n_cards));
    learner.session.set_plan(Some(plan), learner.now);
    learner
}

fn key(id: &str) -> DeckKey {
    DeckKey::new("", &DeckId(id.to_owned()))
}

#[track_caller]
fn check(mut learner: Learner, words: &str, expected: &str) {
    let first = learner.screen();
    assert_eq!(format!("{first} {}", learner.run(words)), expected);
}

#[test]
fn a_session_ends_when_the_minutes_are_used_and_going_on_is_one_tap() {
    check(
        learner(9, 10, 6),
        "5 5 5 go 5 5",
        "a:unseen b:unseen c:unseen minutesUsed d:unseen e:unseen f:unseen",
    );
    // The next day there are minutes again, and what was begun is repeated by what it gains.
    check(learner(9, 10, 6), "1 5 5 day", "a:unseen b:unseen c:unseen minutesUsed a:gain");
}

#[test]
fn a_session_ends_when_nothing_is_worth_doing_and_then_practice_is_free() {
    check(
        learner(2, 1, 60),
        "5 5 go 4",
        "a:unseen b:unseen done a:free b:free".replace("done", "rest").as_str(),
    );
}

#[test]
fn a_day_off_asks_nothing_unless_the_learner_wants_it() {
    let off = Weekday::of(Day(TODAY));
    check(
        with(3, Plan::new(Day(TODAY + 9), 6).with_weekday_off(off)),
        "go 4 day",
        "dayOff a:unseen b:unseen b:unseen",
    );
    check(with(3, Plan::new(Day(TODAY + 9), 6).with_day_off(Day(TODAY))), "day", "dayOff a:unseen");
}

#[test]
fn a_missed_card_keeps_its_distance() {
    check(learner(5, 1, 60), "5 1 5 5 5", "a:unseen b:unseen c:unseen d:unseen e:unseen b:again");
    // Never directly after itself: another one comes between, if there is one.
    check(learner(2, 1, 60), "5 1 5 5", "a:unseen b:unseen a:free b:again rest");
    check(learner(1, 1, 60), "1 5", "a:unseen a:again rest");
}

#[test]
fn six_missed_cards_hold_back_unseen_ones() {
    let mut learner = learner(12, 3, 600);
    assert_eq!(learner.run("2 2 2 2 2 2 2"), "b:unseen c:unseen d:unseen e:unseen f:unseen a:again b:again");
}

#[test]
fn where_time_is_short_missed_cards_hold_back_none() {
    // There is no time for all of them until tomorrow, and a minute on one never seen adds most.
    let mut learner = learner(12, 1, 20);
    assert_eq!(
        learner.run("2 2 2 2 2 2 2"),
        "b:unseen c:unseen d:unseen e:unseen f:unseen g:unseen h:unseen"
    );
}

#[test]
fn without_a_plan_that_holds_cards_are_asked_when_they_are_due() {
    let over = Plan::new(Day(TODAY - 1), 6);
    let learner = with(3, over);
    assert_eq!((learner.screen().as_str(), learner.json()["plan"].is_null()), ("a:unseen", true));
    let mut learner = self::learner(3, 1, 2);
    assert_eq!(learner.run("5"), "minutesUsed");
    learner.session.set_plan(None, learner.now);
    assert_eq!((learner.screen().as_str(), learner.json()["plan"].is_null()), ("b:unseen", true));
}

#[test]
fn a_topic_and_free_practice_are_what_the_learner_chose() {
    for setup in [
        Setup { topic: Some("t".to_owned()), ..Setup::default() },
        Setup { mode: Mode::Free, ..Setup::default() },
    ] {
        let (deck, _) = greenroom::deck::Deck::parse("# T\n\n## a\n\nA.\n\n## b\n\nB.\n", "d.md");
        let mut learner = Learner::set_up(setup, deck);
        learner.session.set_plan(Some(Plan::new(Day(TODAY + 5), 1)), learner.now);
        assert!(learner.json()["plan"].is_null());
        assert_eq!(learner.run("5"), "t/b:unseen");
    }
}

#[test]
fn the_card_to_begin_with_comes_first_with_a_plan_too() {
    let setup = Setup { first: Some("c".to_owned()), ..Setup::default() };
    let mut learner = Learner::set_up(setup, letters(4));
    learner.session.set_plan(Some(Plan::new(Day(TODAY + 5), 10)), learner.now);
    assert_eq!(learner.screen(), "c:unseen");
}

#[test]
fn a_card_that_is_being_answered_stays_when_the_plan_changes() {
    let mut learner = learner(4, 5, 10);
    learner.run("reveal");
    learner.session.set_plan(Some(Plan::new(Day(TODAY + 5), 10).with_day_off(Day(TODAY))), learner.now);
    assert_eq!(learner.screen(), "a:unseen");
    assert_eq!(learner.run("4"), "dayOff");
}

#[test]
fn decks_that_share_an_interview_share_its_minutes() {
    // All of this deck was just rated 5; the other was never seen.
    let mut one = learner(3, 10, 20);
    let other = Learner::new(letters(5));
    assert_eq!(one.json()["plan"]["offer"]["new"], 3);
    one.session.accompany(key("other"), other.session.companion());
    one.session.settle(one.now);
    let plan = &one.json()["plan"];
    assert_eq!((&plan["offer"]["new"], &plan["decks"][0]["offer"]["new"]), (&8.into(), &3.into()));
    assert_eq!(one.run("5 5 5"), "b:unseen c:unseen elsewhere");
    assert_eq!(one.json()["plan"]["decks"][0]["offer"]["new"], 0);
    assert_eq!(one.run("go"), "rest");

    // What was practiced there counts against the minutes here, and it is told apart by its key.
    let mut other = other;
    other.run("4 4");
    one.session.accompany(key("other"), other.session.companion());
    one.session.settle(one.now);
    assert_eq!(one.json()["plan"]["used"], 3 * 120 + 2 * 120);
    assert_eq!(one.json()["plan"]["decks"].as_array().unwrap().len(), 2);
    one.session.leave_company();
    one.session.settle(one.now);
    assert_eq!(one.json()["plan"]["used"], 3 * 120);
}

#[test]
fn the_forecast_has_a_part_for_each_deck_or_topic() {
    let mut one = learner(26, 10, 3);
    let forecast = |learner: &Learner| {
        let prospects = learner.session.prospects().unwrap();
        // Through the bytes that travel.
        let same: Prospects = borsh::from_slice(&borsh::to_vec(&prospects).unwrap()).unwrap();
        assert_eq!(same, prospects);
        serde_json::to_value(same.forecast(&[1, 5, 30])).unwrap()
    };
    let alone = forecast(&one);
    let recall: Vec<_> =
        alone["predictions"].as_array().unwrap().iter().map(|p| p["recall"].as_f64().unwrap()).collect();
    assert!(recall.is_sorted() && recall[0] < 0.45 && recall[2] > 0.9, "{recall:?}");
    assert_eq!((alone["cards"].as_u64(), alone["interview"].as_i64()), (Some(26), Some(20_010)));
    assert_eq!(alone["predictions"][2]["leftOut"], 0);
    assert!(alone["predictions"][0]["leftOut"].as_u64() > Some(12));
    assert_eq!(alone["unseen"].as_array().unwrap().len(), 26);
    assert_eq!(alone["predictions"][0]["curve"].as_array().unwrap().len(), 11);

    one.session.accompany(key("other"), Learner::new(letters(10)).session.companion());
    let both = forecast(&one);
    let parts = both["predictions"][1]["parts"].as_array().unwrap();
    let cards: Vec<_> = parts.iter().map(|part| (part["title"].as_str(), part["cards"].as_u64())).collect();
    assert_eq!(cards, [(Some("Letters"), Some(26)), (Some("Letters"), Some(10))]);
    assert!(Learner::new(letters(2)).session.prospects().is_none());
}

#[test]
fn every_card_says_what_it_is_worth() {
    let mut learner = learner(3, 4, 30);
    let worth = learner.json()["screen"]["worth"].clone();
    assert_eq!((worth["on"].as_i64(), worth["recallNow"].as_f64()), (Some(20_004), Some(0.0)));
    assert!(worth["recallWith"].as_f64() > Some(0.5), "{worth}");
    learner.run("1 4 4");
    // It is asked again, because that adds to what is recalled on the day.
    let worth = learner.json()["screen"]["worth"].clone();
    assert!(worth["recallWith"].as_f64() > worth["recallWithout"].as_f64(), "{worth}");
    // Without a plan the day that counts is tomorrow.
    let worth = Learner::new(letters(1)).json()["screen"]["worth"].clone();
    assert_eq!(worth["on"].as_i64(), Some(20_001));
}

#[test]
fn the_days_on_which_cards_come_back_lie_before_the_interview() {
    let mut learner = learner(3, 6, 30);
    learner.run("reveal");
    let choices = learner.json()["screen"]["choices"].clone();
    let kinds: Vec<_> = choices.as_array().unwrap().iter().map(|choice| &choice["comesBack"]).collect();
    assert_eq!((kinds[0]["kind"].as_str(), kinds[1]["kind"].as_str()), (Some("soon"), Some("later")));
    for kind in &kinds[2..] {
        match kind["kind"].as_str().unwrap() {
            "day" => assert!((20_001..20_006).contains(&kind["day"].as_i64().unwrap()), "{kind}"),
            other => assert_eq!(other, "notBefore"),
        }
    }
}

#[test]
fn readiness_is_for_the_day_of_the_interview() {
    let (mut near, mut far) = (learner(1, 1, 30), learner(1, 60, 30));
    near.run("4");
    far.run("4");
    assert_eq!(near.session.standing().mastery, far.session.standing().mastery);
    assert!(near.session.standing().readiness > far.session.standing().readiness + 0.1);
}

#[test]
fn the_last_day_goes_to_the_shakiest() {
    let mut learner = learner(6, 8, 200);
    learner.run("5 1 5 5 4 5");
    learner.session.set_plan(Some(Plan::new(Day(TODAY + 8), 4)), learner.now);
    for _ in 0..7 {
        learner.run("day");
    }
    let screens = format!("{} {}", learner.screen(), learner.run("4"));
    assert!(screens.starts_with("b:gain"), "{screens}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// What is asked follows from the log, the plan and the time, and undo restores exactly what was shown.
    #[test]
    fn a_reload_leads_to_the_same_card_and_undo_to_the_view_before(
        words in proptest::collection::vec("[1-5]|day|go|continue", 1..25),
        minutes in 2..40_u32,
        in_days in 0..9_i32,
    ) {
        let plan = Plan::new(Day(TODAY + in_days), minutes);
        let mut learner = with(7, plan.clone());
        for word in &words {
            learner.run(word);
        }
        let log = learner.session.log().clone();
        let mut again = Learner::with(letters(7), log, 2);
        again.now = learner.now;
        again.session = Session::new(letters(7), learner.session.log().clone(), WriterId::from_seed(2), learner.now);
        again.session.set_plan(Some(plan), learner.now);
        prop_assert_eq!(again.json()["plan"].clone(), learner.json()["plan"].clone());
        prop_assert_eq!(again.session.overview(), learner.session.overview());

        let before = again.json();
        if before["screen"]["kind"] == "card" {
            again.run("reveal");
            let shown = again.json();
            again.run("4");
            again.run("undo");
            prop_assert_eq!(again.json(), shown);
        }
    }
}

/// A clock that is set back, and a flight: the plan follows the learner's calendar.
#[test]
fn the_plan_follows_the_learners_calendar() {
    let mut learner = learner(3, 1, 2);
    assert_eq!(learner.run("4"), "minutesUsed");
    // Four in the morning is another day, midnight is not.
    learner.session.settle(Moment::new((i64::from(TODAY) + 1) * DAY + 3 * 60 * MINUTE, 0));
    assert_eq!(learner.screen(), "minutesUsed");
    learner.session.settle(Moment::new((i64::from(TODAY) + 1) * DAY + 4 * 60 * MINUTE, 0));
    assert_ne!(learner.screen(), "minutesUsed");
    assert_eq!(learner.json()["plan"]["inDays"], 0);
    // The same moment further west is still the day before, of which the minutes are used.
    learner.session.settle(Moment::new((i64::from(TODAY) + 1) * DAY + 4 * 60 * MINUTE, -60));
    assert_eq!(
        (learner.screen().as_str(), learner.json()["plan"]["inDays"].as_u64()),
        ("minutesUsed", Some(1))
    );
    // A clock set back by a year does no harm.
    learner.session.settle(Moment::new(i64::from(TODAY - 365) * DAY + DAY / 2, 0));
    assert_eq!(learner.json()["plan"]["inDays"], 366);
}
