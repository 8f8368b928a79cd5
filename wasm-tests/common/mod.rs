//! Tests and helpers shared by Node and the browser.
#![allow(clippy::unwrap_used, unreachable_pub, dead_code, reason = "tests; each entry file uses a part")]

use greenroom::wasm::{
    Corpus, Examiner, JsAction, JsExaminer, JsMoment, Rubric, Session, SessionOptions, check_deck,
    compile_deck, diary, forecast, pack_link, qr_code, unpack_link,
};
use js_sys::{JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

const TEXT: &str = "---\ntitle: Terms\n---\n# Money\n\n## What is churn? {#churn}\n\n> Say it.\n\nCustomers who leave.\n\n\
                    - **Logo**: customers\n  - also: accounts\n- Revenue: money\n\n### Hint\nThe bucket.\n\n\
                    ### Strong answer\nWith [a link](https://example.com).\n\n## B?\n\nNo.\n\n<b>raw</b>\n";

pub(crate) fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &(*name).into(), value).unwrap();
    }
    object.into()
}

pub(crate) fn moment() -> JsMoment {
    object(&[("now", 1_795_262_400_000_f64.into()), ("offset", 60.into())]).unchecked_into()
}

fn options(store: &str, seed: f64) -> SessionOptions {
    object(&[("store", store.into()), ("seed", seed.into())]).unchecked_into()
}

pub(crate) fn session(text: &str, store: &str) -> Session {
    session_with_seed(text, store, 9_007_199_254_740_991.0)
}

pub(crate) fn session_with_seed(text: &str, store: &str, seed: f64) -> Session {
    Session::new(&compiled(text), options(store, seed), moment()).ok().unwrap()
}

pub(crate) fn compiled(text: &str) -> Vec<u8> {
    compile_deck(text, "deck.md")
}

pub(crate) fn act(session: &mut Session, action: impl Into<JsValue>) -> JsValue {
    let action: JsAction = action.into().unchecked_into();
    session.act(action, moment()).ok().unwrap().into()
}

/// A field of a value by its path, as text.
pub(crate) fn field(value: &JsValue, path: &str) -> String {
    let found =
        path.split('.').fold(value.clone(), |value, name| Reflect::get(&value, &name.into()).unwrap());
    found.as_string().unwrap_or_else(|| String::from(JSON::stringify(&found).unwrap()))
}

/// A field of the view by its path, as text.
pub(crate) fn view(session: &mut Session, path: &str) -> String {
    field(&session.view(moment()).ok().unwrap(), path)
}

/// An object whose field throws when it is read.
fn throwing(name: &str) -> JsValue {
    let code = format!("return {{ get {name}() {{ throw new Error('read'); }} }}");
    js_sys::Function::new_no_args(&code).call0(&JsValue::NULL).unwrap()
}

fn message<T>(result: Result<T, wasm_bindgen::JsError>) -> String {
    let error = JsValue::from(result.err().unwrap());
    assert!(error.is_instance_of::<js_sys::Error>());
    field(&error, "message")
}

#[wasm_bindgen_test]
fn a_view_is_plain_data() {
    let mut session = session(TEXT, "memory");
    assert_eq!(view(&mut session, "deck"), r#"{"id":"terms","title":"Terms","language":"","cards":2}"#);
    assert_eq!(view(&mut session, "left"), r#"{"again":0,"due":0,"unseen":2}"#);
    assert_eq!(view(&mut session, "saving"), r#"{"kind":"memory","why":"chosen"}"#);
    assert_eq!(
        view(&mut session, "screen.card"),
        r#"{"id":"churn","topic":"Money","task":"points","prompt":[{"kind":"text","text":"What is churn?"}],"quote":[{"kind":"paragraph","content":[{"kind":"text","text":"Say it."}]}]}"#
    );
    assert_eq!(view(&mut session, "screen.answer"), "null");
    assert_eq!(view(&mut session, "screen.help"), r#"{"open":[],"left":1,"next":"hint"}"#);
    assert_eq!(
        view(&mut session, "screen.choices"),
        concat!(
            r#"[{"rating":1,"comesBack":{"kind":"soon"}},{"rating":2,"comesBack":{"kind":"later"}},"#,
            r#"{"rating":3,"comesBack":{"kind":"atEnd"}},"#,
            r#"{"rating":4,"comesBack":{"kind":"day","day":20780,"inDays":2,"moved":true}},"#,
            r#"{"rating":5,"comesBack":{"kind":"day","day":20786,"inDays":8,"moved":true}}]"#
        )
    );
    act(&mut session, "help");
    let shown = act(&mut session, "reveal");
    assert_eq!(field(&shown, "screen.help.open.0.kind"), "hint");
    assert_eq!(
        field(&shown, "screen.answer.points"),
        concat!(
            r#"{"ranked":false,"items":[{"title":[{"kind":"text","text":"Logo"}],"#,
            r#""detail":[{"kind":"paragraph","content":[{"kind":"text","text":"customers"}]}]},"#,
            r#"{"title":[{"kind":"text","text":"Revenue"}],"#,
            r#""detail":[{"kind":"paragraph","content":[{"kind":"text","text":"money"}]}]}]}"#
        )
    );
    assert_eq!(field(&shown, "screen.answer.sections.0.kind"), "strong");
    assert_eq!(field(&shown, "screen.answer.sections.0.content.0.content.1.href"), "https://example.com");
}

#[wasm_bindgen_test]
fn an_overview_and_the_problems_are_plain_data() {
    let mut session = session(TEXT, "memory");
    let overview = session.overview(moment()).ok().unwrap();
    assert_eq!(field(&overview, "standing"), r#"{"cards":2,"seen":0,"mastery":0,"readiness":0}"#);
    assert_eq!(field(&overview, "topics.0.title"), "Money");
    assert_eq!(field(&overview, "next"), "null");
    assert_eq!(session.problems(), 2);
    let check = check_deck(TEXT, "deck.md", None).ok().unwrap();
    assert_eq!(field(&check, "issues.0.line"), "26");
    assert_eq!(field(&check, "issues.0.found"), "HTML `<b>`");
}

#[wasm_bindgen_test]
fn a_name_stands_in_for_a_missing_title() {
    let mut session = session("## A?\n\nYes.\n", "memory");
    assert_eq!(view(&mut session, "deck.title"), "deck");
}

#[wasm_bindgen_test]
fn bad_input_is_an_error_that_says_what_to_do_and_changes_nothing() {
    let mut session = session(TEXT, "memory");
    let before = view(&mut session, "screen");
    // Values of the wrong type, and getters that throw, leave the session whole.
    for action in [JsValue::NULL, JsValue::UNDEFINED, 5.into(), throwing("rate")] {
        assert!(session.act(action.unchecked_into(), moment()).is_err());
    }
    for now in [JsValue::NULL, JsValue::UNDEFINED, "now".into(), throwing("now")] {
        assert!(session.view(now.unchecked_into()).is_err());
    }
    for options in [object(&[("seed", 1.into()), ("source", 5.into())]), JsValue::NULL, throwing("seed")] {
        assert!(Session::new(&compiled(TEXT), options.unchecked_into(), moment()).is_err());
    }
    for (name, value, fault) in [
        ("mode", JsValue::from("fast"), "mode `fast`: it is \"due\", \"free\" or \"choice\""),
        ("count", 0.into(), "count: a whole number from 1 on is needed"),
        ("draw", 1.5.into(), "draw: a whole number from 0 to 2^53 - 1 is needed"),
    ] {
        let options = object(&[("seed", 1.into()), (name, value)]).unchecked_into();
        assert_eq!(message(Session::new(&compiled(TEXT), options, moment())), fault);
    }
    let mut refused = |action: JsValue| message(session.act(action.unchecked_into(), moment()));
    assert_eq!(refused(object(&[("rate", 6.into())])), "a rating is a whole number from 1 to 5");
    assert_eq!(refused(object(&[("rate", 2.5.into())])), "a rating is a whole number from 1 to 5");
    assert_eq!(refused(object(&[])), "a rating is a whole number from 1 to 5");
    assert_eq!(
        refused(object(&[("pick", JsValue::from(-1))])),
        "pick: a whole number from 0 to 2^53 - 1 is needed"
    );
    assert_eq!(refused("jump".into()), "action `jump`: view.d.ts lists the actions");
    assert_eq!(
        message(session.view(object(&[("now", f64::NAN.into())]).unchecked_into())),
        "a moment is { now, offset }: milliseconds since 1970 and minutes east of UTC"
    );
    assert_eq!(view(&mut session, "screen"), before);
    assert_eq!(
        message(Session::new(&compiled(TEXT), options("memory", -1.0), moment())),
        "seed: a whole number from 0 to 2^53 - 1 is needed"
    );
    let mut damaged = compiled(TEXT);
    damaged.truncate(100);
    for deck in [TEXT.as_bytes(), &damaged, &[]] {
        assert_eq!(
            message(Session::new(deck, options("memory", 1.0), moment())),
            "a deck that compileDeck of this version of Greenroom has made is needed"
        );
    }
    assert_eq!(
        message(Session::new(&compiled(TEXT), options("cloud", 1.0), moment())),
        "store `cloud`: it is \"local\" or \"memory\""
    );
}

#[wasm_bindgen_test]
fn intervals_are_those_of_the_native_tests() {
    let mut session = session("## A?\n\nYes.\n", "memory");
    let mut now = 1_795_262_400_000_f64;
    let mut days = Vec::new();
    for _ in 0..6 {
        let moment = || object(&[("now", now.into()), ("offset", 0.into())]).unchecked_into();
        session.act(JsValue::from("reveal").unchecked_into(), moment()).ok().unwrap();
        let rate: JsAction = object(&[("rate", 4.into())]).unchecked_into();
        let shown = session.act(rate, moment()).ok().unwrap();
        let in_days = field(&shown, "screen.next.inDays");
        now += in_days.parse::<f64>().unwrap() * 86_400_000.0;
        days.push(in_days);
    }
    assert_eq!(days.join(" "), "2 11 46 163 497 1346");
}

#[wasm_bindgen_test]
fn options_are_picked() {
    let mut session = session("## Which?\n\n- [x] This -- Yes.\n- [ ] That\n", "memory");
    assert_eq!(view(&mut session, "screen.options.several"), "false");
    let shown = act(&mut session, object(&[("pick", 1.into())]));
    assert_eq!(field(&shown, "screen.options.items.1.picked"), "true");
    assert_eq!(field(&shown, "screen.options.items.1.right"), "null");
    let shown = act(&mut session, "reveal");
    assert!(field(&shown, "screen.options.items").contains("Yes."));
    assert_eq!(field(&shown, "screen.complete"), "true");
}

#[wasm_bindgen_test]
fn authors_get_plain_data() {
    let check = check_deck("## A?\n", "terms.md", None).ok().unwrap();
    assert_eq!(
        field(&JSON::parse(&field(&check, "issues")).unwrap(), "0"),
        r#"{"line":1,"column":1,"found":"card without an answer","advice":"write the answer below the heading"}"#
    );
    let [title, topics, cards] = ["title", "topics", "cards"].map(|name| field(&check, name));
    assert_eq!((title.as_str(), topics.as_str(), cards.as_str()), ("terms", "0", "1"));
    let payload = pack_link(TEXT);
    assert_eq!(unpack_link(&payload).ok().unwrap(), TEXT);
    assert_eq!(
        message(unpack_link(&payload[..payload.len() / 2])),
        "the link is cut off: copy all of it, or ask for the deck as a file"
    );
    let code = qr_code("https://example.com").ok().unwrap();
    assert_eq!((field(&code, "size"), field(&code, "isDense")), ("25".into(), "false".into()));
    assert!(JsValue::from(qr_code(&"long".repeat(1000)).ok().unwrap()).is_null());
}

const ANSWER: &str = "We lose accounts, so the logo churn: customers who are gone – that's no revenue.";

#[wasm_bindgen_test]
fn answers_are_read_across_the_boundary_as_they_are_within() {
    let mut session = session(TEXT, "memory");
    let examiner: JsValue = Examiner::new(&session.vocabulary()).ok().unwrap().into();
    session.set_examiner(examiner.unchecked_into::<JsExaminer>());
    assert_eq!(view(&mut session, "screen.attempt"), "text");
    act(&mut session, object(&[("sure", 4.into())]));
    act(&mut session, object(&[("answer", ANSWER.into())]));
    assert_eq!(view(&mut session, "screen.said.0.how"), "written");
    // What the crate itself says of it.
    let deck = greenroom::deck::Deck::parse(TEXT, "deck.md").0;
    let card = deck.cards.iter().find(|card| card.id.0 == "churn").unwrap();
    let asked = greenroom::score::Asked::new(card, 0, 0, ANSWER);
    let examined = greenroom::score::Examine::examine(&greenroom::score::Examiner::of_deck(&deck), &asked);
    for (index, point) in examined.points.iter().enumerate() {
        let expected = format!("{:?}", point.coverage).to_lowercase();
        assert_eq!(view(&mut session, &format!("screen.said.0.points.{index}.found")), expected);
    }
    assert_eq!(view(&mut session, "screen.said.0.points.0.found"), "found");
    let tick = object(&[("step", 0.into()), ("point", 0.into()), ("said", false.into())]);
    act(&mut session, object(&[("tick", tick)]));
    assert_eq!(view(&mut session, "screen.said.0.points.0.said"), "false");
    act(&mut session, object(&[("rate", 3.into())]));
    act(&mut session, "undo");
    assert_eq!(view(&mut session, "screen.said.0.points.0.said"), "false");
    assert_eq!(view(&mut session, "screen.sure"), "4");
}

#[wasm_bindgen_test]
fn actions_that_say_too_little_are_refused() {
    let mut session = session(TEXT, "memory");
    for (action, message) in [
        (object(&[("answer", 5.into())]), "answer: a string is needed"),
        (object(&[("sure", 6.into())]), "a rating is a whole number from 1 to 5"),
        (
            object(&[("tick", object(&[("step", 0.into())]))]),
            "point: a whole number from 0 to 2^53 - 1 is needed",
        ),
        (
            object(&[("tick", object(&[("step", 0.into()), ("point", 0.into())]))]),
            "said: true or false is needed",
        ),
        (object(&[("recalled", "yes".into())]), "recalled: true or false is needed"),
    ] {
        let error = session.act(action.unchecked_into(), moment()).err().unwrap();
        assert_eq!(field(&error.into(), "message"), message);
    }
}

#[wasm_bindgen_test]
fn an_examiner_of_another_version_leaves_the_ticks_to_the_learner() {
    let mut session = session(TEXT, "memory");
    let other =
        object(&[("examine", js_sys::Function::new_no_args("return new Uint8Array([1, 2, 3])").into())]);
    session.set_examiner(other.unchecked_into::<JsExaminer>());
    act(&mut session, object(&[("answer", ANSWER.into())]));
    assert_eq!(view(&mut session, "screen.said.0.points.0.found"), "unscored");
    assert!(Examiner::new(b"no deck").is_err());
}

#[wasm_bindgen_test]
fn texts_are_graded_the_same_on_both_sides() {
    let reference = "Customers who leave within a month, as a part of those at its beginning";
    let corpus = Corpus::new("", vec![reference.to_owned()]);
    assert_eq!(corpus.language(), "en");
    let point = object(&[("detail", reference.into())]);
    let points = js_sys::Array::of1(&point).unchecked_into();
    let rubric = Rubric::new(&corpus, "What is churn?", points).ok().unwrap();
    let found: JsValue = rubric.assess(ANSWER).ok().unwrap().into();
    let own = std::rc::Rc::new(greenroom::score::Corpus::new("", [reference]));
    let own_rubric = greenroom::score::Rubric::of_reference(&own, "What is churn?", reference);
    let expected = own_rubric.assess(&greenroom::score::Answer::new(ANSWER, &own)).score();
    assert_eq!(field(&found, "score").parse::<f64>().unwrap(), expected);
    // Pinned: natively it is the same (tests/scoring.rs).
    assert_eq!(format!("{expected:.9}"), "0.541439931");
}

fn plan(fields: &[(&str, JsValue)]) -> greenroom::wasm::JsPlan {
    object(fields).unchecked_into()
}

/// Two decks with an interview in ten days; days are those of [`moment`], which is day 20,778.
#[wasm_bindgen_test]
fn a_plan_goes_in_and_what_it_comes_to_comes_out() {
    let mut session = session("## A?\n\nYes.\n\n## B?\n\nNo.\n", "memory");
    assert_eq!(view(&mut session, "plan"), "null");
    assert!(session.prospects(moment()).ok().unwrap().is_none());
    let numbers = js_sys::Array::of2(&2.into(), &3.into());
    let set = plan(&[("interview", 20_788.into()), ("minutes", 20.into()), ("weekdaysOff", numbers.into())]);
    let planned = session.set_plan(set, moment()).ok().unwrap();
    assert_eq!(field(&planned, "plan.inDays"), "10");
    assert_eq!(field(&planned, "plan.offer.new"), "2");
    assert_eq!(field(&planned, "screen.worth.on"), "20788");
    let other = common_session("## C?\n\nYes.\n", "other");
    session.accompany(&other);
    assert_eq!(view(&mut session, "plan.offer.new"), "3");
    assert_eq!(view(&mut session, "plan.decks.1.offer.new"), "1");
    let prospects = session.prospects(moment()).ok().unwrap().unwrap();
    let forecast = forecast(&prospects, &[1, 60]).ok().unwrap();
    assert_eq!(field(&forecast, "predictions.1.minutes"), "60");
    assert_eq!(field(&forecast, "unseen"), r#"["A?","B?","C?"]"#);
    session.leave_company();
    assert_eq!(view(&mut session, "plan.offer.new"), "2");
    let diary = diary(&session.pages(moment()).ok().unwrap()).ok().unwrap();
    assert_eq!((field(&diary, "today"), field(&diary, "leeches")), ("20778".to_owned(), "[]".to_owned()));
    session.set_plan(JsValue::NULL.unchecked_into(), moment()).ok().unwrap();
    assert_eq!(view(&mut session, "plan"), "null");
}

fn common_session(text: &str, source: &str) -> Session {
    let options = object(&[("store", "memory".into()), ("seed", 5.into()), ("source", source.into())]);
    Session::new(&compiled(text), options.unchecked_into(), moment()).ok().unwrap()
}

#[wasm_bindgen_test]
fn a_plan_that_makes_no_sense_is_an_error_and_changes_nothing() {
    let mut session = session("## A?\n\nYes.\n", "memory");
    let good = || plan(&[("interview", 20_788.into()), ("minutes", 20.into())]);
    session.set_plan(good(), moment()).ok().unwrap();
    let days = js_sys::Array::of1(&8.into());
    for (fields, expected) in [
        (vec![("minutes", 20.into())], "interview: days since 1 January 1970 are needed, as whole numbers"),
        (vec![("interview", 1.5.into()), ("minutes", 20.into())], "interview: days since"),
        (vec![("interview", 20_788.into())], "minutes: a whole number from 1 to 1440 is needed"),
        (vec![("interview", 20_788.into()), ("minutes", 0.into())], "minutes: a whole number from 1 to 1440"),
        (
            vec![("interview", 20_788.into()), ("minutes", 20.into()), ("weekdaysOff", days.into())],
            "weekdaysOff: numbers from 1 (Monday) to 7 (Sunday) are needed",
        ),
        (
            vec![("interview", 20_788.into()), ("minutes", 20.into()), ("daysOff", "soon".into())],
            "daysOff: an array is needed",
        ),
    ] {
        let found = message(session.set_plan(plan(&fields), moment()));
        assert!(found.starts_with(expected), "{found}");
    }
    let prospects = session.prospects(moment()).ok().unwrap().unwrap();
    assert!(message(forecast(&prospects, &[5; 25])).starts_with("minutes: 25 numbers; at most 24"));
    assert!(message(forecast(&[7, 7], &[5])).starts_with("what a session of this version"));
    assert_eq!(view(&mut session, "plan.inDays"), "10");
}
