//! Typed and picked answers: what they are taken for, and what they are worth.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

use greenroom::deck::{Deck, Number, Task};
use greenroom::score::{
    DecimalMark, Expected, Factor, KnownWords, NumberVerdict, Place, Ranking, ShortVerdict, Side, UnitGiven,
    brier, choice_credit,
};
use proptest::prelude::*;
use serde_json::Value;

/// The number of a deck whose only card has this answer.
fn number(answer: &str) -> Number {
    let (deck, issues) = Deck::parse(&format!("## How much?\n\n= {answer}\n"), "deck.md");
    assert_eq!(issues, [], "{answer}");
    match &deck.cards[0].task {
        Task::Number(number) => number.as_ref().clone(),
        other => panic!("{answer}: {other:?}"),
    }
}

fn verdict(number: &Number, typed: &str, mark: DecimalMark) -> NumberVerdict {
    NumberVerdict::of(typed, &Expected::of(number, &number.draw(0)).unwrap(), mark)
}

/// A verdict in a word: `right`, `near`, `x10` and `/10` for so many times too much and too little.
fn short_form(verdict: NumberVerdict) -> String {
    match verdict {
        NumberVerdict::Right(UnitGiven::Named) => "right".into(),
        NumberVerdict::Right(UnitGiven::Missing) => "right, no unit".into(),
        NumberVerdict::Near(UnitGiven::Named) => "near".into(),
        NumberVerdict::Near(UnitGiven::Missing) => "near, no unit".into(),
        NumberVerdict::Mistake(index) => format!("mistake {index}"),
        NumberVerdict::OffBy(Factor::Percent, _) => "percent".into(),
        NumberVerdict::OffBy(factor, Side::TooMuch) => format!("x{}", factor.times()),
        NumberVerdict::OffBy(factor, Side::TooLittle) => format!("/{}", factor.times()),
        NumberVerdict::WrongSign => "sign".into(),
        NumberVerdict::WrongUnit => "unit".into(),
        NumberVerdict::Off => "off".into(),
        NumberVerdict::NoNumber => "none".into(),
    }
}

/// The cases of one table that are not in another.
fn differing<T: Clone + PartialEq>(cases: &[T], others: &[T]) -> Vec<T> {
    cases.iter().filter(|case| !others.contains(case)).cloned().collect()
}

#[track_caller]
fn check_number(answer: &str, cases: &[(&str, &str)]) {
    let number = number(answer);
    let found = |typed: &str| short_form(verdict(&number, typed, DecimalMark::Point));
    let found: Vec<_> = cases.iter().map(|(typed, _)| (*typed, found(typed))).collect();
    let expected: Vec<_> = cases.iter().map(|(typed, expected)| (*typed, (*expected).to_owned())).collect();
    assert_eq!(differing(&found, &expected), differing(&expected, &found), "{answer}");
}

/// How a deck writes the number of a vector.
fn answer_of(spec: &Value) -> String {
    let value = spec["value"].as_f64().unwrap();
    let tolerance = match (&spec["order_of_magnitude"], spec["abs"].as_f64(), spec["rel"].as_f64()) {
        (Value::Bool(true), ..) => " ± order of magnitude".to_owned(),
        // Of a percentage so many points.
        (_, Some(abs), _) => format!(" ± {}", abs * 100.0),
        (_, None, Some(rel)) if rel > 0.0 => format!(" ± {}%", rel * 100.0),
        _ => String::new(),
    };
    match spec["kind"].as_str().unwrap() {
        "money" => format!("${value}{tolerance}"),
        "ratio" => format!("{}%{tolerance}", value * 100.0),
        "time" => format!("{value} seconds{tolerance}"),
        _ => format!("{value}{tolerance}"),
    }
}

fn credit(vector: &Value) -> f64 {
    let texts = |key: &str| -> Vec<&str> {
        vector[key]
            .as_array()
            .map_or_else(Vec::new, |texts| texts.iter().map(|text| text.as_str().unwrap()).collect())
    };
    match vector["fn"].as_str().unwrap() {
        "numeric" => {
            let number = number(&answer_of(&vector["spec"]));
            let is_comma = vector["spec"]["locale_comma"] == true;
            let mark = if is_comma { DecimalMark::Comma } else { DecimalMark::Point };
            verdict(&number, vector["answer"].as_str().unwrap(), mark).credit()
        }
        "short" => {
            let known = KnownWords::of(texts("known"));
            ShortVerdict::of(vector["answer"].as_str().unwrap(), &texts("accept"), &known).credit()
        }
        "ranking" => {
            let gold = texts("gold");
            let found = texts("answer").into_iter().map(|text| gold.iter().position(|item| *item == text));
            Ranking::of(&found.collect::<Vec<_>>(), gold.len()).credit
        }
        "mcq" => {
            let bits = |key| texts(key).iter().fold(0, |bits, text| bits | 1 << (text.as_bytes()[0] - b'a'));
            choice_credit(bits("answer"), bits("gold"))
        }
        "brier" => brier(vector["p"].as_f64().unwrap(), vector["outcome"].as_f64().unwrap()),
        other => panic!("{other}"),
    }
}

#[test]
fn credit_is_that_of_the_reference() {
    let vectors: Value =
        serde_json::from_str(&std::fs::read_to_string("tests/score/typed-vectors.json").unwrap()).unwrap();
    let vectors = vectors.as_array().unwrap();
    assert_eq!(vectors.len(), 96);
    let differ: Vec<_> = vectors
        .iter()
        .map(|vector| (vector, credit(vector)))
        .filter(|(vector, credit)| (credit - vector["expect"].as_f64().unwrap()).abs() > 1e-6)
        .collect();
    assert!(differ.is_empty(), "{differ:#?}");
}

#[test]
fn money_is_read_as_people_write_it() {
    check_number(
        "$1.2M ± 5%",
        &[
            ("1.2 mio USD", "right"),
            ("US$ 1.2M", "right"),
            ("USD1.2M", "right"),
            ("$1,200k", "right"),
            ("1.2 millions of dollars", "right"),
            ("one point", "off"),
            ("about one million two hundred thousand dollars", "right"),
            ("12 * $100k = $1.2M", "right"),
            ("$100k a month, so $1.2M a year", "right"),
            ("between 1.1 and 1.3 million", "right, no unit"),
            ("$1-1.4M", "right"),
            ("1 to 2 million dollars", "right"),
            ("$0.9M – $1.25M", "right"),
            ("$1-3M", "off"),
            ("$1.4M to $2M", "off"),
            ("$1.1M-$1.12M", "near"),
            ("1300000 dollars", "near"),
            ("$12M", "x10"),
            ("$120,000", "/10"),
            ("$100k", "/12"),
            ("$1.2bn", "x1000"),
            ("1.2", "/1000000"),
            ("£1.2M", "unit"),
            ("1.2M EUR", "unit"),
            ("15%", "unit"),
            ("($1.2M)", "sign"),
            ("minus $1.2M", "sign"),
            ("$-1.2M", "sign"),
            ("$3M", "off"),
            ("🎉", "none"),
            ("B2B", "none"),
            ("lots", "none"),
        ],
    );
    check_number("$0.05 ± 5%", &[("5 cents", "right"), ("$.05", "right"), ("5", "x100")]);
    check_number("€3k", &[("3 000 €", "right"), ("3.000,00 €", "right"), ("50 cents", "off")]);
    check_number(
        "-$3 ± 10%",
        &[("-$3", "right"), ("($3)", "right"), ("$3", "sign"), ("negative 3 dollars", "right")],
    );
}

#[test]
fn parts_of_a_whole_are_read_as_people_write_them() {
    check_number(
        "15% ± 0.5",
        &[
            ("15 pct", "right"),
            ("15 pp", "right"),
            ("１５％", "right"),
            ("0,15", "right, no unit"),
            ("fifteen", "right, no unit"),
            ("0.15x", "right"),
            ("0.15%", "percent"),
            ("1500%", "percent"),
            ("1.5", "/10"),
            ("1 in 7", "off"),
            ("15 days", "unit"),
        ],
    );
    check_number(
        "0.5% ± 10%",
        &[("0.5", "right, no unit"), ("0.005", "right, no unit"), ("½ %", "right"), ("50 bps", "right")],
    );
    check_number(
        "50% ± 1",
        &[("half", "right, no unit"), ("a half", "right, no unit"), ("1/2", "right, no unit")],
    );
    check_number(
        "3x",
        &[("3x", "right"), ("3 times", "right"), ("300%", "right"), ("three", "right, no unit")],
    );
    check_number("150% ± 1", &[("1.5", "right, no unit"), ("1.5x", "right"), ("150", "right, no unit")]);
}

#[test]
fn times_and_measures_are_converted() {
    check_number(
        "90 minutes ± 2%",
        &[
            ("90", "right, no unit"),
            ("90m", "right"),
            ("1.5 h", "right"),
            ("1½ hours", "right"),
            ("1 h 30 min", "right"),
            ("1 hour and 30 minutes", "right"),
            ("an hour and a half", "right"),
            ("one and a half hours", "right"),
            ("90 hours", "x60"),
            ("90 seconds", "/60"),
            ("1.5", "/60"),
            ("90 km", "unit"),
        ],
    );
    check_number(
        "3 days",
        &[("72 hours", "right"), ("three days", "right"), ("3-day", "right"), ("3 weeks", "x7")],
    );
    check_number(
        "12 months ± 1",
        &[("a year", "right"), ("1 year", "right"), ("52 weeks", "right"), ("1 month", "/12")],
    );
    check_number(
        "4 person-months ± 5%",
        &[("4 person months", "right"), ("4", "right, no unit"), ("$4", "unit")],
    );
    check_number(
        "12 m ± 5%",
        &[("12 meters", "right"), ("12m", "right"), ("1200 cm", "right"), ("12 kg", "unit")],
    );
    check_number("3 kg ± 5%", &[("3000 g", "right"), ("6.6 pounds", "right")]);
    check_number("2 GB ± 5%", &[("2000 MB", "right"), ("2 gb", "right"), ("2 TB", "x1000")]);
    check_number(
        "2 * 500 in $ a month ± 5%",
        &[("$1k", "right"), ("$12k a year", "right"), ("$12k per month", "x12")],
    );
    check_number("10 requests per second ± 5%", &[("600 requests a minute", "right"), ("10 qps", "right")]);
}

#[test]
fn plain_numbers_take_what_is_counted() {
    check_number(
        "52 ± 1",
        &[
            ("52", "right"),
            ("52 weeks", "right"),
            ("fifty-two", "right"),
            ("~51", "right"),
            ("50", "near"),
            ("7 days a week, so 52 weeks", "right"),
            ("10 20 30 40 50 52 60", "off"),
            ("Q3", "none"),
            ("-52", "sign"),
        ],
    );
    check_number(
        "144M users ± 5%",
        &[("144 million", "right, no unit"), ("144m people", "right"), ("144", "/1000000")],
    );
    check_number(
        "2 * 3 in million users ± 5%",
        &[("6", "right, no unit"), ("6,000,000 users", "right"), ("6 million", "right, no unit")],
    );
    check_number("5 releases ± 10%", &[("5 times", "right"), ("5 days", "unit")]);
    check_number(
        "2bn ± order of magnitude",
        &[
            ("1e9", "right"),
            ("4bn", "right"),
            ("4.1bn", "near"),
            ("2 x 10^10", "near"),
            ("2 x 10^12", "x1000"),
        ],
    );
}

#[test]
fn exact_numbers_may_be_rounded() {
    check_number(
        "1024",
        &[
            ("1,024", "right"),
            ("1020", "off"),
            ("1.02k", "right"),
            ("1k", "near"),
            ("1024.2", "right"),
            ("1025", "off"),
        ],
    );
    check_number(
        "3.14159",
        &[("3.14", "right"), ("3.1", "near"), ("3", "off"), ("3.15", "off"), ("3.1415926", "right")],
    );
    check_number(
        "7 * 1000 / 3",
        &[("2333", "right"), ("2330", "right"), ("2300", "near"), ("2,333.33", "right"), ("2340", "off")],
    );
    check_number(
        "0.7351^2 in %",
        &[
            ("54%", "right"),
            ("54.04", "right, no unit"),
            ("0.54", "right, no unit"),
            ("55%", "off"),
            ("50%", "off"),
        ],
    );
    check_number("15%", &[("15", "right, no unit"), ("15.4%", "near"), ("15.0%", "right"), ("16%", "off")]);
    check_number("52", &[("51", "off"), ("52", "right"), ("365/7", "right")]);
    check_number("0", &[("0", "right"), ("zero", "right"), ("1", "off")]);
}

#[test]
fn the_mark_of_the_language_decides() {
    let number = number("1234 ± 1%");
    for (typed, point, comma) in [
        ("1,234", "right", "/1000"),
        ("1.234", "/1000", "right"),
        ("1.234,0", "right", "right"),
        ("1 234", "right", "right"),
        ("1'234", "right", "right"),
        ("1,23e3", "right", "right"),
    ] {
        assert_eq!(short_form(verdict(&number, typed, DecimalMark::Point)), point, "{typed}");
        assert_eq!(short_form(verdict(&number, typed, DecimalMark::Comma)), comma, "{typed}");
    }
}

#[test]
fn mistakes_are_named() {
    let deck = "## RICE {#rice}\n\n> Reach {reach: 100}, confidence {confidence: 80%}, effort {effort: 4}.\n\n\
                = reach * confidence / effort ± 1%\n\n### Common mistakes\n\
                - Did not divide: `= reach * confidence`\n\
                - Took percent as a whole: `= reach * confidence * 100 / effort`\n\
                - Nearly: `= reach * confidence / effort * 1.02`\n";
    let (deck, issues) = Deck::parse(deck, "rice.md");
    assert_eq!(issues, []);
    let number = deck.cards[0].number().unwrap();
    for (typed, expected) in [
        ("20", "right"),
        ("20.2", "right"),
        ("80", "mistake 0"),
        ("100 * 0.8 = 80", "mistake 0"),
        ("2000", "mistake 1"),
        ("20.4", "mistake 2"),
        ("19.6", "near"),
        ("200", "x10"),
        ("85", "off"),
    ] {
        assert_eq!(short_form(verdict(number, typed, DecimalMark::Point)), expected, "{typed}");
    }
    let never = self::number("1 / (2 - 1)");
    assert_eq!(short_form(verdict(&never, "1", DecimalMark::Point)), "right");
    let (deck, _) = Deck::parse("## A {a: 0}\n\n= 1 / a\n", "deck.md");
    let number = deck.cards[0].number().unwrap();
    assert_eq!(Expected::of(number, &number.draw(0)), None);
}

#[track_caller]
fn check_short(accepted: &[&str], known: &str, cases: &[(&str, ShortVerdict)]) {
    let known = KnownWords::of([known]);
    let found: Vec<_> =
        cases.iter().map(|(typed, _)| (*typed, ShortVerdict::of(typed, accepted, &known))).collect();
    assert_eq!(differing(&found, cases), differing(cases, &found), "{accepted:?}");
}

const RIGHT: ShortVerdict = ShortVerdict::Right { form: 0 };
const SLIP: ShortVerdict = ShortVerdict::Slip { form: 0 };
const SWAPPED: ShortVerdict = ShortVerdict::Swapped { form: 0 };
const INITIALS: ShortVerdict = ShortVerdict::Initials { form: 0 };
const OTHER: ShortVerdict = ShortVerdict::OtherTerm;
const WRONG: ShortVerdict = ShortVerdict::Wrong;

#[test]
fn forms_are_right_however_they_are_written() {
    check_short(
        &["Break-even point", "BEP"],
        "",
        &[
            ("breakeven point", RIGHT),
            ("  the BREAK EVEN\u{A0}point. ", RIGHT),
            ("bréak–even point", RIGHT),
            ("bep", ShortVerdict::Right { form: 1 }),
            ("brake-even point", WRONG),
            ("break-even-piont", SLIP),
            ("", ShortVerdict::Empty),
            (" \t ", ShortVerdict::Empty),
            ("🎉", WRONG),
            ("?", WRONG),
        ],
    );
    check_short(
        &["Customer’s voice"],
        "",
        &[("customer's voice", RIGHT), ("customers voice", SLIP), ("customer voice", RIGHT)],
    );
    check_short(&["profit and loss"], "", &[("Profit & Loss", RIGHT), ("P&L", INITIALS), ("PnL", WRONG)]);
    check_short(&["C++"], "", &[("c++", RIGHT), ("C#", WRONG), ("C", WRONG)]);
    check_short(&["!="], "", &[(" != ", RIGHT), ("==", WRONG)]);
    check_short(&["2.0"], "", &[("2,0", RIGHT), ("20", WRONG), ("2", WRONG)]);
    check_short(&["vitamin A"], "", &[("vitamin a", RIGHT), ("vitamin", WRONG), ("vitamin C", WRONG)]);
    check_short(&["流失率"], "", &[("流失率", RIGHT), ("留存率", WRONG)]);
    check_short(&["The"], "", &[("the", RIGHT), ("a", WRONG)]);
    check_short(&[], "", &[("x", WRONG)]);
}

#[test]
fn slips_are_forgiven_and_terms_are_not() {
    check_short(
        &["retention"],
        "retention detention churn",
        &[
            ("retantion", SLIP),
            ("retnetion", SLIP),
            ("detention", OTHER),
            ("attention", WRONG),
            ("retentions", SLIP),
            ("retent", WRONG),
        ],
    );
    check_short(&["retention"], "", &[("detention", OTHER)]);
    check_short(
        &["churn"],
        "churn churned",
        &[("chrun", SLIP), ("churns", SLIP), ("churned", WRONG), ("chunr", SLIP), ("churm", SLIP)],
    );
    check_short(&["churned"], "churn churned", &[("churn", WRONG), ("churnd", SLIP)]);
    check_short(&["MAU"], "MAU DAU WAU", &[("mau", RIGHT), ("DAU", WRONG), ("MAUs", SLIP)]);
    check_short(&["ARPU"], "", &[("arpu", RIGHT), ("ARPA", WRONG)]);
    check_short(&["SaaS"], "", &[("saas", RIGHT), ("PaaS", WRONG)]);
    check_short(
        &["guardrail metric"],
        "metrics guardrails",
        &[("guardrail metrics", SLIP), ("gardrail metric", SLIP)],
    );
    check_short(
        &["cannibalization"],
        "cannibalisation",
        &[("cannibalisation", SLIP), ("canibalisation", SLIP)],
    );
    check_short(&["color"], "colour", &[("colour", SLIP)]);
    check_short(
        &["supervised learning"],
        "",
        &[("unsupervised learning", OTHER), ("supervized learning", SLIP)],
    );
    check_short(&["quantitative"], "", &[("qualitative", OTHER), ("quantitive", SLIP)]);
    check_short(&["microeconomics"], "", &[("macroeconomics", OTHER), ("microeconomcs", SLIP)]);
    check_short(&["one million"], "", &[("one billion", OTHER), ("one milion", SLIP)]);
    check_short(&["employee"], "", &[("employer", OTHER), ("employe", SLIP)]);
    check_short(&["web2"], "", &[("web3", WRONG), ("Web2", RIGHT)]);
    check_short(&["cap", "roof"], "", &[("cat", WRONG), ("rofo", ShortVerdict::Slip { form: 1 })]);
}

#[test]
fn orders_and_initials_are_forgiven() {
    check_short(
        &["cost-benefit analysis"],
        "",
        &[
            ("analysis of cost benefit", WRONG),
            ("benefit cost analysis", SWAPPED),
            ("CBA", INITIALS),
            ("CBAs", INITIALS),
        ],
    );
    check_short(&["price to earnings"], "", &[("earnings to price", WRONG), ("PTE", INITIALS)]);
    check_short(&["software as a service"], "", &[("SaaS", INITIALS), ("SAS", INITIALS)]);
    check_short(&["voice of the customer"], "", &[("VoC", INITIALS), ("R&D", WRONG)]);
    check_short(&["research and development"], "", &[("R&D", INITIALS), ("r d", INITIALS)]);
    check_short(&["churn"], "", &[("c", WRONG)]);
}

#[test]
fn known_words_are_found_whatever_their_case() {
    let known = KnownWords::of(["Net Promoter Score", "Café, NPS"]);
    for (word, is_known) in
        [("net", true), ("CAFE", true), ("nps", true), ("score", true), ("scor", false), ("", false)]
    {
        assert_eq!(known.contains(word), is_known, "{word}");
    }
}

#[track_caller]
fn check_ranking(found: &str, n_items: usize, places: &str, credit: f64) {
    let items: Vec<_> = found.chars().map(|c| c.to_digit(10).map(|digit| digit as usize)).collect();
    let ranking = Ranking::of(&items, n_items);
    let shown = ranking.places.iter().map(|place| match place {
        Place::Right => '+',
        Place::Wrong => '~',
        Place::Missing => '-',
    });
    assert_eq!(shown.collect::<String>(), places, "{found}");
    assert!((ranking.credit - credit).abs() < 1e-9, "{found}: {}", ranking.credit);
}

#[test]
fn places_in_an_order() {
    for (found, n_items, places, credit) in [
        ("", 0, "", 0.0),
        ("0", 0, "", 0.0),
        ("0", 1, "+", 1.0),
        ("", 1, "-", 0.0),
        ("012", 3, "+++", 1.0),
        ("12", 3, "-++", 0.5),
        ("120", 3, "~++", 0.5 + 0.5 / 3.0),
        ("3012", 4, "+++~", 0.5 + 0.25),
        ("210", 3, "+~~", 0.5),
        ("0022", 3, "+-+", 0.5),
        ("00122", 3, "+++", 1.0),
        ("xxx012", 3, "---", 0.0),
        ("x01", 3, "++-", 0.5),
        ("90", 2, "+-", 0.25),
    ] {
        check_ranking(found, n_items, places, credit);
    }
}

#[test]
fn picks_are_worth_their_part() {
    for (picked, right, credit) in [
        (0, 0, 1.0),
        (1, 0, 0.0),
        (u64::MAX, 1 << 63, 0.0),
        (1 << 63, 1 << 63, 1.0),
        (0b1011, 0b0111, 1.0 / 3.0),
    ] {
        assert!((choice_credit(picked, right) - credit).abs() < 1e-9, "{picked:b} {right:b}");
    }
}

/// What people type when they answer with numbers, in any order.
fn scraps() -> impl Strategy<Value = String> {
    let scrap = prop_oneof![
        "[0-9]{1,4}",
        "[-−–+.,' /()%$€=x^e]",
        prop::sample::select(vec![
            "k", "million", " a ", "half", "and", "percent", "days", " per ", "hundred", "½", "USD", "m"
        ])
        .prop_map(String::from),
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(scrap, 0..20).prop_map(|scraps| scraps.concat())
}

proptest! {
    #[test]
    fn any_text_is_read(text in any::<String>(), scraps in scraps(), accepted in any::<String>()) {
        let known = KnownWords::of([text.as_str()]);
        for typed in [&text, &scraps] {
            for answer in ["$1.2M ± 5%", "15%", "3 days ± order of magnitude", "0", "12 m"] {
                for mark in [DecimalMark::Point, DecimalMark::Comma] {
                    let credit = verdict(&number(answer), typed, mark).credit();
                    prop_assert!((0.0..=1.0).contains(&credit));
                }
            }
            let in_any_unit = Number { unit: accepted.clone(), ..number("3") };
            prop_assert!((0.0..=1.0).contains(&verdict(&in_any_unit, typed, DecimalMark::Point).credit()));
            let credit = ShortVerdict::of(typed, &[accepted.as_str(), "churn rate"], &known).credit();
            prop_assert!((0.0..=1.0).contains(&credit));
        }
        prop_assert!(accepted.trim().is_empty() || ShortVerdict::of(&accepted, &[&accepted], &known) == RIGHT);
    }

    #[test]
    fn a_form_is_right_whatever_its_case_and_spaces(
        words in prop::collection::vec("[a-zé]{1,9}", 1..5),
        is_upper in any::<bool>(),
        space in " {1,3}|\u{A0}|-|\t",
    ) {
        let form = words.join(" ");
        let typed = format!(" {} ", words.join(&space));
        let typed = if is_upper { typed.to_uppercase() } else { typed };
        let known = KnownWords::of([form.as_str(), "churn"]);
        prop_assert_eq!(ShortVerdict::of(&typed, &[&form], &known), RIGHT);
    }

    #[test]
    fn a_number_is_right_however_it_is_grouped(value in 1_u32..2_000_000_000, group in "[, ']|\u{A0}") {
        let number = number(&format!("{value} ± 1%"));
        let digits = value.to_string();
        let grouped: String = digits.char_indices().map(|(at, digit)| {
            let is_group = at > 0 && (digits.len() - at).is_multiple_of(3);
            if is_group { format!("{group}{digit}") } else { digit.to_string() }
        }).collect();
        prop_assert_eq!(short_form(verdict(&number, &grouped, DecimalMark::Point)), "right");
    }

    #[test]
    fn credit_of_an_order_is_a_part(found in prop::collection::vec(prop::option::of(0..9_usize), 0..14), n_items in 0..8_usize) {
        let ranking = Ranking::of(&found, n_items);
        prop_assert!((0.0..=1.0).contains(&ranking.credit));
        prop_assert_eq!(ranking.places.len(), n_items);
        let is_found = |item: usize| ranking.places[item] != Place::Missing;
        prop_assert!((0..n_items).all(|item| !is_found(item) || found.contains(&Some(item))));
        let all: Vec<_> = (0..n_items).map(Some).collect();
        prop_assert_eq!(Ranking::of(&all, n_items).places, vec![Place::Right; n_items]);
    }
}
