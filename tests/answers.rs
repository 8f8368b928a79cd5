//! Answers in the learner's own words: what is found, what is remembered, what is asked again.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod util;

use greenroom::day::Moment;
use greenroom::deck::Deck;
use greenroom::progress::{How, Record, WriterId, decode, encode};
use greenroom::schedule::Rating;
use greenroom::session::{Action, Session};
use proptest::prelude::*;
use util::{DAY, Learner};

const DECK: &str = "---\ntitle: Launch\nlanguage: en\nminutes: 2\n---\n
## What do you measure in a launch? {#measure}

- **Activation**: the share of new users who reach the first success
  - also: first value, aha moment
- **Guardrail metrics**: figures that would stop the rollout if they got worse
  - also: guardrails, stop rule
- **Retention**: who comes back after a week
  - also: coming back, stickiness

### Pitfalls
- Counting downloads and page views that nobody acts on.

## Name the loop, in order {#loop}

1. **Ask**: listen to what the interviewer wants
2. **Structure**: say the route aloud
3. **Decide**: choose an option and give the reason

## What does the R of RICE stand for? {#reach}

= Reach | reach of users

## How much is 2 * 3? {#six}

= 12 ± 1

### Common mistakes
- Forgot to double it: `= 6`

## Walk through the case {#case}

### Step 1: Clarify (1 min)

- **Goal**: what the company wants to achieve

### Step 2: Measure (1 min)

- **Success metric**: the figure that shows it worked

## Tell it {#plain}

The headline.
";

fn deck() -> Deck {
    let (deck, issues) = Deck::parse(DECK, "launch.md");
    assert_eq!(issues, []);
    deck
}

fn learner() -> Learner {
    Learner::new(deck())
}

impl Learner {
    fn answer(&mut self, text: &str) {
        self.act(Action::Answer(text.to_owned()));
    }

    fn tick(&mut self, point: usize, was_said: bool) {
        self.act(Action::Tick { step: 0, point, was_said });
    }

    /// What was found of each point of a step: a letter each, in capitals where it counts as said.
    fn found(&self, step: usize) -> String {
        let points = self.json()["screen"]["said"][step]["points"].clone();
        let letter = |point: &serde_json::Value| {
            let letter = point["found"].as_str().unwrap()[..1].to_owned();
            match point["said"].as_bool() {
                Some(true) => letter.to_uppercase(),
                Some(false) => letter,
                None => format!("{letter}?"),
            }
        };
        points.as_array().unwrap().iter().map(letter).collect::<Vec<_>>().join(" ")
    }

    fn suggested(&self) -> Option<u64> {
        self.json()["screen"]["suggested"].as_u64()
    }
}

#[test]
fn each_point_is_found_touched_or_not() {
    let mut learner = learner();
    assert_eq!(learner.json()["screen"]["attempt"], "text");
    learner.answer("I look at activation, so how many new users reach first value. And I set a stop rule.");
    assert_eq!(learner.found(0), "F F m");
    assert_eq!(learner.suggested(), Some(4));
    // What is worth adding is what is missing.
    assert_eq!(learner.json()["screen"]["said"][0]["add"], serde_json::json!([2]));
    // The words that matched are marked in the learner's own text, and all of it is there.
    let runs = learner.json()["screen"]["said"][0]["text"].clone();
    let runs = runs.as_array().unwrap();
    let text: String = runs.iter().map(|run| run["text"].as_str().unwrap()).collect();
    assert!(text.starts_with("I look at activation") && text.ends_with("stop rule."));
    let marked: Vec<_> = runs.iter().filter(|run| run["points"] != serde_json::json!([])).collect();
    assert!(
        marked.iter().any(|run| run["text"] == "stop rule" && run["points"] == serde_json::json!([1])),
        "{marked:?}"
    );
}

#[test]
fn the_learner_corrects_and_the_suggestion_follows() {
    let mut learner = learner();
    learner.answer("Activation, and who comes back after a week.");
    assert_eq!((learner.found(0).as_str(), learner.suggested()), ("F m F", Some(4)));
    learner.tick(1, true);
    assert_eq!((learner.found(0).as_str(), learner.suggested()), ("F M F", Some(5)));
    learner.tick(1, false);
    learner.tick(0, false);
    assert_eq!((learner.found(0).as_str(), learner.suggested()), ("f m F", Some(2)));
    // Ticks before the answer, of other steps and of other points change nothing.
    let before = learner.json();
    for action in [
        Action::Tick { step: 1, point: 0, was_said: true },
        Action::Tick { step: 0, point: 9, was_said: true },
        Action::Recalled(true),
    ] {
        learner.act(action);
    }
    assert_eq!(learner.json(), before);
}

#[test]
fn aloud_is_ticked_by_hand_and_thought_is_told_nothing() {
    let mut learner = learner();
    learner.act(Action::Aloud);
    assert_eq!((learner.found(0).as_str(), learner.suggested()), ("u? u? u?", None));
    learner.tick(0, true);
    learner.tick(1, true);
    learner.tick(2, false);
    assert_eq!((learner.found(0).as_str(), learner.suggested()), ("U U u", Some(4)));
    learner.act(Action::Rate(Rating::Four));
    learner.act(Action::Reveal);
    assert_eq!(learner.suggested(), None);
    learner.act(Action::Rate(Rating::Four));
    let log = learner.session.log().clone();
    let records: Vec<_> = log.records().map(|(_, record)| record.clone()).collect();
    let Record::Answer(_, told) = &records[0] else { panic!("{records:?}") };
    assert_eq!((told.how, told.points.len()), (How::Aloud, 3));
    // Where nothing was said and ticked, the record is as short as ever.
    assert!(matches!(records[1], Record::Review(_)));
}

#[test]
fn help_and_time_lower_the_suggestion() {
    let text =
        "---\nlanguage: en\nminutes: 1\n---\n## A\n\n- Clear goal\n- Guardrail metric\n\n### Hint\nH.\n";
    let suggested = |helps: usize, minutes: i64| {
        let mut learner = Learner::new(Deck::parse(text, "d").0);
        (0..helps).for_each(|_| learner.act(Action::Help));
        learner.wait(minutes * util::MINUTE);
        learner.answer("A clear goal, and a guardrail metric.");
        learner.suggested().unwrap()
    };
    assert_eq!([suggested(0, 0), suggested(1, 0), suggested(0, 5)], [5, 4, 4]);
}

#[test]
fn an_order_is_compared_as_an_order() {
    let mut learner = learner();
    learner.run("3");
    learner.answer("First I say the route aloud as a structure. Then I ask what the interviewer wants. Then I decide and give the reason.");
    let points = learner.json()["screen"]["said"][0]["points"].clone();
    let places: Vec<_> = points.as_array().unwrap().iter().map(|point| point["place"].clone()).collect();
    assert_eq!(learner.found(0), "F F F");
    assert_eq!(places.iter().filter(|place| **place == "wrong").count(), 1, "{places:?}");
    assert_eq!(places[2], "right");
    assert_eq!(learner.suggested(), Some(4));
}

#[test]
fn a_list_with_a_point_out_of_order_is_no_five() {
    let suggested = |answer: &str| {
        let deck = "## Put the levels in order, lowest first. {#levels}\n
1. **Provisional**: everybody helps themselves, without a team\n2. **Operational**: a dedicated team with a list of work
3. **Scalable**: it is run as a product\n4. **Optimizing**: others contribute to it, and it improves\n";
        let mut learner = Learner::new(Deck::parse(deck, "levels.md").0);
        learner.answer(answer);
        assert_eq!(learner.found(0), "F F F F", "{answer}");
        learner.suggested()
    };
    assert_eq!(suggested("provisional, operational, scalable, optimizing"), Some(5));
    assert_eq!(suggested("provisional, scalable, operational, optimizing"), Some(4));
    // A word of another point that is said along the way moves none.
    let walk = "First it is provisional. Then there is a dedicated team, so it is operational. Then it is run as a product, which \
                is scalable. Finally it is optimizing: the team improves it, and others contribute.";
    assert_eq!(suggested(walk), Some(5));
}

#[test]
fn typed_answers_and_numbers_are_told_what_they_are() {
    let typed = |card: &str, text: &str| {
        let setup = greenroom::session::Setup { first: Some(card.to_owned()), ..Default::default() };
        let mut learner = Learner::set_up(setup, deck());
        assert_eq!(learner.json()["screen"]["attempt"], "line");
        learner.answer(text);
        let typed = learner.json()["screen"]["said"][0]["typed"].clone();
        (typed["verdict"].as_str().unwrap().to_owned(), learner.suggested())
    };
    assert_eq!(typed("reach", "reach"), ("right".to_owned(), Some(5)));
    assert_eq!(typed("reach", "raech of users"), ("slip".to_owned(), Some(5)));
    assert_eq!(typed("reach", "retention"), ("wrong".to_owned(), Some(1)));
    assert_eq!(typed("six", "12"), ("right".to_owned(), Some(5)));
    assert_eq!(typed("six", "14"), ("near".to_owned(), Some(3)));
    assert_eq!(typed("six", "6"), ("mistake".to_owned(), Some(1)));
    assert_eq!(typed("six", "120"), ("offBy".to_owned(), Some(1)));
    assert_eq!(typed("six", "a dozen"), ("right".to_owned(), Some(5)));
}

#[test]
fn steps_are_answered_one_by_one() {
    let setup = greenroom::session::Setup { first: Some("case".to_owned()), ..Default::default() };
    let mut learner = Learner::set_up(setup, deck());
    learner.answer("First I ask for the goal: what the company is trying to achieve.");
    assert_eq!((learner.found(0).as_str(), learner.suggested()), ("F", None));
    learner.answer("Nothing comes to mind here.");
    assert_eq!(learner.found(1), "m");
    assert_eq!(learner.suggested(), Some(3));
    learner.act(Action::Tick { step: 1, point: 0, was_said: true });
    assert_eq!(learner.suggested(), Some(5));
}

#[test]
fn a_pitfall_that_the_answer_falls_into_is_named() {
    let mut learner = learner();
    learner.answer("I count downloads and page views that nobody acts on.");
    assert_eq!(learner.json()["screen"]["said"][0]["pitfalls"].as_array().unwrap().len(), 1);
    let mut learner = self::learner();
    learner.answer("Activation and retention, with guardrails.");
    assert_eq!(learner.json()["screen"]["said"][0]["pitfalls"].as_array().unwrap().len(), 0);
}

/// Misses the second point of the first card on this many days running; comes back the day after.
fn who_misses(days: usize) -> Learner {
    let mut learner = learner();
    for _ in 0..days {
        learner.session = Session::with(
            greenroom::session::Setup { first: Some("measure".to_owned()), ..Default::default() },
            deck(),
            learner.session.log().clone(),
            WriterId::from_seed(learner.now.at.0.unsigned_abs()),
            learner.now,
        );
        learner.session.set_examiner(Box::new(greenroom::score::Examiner::of_deck(&deck())));
        learner.answer("Activation of new users, and who comes back after a week.");
        learner.act(Action::Rate(Rating::Three));
        learner.wait(DAY);
    }
    learner
}

#[test]
fn a_point_that_is_left_out_again_and_again_is_asked_on_its_own() {
    let mut learner = who_misses(1);
    learner.run("4 4 4 4 4 4");
    assert_ne!(learner.json()["screen"]["kind"], "drill");
    let mut learner = who_misses(2);
    learner.session.settle(learner.now);
    // After three cards.
    let screens = learner.run("4 4 4");
    assert!(screens.ends_with("drill"), "{screens}");
    let screen = learner.json()["screen"].clone();
    assert_eq!(screen["title"][0]["text"], "Guardrail metrics");
    assert_eq!((screen["missed"].clone(), screen["answer"].clone()), (2.into(), serde_json::Value::Null));
    let before = learner.json();
    learner.answer("figures that would stop the rollout if they get worse");
    assert_eq!(learner.json()["screen"]["said"]["points"][0]["found"], "found");
    let shown = learner.json();
    learner.act(Action::Recalled(true));
    assert_ne!(learner.json()["screen"]["kind"], "drill");
    // Undo brings it back as it was.
    learner.act(Action::Undo);
    assert_eq!(learner.json(), shown);
    assert_ne!(shown, before);
    learner.act(Action::Recalled(false));
    // Once a day, and then again.
    assert!(!learner.run("4 4 4 4 4 4").contains("drill"));
    learner.wait(DAY);
    learner.session.settle(learner.now);
    assert!(learner.run("4 4 4 go 4 4 4").contains("drill"));
}

#[test]
fn weak_points_stand_beside_their_card() {
    let learner = who_misses(2);
    let weak = |learner: &Learner, first: &str| {
        let setup = greenroom::session::Setup { first: Some(first.to_owned()), ..Default::default() };
        let log = learner.session.log().clone();
        let session = Session::with(setup, deck(), log, WriterId::from_seed(99), learner.now);
        let view = serde_json::to_value(session.view()).unwrap();
        view["screen"]["weak"].clone()
    };
    assert_eq!(weak(&learner, "measure")[0][0]["text"], "Guardrail metrics");
    assert_eq!(weak(&learner, "reach"), serde_json::json!([]));
    let mut learner = who_misses(2);
    learner.session.settle(learner.now);
    learner.run("stop 4 4 4");
    let screen = learner.json();
    assert!(screen["screen"]["standings"].is_null() || screen["screen"]["standings"]["weak"].is_array());
}

#[test]
fn corrections_move_what_counts_as_found() {
    // The engine does not find it, and the learner says that they said it.
    let answer = "I want figures that show harm, and then we go back.";
    let found = |corrections: usize| {
        let mut learner = learner();
        for _ in 0..corrections {
            learner.answer(answer);
            learner.tick(1, true);
            learner.act(Action::Rate(Rating::Three));
            learner.wait(DAY);
            let setup = greenroom::session::Setup { first: Some("measure".to_owned()), ..Default::default() };
            let log = learner.session.log().clone();
            learner.session =
                Session::with(setup, deck(), log, WriterId::from_seed(corrections as u64), learner.now);
            learner.session.set_examiner(Box::new(greenroom::score::Examiner::of_deck(&deck())));
        }
        learner.answer(answer);
        learner.found(0)
    };
    let (before, after) = (found(0), found(5));
    assert_ne!(before.split(' ').nth(1), Some("F"), "{before}");
    assert_ne!(before, after);
}

#[test]
fn calibration_is_shown_when_there_is_enough_to_say() {
    let many =
        (0..35).map(|n| format!("## Card {n}\n\n- Clear goal\n- Guardrail metric\n\n")).collect::<String>();
    let deck = Deck::parse(&format!("---\nlanguage: en\n---\n{many}"), "d").0;
    let mut learner = Learner::new(deck);
    for n in 0..30 {
        if learner.json()["screen"]["kind"] == "checkpoint" {
            assert_eq!(learner.json()["screen"]["standings"]["calibration"], serde_json::Value::Null);
            learner.act(Action::Continue);
        }
        learner.act(Action::Sure(Rating::Five));
        learner.answer(if n % 3 == 0 {
            "A guardrail metric."
        } else {
            "A clear goal, and a guardrail metric."
        });
        learner.act(Action::Rate(Rating::Five));
    }
    let calibration = learner.json()["screen"]["standings"]["calibration"].clone();
    assert_eq!(
        (calibration["answers"].clone(), calibration["levels"][4]["answers"].clone()),
        (30.into(), 30.into())
    );
    let right = calibration["levels"][4]["right"].as_f64().unwrap();
    assert!((right - 5.0 / 6.0).abs() < 1e-9, "{right}");
    // Each third answer was half right: a squared difference of a quarter.
    assert!((calibration["brier"].as_f64().unwrap() - 0.25 / 3.0).abs() < 1e-9);
}

#[test]
fn a_long_answer_of_which_little_is_understood_suggests_nothing_until_it_is_ticked() {
    let mut learner = learner();
    learner.answer(
        "In the first days I sit with the support desk and listen to what people say when they open the thing, then I write \
         down three worries and see on Friday which of them came true, and if one did we pull it back that same evening and \
         tell everybody why, in plain words, before anybody has to ask.",
    );
    assert_eq!((learner.found(0).as_str(), learner.suggested()), ("m m m", None));
    learner.tick(1, true);
    assert_eq!(learner.suggested(), Some(2));
    // A short one is taken at its word.
    let mut learner = self::learner();
    learner.answer("No idea, sorry.");
    assert_eq!(learner.suggested(), Some(1));
}

#[test]
fn what_has_begun_stays() {
    let mut learner = learner();
    learner.act(Action::Begin);
    learner.wait(DAY);
    learner.answer("Activation.");
    assert_eq!(learner.json()["screen"]["card"]["id"], "measure");
    assert_eq!(learner.found(0), "F m m");
    // And the rating counts for the day on which it was given.
    learner.act(Action::Rate(Rating::Two));
    assert_eq!(learner.json()["left"]["again"], 1);
}

#[test]
fn without_an_examiner_the_learner_ticks() {
    let now = Moment::new(20_000 * DAY, 0);
    let mut session = Session::new(deck(), Default::default(), WriterId::from_seed(1), now);
    session.act(Action::Answer("Activation".to_owned()), now);
    let view = serde_json::to_value(session.view()).unwrap();
    assert_eq!(view["screen"]["said"][0]["points"][0]["found"], "unscored");
    assert_eq!(view["screen"]["suggested"], serde_json::Value::Null);
}

fn actions() -> impl Strategy<Value = Action> {
    const ANSWERS: [&str; 5] =
        ["", "activation and guardrails", "12", "we did not measure retention", "Reach 🙂 \u{301}\u{202e}"];
    prop_oneof![
        6 => (1..=5_u32).prop_map(|number| Action::Rate(Rating::from_number(number).unwrap())),
        4 => prop::sample::select(&ANSWERS[..]).prop_map(|text| Action::Answer(text.to_owned())),
        3 => Just(Action::Reveal),
        2 => Just(Action::Aloud),
        3 => (0..3_usize, 0..4_usize, any::<bool>()).prop_map(|(step, point, was_said)| Action::Tick { step, point, was_said }),
        1 => (1..=5_u32).prop_map(|number| Action::Sure(Rating::from_number(number).unwrap())),
        1 => any::<bool>().prop_map(Action::Recalled),
        1 => Just(Action::Begin),
        1 => Just(Action::Help),
        1 => Just(Action::Continue),
        1 => Just(Action::Stop),
        1 => Just(Action::KeepGoing),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn undo_restores_exactly_the_previous_view(steps in prop::collection::vec(actions(), 1..60), days in 0..3_usize) {
        let mut learner = who_misses(days);
        learner.session.settle(learner.now);
        let mut views = Vec::new();
        for action in steps {
            let before = learner.json();
            if learner.session.act(action, learner.now).is_some() {
                views.push(before);
            }
        }
        while let Some(view) = views.pop() {
            learner.session.act(Action::Undo, learner.now);
            prop_assert_eq!(learner.json(), view);
        }
    }

    #[test]
    fn a_reload_changes_nothing_that_was_said(steps in prop::collection::vec(actions(), 1..60)) {
        let mut learner = learner();
        for action in steps {
            learner.wait(9_000_000);
            learner.session.act(action, learner.now);
        }
        let mut log = greenroom::progress::Log::default();
        // Through the store's text.
        for (id, record) in learner.session.log().records() {
            let text = encode(id, record);
            prop_assert!(text.is_ascii());
            prop_assert_eq!(&decode(id, &text), &Ok(record.clone()));
            log.insert(id, record.clone());
        }
        prop_assert_eq!(&log, learner.session.log());
        let session = Session::new(deck(), log, WriterId::from_seed(2), learner.now);
        learner.session.settle(learner.now);
        prop_assert_eq!(session.overview(), learner.session.overview());
        // And after it undo takes back what was ticked as it was.
        let mut session = session;
        session.act(Action::Undo, learner.now);
        serde_json::to_string(&session.view()).unwrap();
    }
}
