//! Practising each kind of card: what is shown before the answer and after it, and what is drawn from where.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod util;

use greenroom::deck::Deck;
use greenroom::session::{Mode, Setup};
use serde_json::{Value, json};
use util::Learner;

fn golden(name: &str) -> Deck {
    let text = std::fs::read_to_string(format!("tests/golden/{name}.md")).unwrap();
    Deck::parse(&text, name).0
}

/// A learner of a deck with one card of a golden deck.
fn learner(name: &str, card: &str) -> Learner {
    let mut deck = golden(name);
    deck.cards.retain(|other| other.id.0 == card);
    assert_eq!(deck.cards.len(), 1, "{card}");
    Learner::new(deck)
}

/// The card screen.
fn screen(learner: &Learner) -> Value {
    learner.json()["screen"].clone()
}

/// The text of rich text, however deep.
fn text(value: &Value) -> String {
    match value {
        Value::Array(items) => items.iter().map(text).collect(),
        Value::Object(fields) if fields.get("kind") == Some(&json!("gap")) => {
            format!("[{}]", fields["text"].as_str().unwrap())
        }
        Value::Object(fields) => {
            ["text", "content", "items"].iter().filter_map(|key| fields.get(*key)).map(text).collect()
        }
        Value::String(text) => text.clone(),
        _ => String::new(),
    }
}

/// The options in a line: `*` picked, `+` right, `-` wrong.
fn options(learner: &Learner) -> String {
    let screen = screen(learner);
    let options = screen["options"]["items"].as_array().unwrap().iter().map(|option| {
        let picked = if option["picked"] == true { "*" } else { "" };
        let right = match option["right"].as_bool() {
            None => "",
            Some(true) => "+",
            Some(false) => "-",
        };
        format!("{picked}{right}{}", text(&option["content"]))
    });
    options.collect::<Vec<_>>().join(" | ")
}

#[test]
fn a_choice_is_picked_then_shown() {
    let mut learner = learner("choice", "guardrail");
    assert_eq!(options(&learner), "Conversion | Refund rate | Story points");
    assert_eq!(screen(&learner)["card"]["task"], "choice");
    assert_eq!(screen(&learner)["options"]["several"], false);
    learner.run("pick0 pick1");
    assert_eq!(options(&learner), "Conversion | *Refund rate | Story points");
    learner.run("pick1 pick1");
    assert_eq!(options(&learner), "Conversion | *Refund rate | Story points");
    assert!(!text(&screen(&learner)["options"]).contains("regret"));
    learner.run("reveal pick0");
    assert_eq!(options(&learner), "-Conversion | *+Refund rate | -Story points");
    assert_eq!(
        text(&screen(&learner)["options"]["items"][1]["feedback"]),
        "It tells whether people regret buying."
    );
    // Undo shows the pick again; the next showing has another order.
    learner.run("2 undo");
    assert_eq!(options(&learner), "-Conversion | *+Refund rate | -Story points");
    learner.run("2");
    assert_eq!(options(&learner), "Refund rate | Conversion | Story points");
}

#[test]
fn several_are_picked_where_several_are_right() {
    let mut learner = learner("choice", "choices/pick-all-leading-signals");
    learner.run("pick1 pick2 pick0 pick1");
    assert_eq!(options(&learner), "*Weekly active teams | Yearly revenue | *Trial starts");
    assert_eq!(screen(&learner)["options"]["several"], true);
}

#[test]
fn a_gap_is_open_until_the_answer_is_shown() {
    let mut learner = learner("cloze", "north");
    let prompt = |learner: &Learner| screen(learner)["card"]["prompt"].clone();
    assert_eq!(text(&prompt(&learner)), "A [] metric is led by inputs.");
    assert_eq!(prompt(&learner)[1]["hint"], "what leads");
    assert!(!learner.json().to_string().contains("north star"));
    learner.run("reveal");
    assert_eq!(text(&prompt(&learner)), "A [north star] metric is led by inputs.");
    let mut second = self::learner("cloze", "north/2");
    assert_eq!(text(&prompt(&second)), "A north star metric is led by [].");
    second.run("reveal");
    assert_eq!(text(&screen(&second)["answer"]["headline"]), "Both are measured.");
    let in_quote = self::learner("cloze", "gaps/the-metric/2");
    assert_eq!(text(&prompt(&in_quote)), "The guardrail metric");
    assert_eq!(text(&screen(&in_quote)["card"]["quote"]), "It must not get [].");
}

#[test]
fn steps_are_shown_one_at_a_time_and_rated_at_the_end() {
    let mut learner = learner("stages", "launch");
    let state = |learner: &Learner| {
        let screen = screen(learner);
        let stages = screen["answer"]["stages"].as_array().map_or(0, Vec::len);
        let next = format!("{} {}", screen["next"]["number"], text(&screen["next"]["title"]));
        let pitfalls = text(&screen["answer"]["pitfalls"]);
        format!("{stages} of it, then {next}, {}, {pitfalls}", screen["complete"])
    };
    assert_eq!(state(&learner), "0 of it, then 1 Clarify scope, false, ");
    assert_eq!(screen(&learner)["next"]["minutes"], 2);
    learner.run("reveal");
    assert_eq!(state(&learner), "1 of it, then 2 Structure, false, ");
    assert_eq!(
        screen(&learner)["answer"]["sections"],
        json!([]),
        "the strong answer waits for the last step"
    );
    let stage = &screen(&learner)["answer"]["stages"][0];
    assert_eq!(text(&stage["passage"]["points"]["items"][0]["title"]), "Who");
    // Too early to be rated.
    learner.run("4");
    assert_eq!(state(&learner), "2 of it, then 3 Decide, false, ");
    learner.run("reveal");
    assert_eq!(state(&learner), "3 of it, then null , true, Jumps to a solution.");
    assert_eq!(text(&screen(&learner)["answer"]["stages"][1]["variants"][1]["title"]), "Banking");
    learner.run("4");
    assert_eq!(learner.json()["reviewed"], 1);
    learner.run("undo");
    assert_eq!(state(&learner), "3 of it, then null , true, Jumps to a solution.");
}

#[test]
fn a_calculation_is_drawn_anew_each_time_and_undo_brings_its_numbers_back() {
    let mut learner = learner("calculation", "rice");
    let quote = |learner: &Learner| text(&screen(learner)["card"]["quote"]);
    let first = quote(&learner);
    assert_eq!(
        first,
        "Reach 140 developers a quarter, impact 0.5, confidence 80%, effort 6 person-months. What is the RICE score?"
    );
    learner.run("reveal");
    let number = screen(&learner)["answer"]["number"].clone();
    assert_eq!(number["worked"], "140 * 0.5 * 80% / 6");
    assert!((number["value"].as_f64().unwrap() - 56.0 / 6.0).abs() < 1e-9);
    assert_eq!(number["tolerance"], json!({ "kind": "within", "by": 0.01, "unit": "%" }));
    assert_eq!(number["mistakes"][0]["value"], 56.0);
    assert_eq!(text(&number["mistakes"][0]["said"]), "Did not divide by the effort");
    learner.run("3");
    let second = quote(&learner);
    assert_ne!(second, first);
    learner.run("undo");
    assert_eq!(quote(&learner), first);
    learner.run("3");
    assert_eq!(quote(&learner), second);
}

#[test]
fn a_seed_shows_everybody_the_same() {
    let quote = |seed| {
        let setup = Setup { seed, ..Setup::default() };
        let mut deck = golden("calculation");
        deck.cards.truncate(1);
        text(&screen(&Learner::set_up(setup, deck))["card"]["quote"])
    };
    assert_eq!(quote(7), quote(7));
    assert!((0..20).any(|seed| quote(seed) != quote(7)));
}

#[test]
fn a_topic_is_chosen_by_id_title_or_short_name() {
    for topic in ["prd", "PRD", "Product requirements document", "product requirements document"] {
        let learner =
            Learner::set_up(Setup { topic: Some(topic.into()), ..Setup::default() }, golden("grid"));
        let view = learner.json();
        assert_eq!((&view["deck"]["cards"], &view["missingTopic"]), (&json!(3), &json!(null)), "{topic}");
    }
    let setup = Setup { topic: Some("gone".into()), ..Setup::default() };
    let view = Learner::set_up(setup, golden("grid")).json();
    assert_eq!((&view["deck"]["cards"], &view["missingTopic"]), (&json!(6), &json!("gone")));
}

#[test]
fn a_sitting_stops_after_the_count_and_goes_on_when_asked() {
    let mut learner = Learner::set_up(Setup { count: Some(2), ..Setup::default() }, util::letters(5));
    assert_eq!(learner.run("4 4 go 4"), "b:unseen stopped c:unseen d:unseen");
}

#[test]
fn a_session_begins_with_the_card_that_was_asked_for() {
    let first = |id: &str| Setup { first: Some(id.into()), ..Setup::default() };
    let mut learner = Learner::set_up(first("c"), util::letters(5));
    assert_eq!(learner.screen(), "c:unseen");
    assert_eq!(learner.run("4 4 undo undo"), "a:unseen b:unseen a:unseen c:unseen");
    assert_eq!(Learner::set_up(first("z"), util::letters(5)).screen(), "a:unseen");
}

#[test]
fn free_practice_never_rests() {
    let mut learner = Learner::set_up(Setup { mode: Mode::Free, ..Setup::default() }, util::letters(2));
    assert_eq!(learner.run("4 4 4"), "b:unseen a:free b:free");
}

#[test]
fn free_practice_goes_on_after_midnight_and_after_undo() {
    let mut learner = Learner::set_up(Setup { mode: Mode::Free, ..Setup::default() }, util::letters(2));
    assert_eq!(learner.run("5 5 undo 5"), "b:unseen a:free b:unseen a:free");
    learner.run("day");
    assert_ne!(learner.run("5 5 5 5"), "");
    assert!(learner.screen().ends_with(":free"));
}

#[test]
fn what_is_picked_is_not_taken_away_by_another_window() {
    let deck = Deck::parse("## A?\n\n- [x] y\n- [ ] n\n\n## B?\n\nAnswer.\n", "").0;
    let (mut one, mut other) =
        (Learner::new(deck.clone()), Learner::with(deck, greenroom::progress::Log::default(), 2));
    other.run("4");
    let records: Vec<_> = other.session.log().records().map(|(id, record)| (id, record.clone())).collect();
    one.run("pick0");
    one.session.merge(records, one.now);
    assert_eq!(one.screen(), "a:unseen");
}

#[test]
fn a_choice_of_a_grid_keeps_its_own_options() {
    let text =
        "---\ntitle: G\nfacets:\n  F: Which?\n---\n# A\n\n## F\n\n- [x] r\n- [ ] w\n\n# B\n\n## F\n\nText.\n";
    let setup = Setup { mode: Mode::Choice, ..Setup::default() };
    assert_eq!(options(&Learner::set_up(setup, Deck::parse(text, "").0)).matches(['r', 'w']).count(), 2);
}

#[test]
fn a_card_of_a_grid_is_asked_among_its_siblings() {
    let grid = "---\ntitle: Grid\nfacets:\n  Owner: Who owns {topic}?\n---\n\n";
    let topics =
        ["A", "B", "C", "D", "E", "F"].map(|topic| format!("# {topic}\n\n## Owner\n\nOwner of {topic}.\n\n"));
    let same = "# G\n\n## Owner\n\nOwner of A.\n\n## Other card\n\nNo sibling.\n";
    let deck = Deck::parse(&format!("{grid}{}{same}", topics.concat()), "").0;
    let setup = || Setup { mode: Mode::Choice, topic: Some("A".into()), ..Setup::default() };
    let mut learner = Learner::set_up(setup(), deck.clone());
    assert_eq!(learner.json()["deck"]["cards"], 1);
    let shown = options(&learner);
    assert_eq!(shown.split(" | ").count(), 4);
    assert_eq!(shown.matches("Owner of A.").count(), 1, "the same answer is no wrong option: {shown}");
    learner.run("reveal");
    assert_eq!(options(&learner).matches('+').count(), 1);
    assert!(options(&learner).contains("+Owner of A."));
    // Without siblings a card is asked as ever, and so are all of them in other modes.
    let alone =
        Learner::set_up(setup(), Deck::parse(&format!("{grid}# A\n\n## Owner\n\nOwner of A.\n"), "").0);
    assert_eq!(screen(&alone)["options"], Value::Null);
    assert_eq!(screen(&Learner::new(deck))["options"], Value::Null);
}
