//! The decks that come with Greenroom, scored: for some cards of each a strong, a partial and a weak answer, with the
//! points that must and must not be found; and the worked examples of calculations.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

use std::collections::BTreeMap;
use std::path::Path;

use greenroom::deck::{Deck, Point, plain_text};
use greenroom::score::{Asked, Coverage, Examine, Examiner};
use serde_json::Value;

fn deck(name: &str) -> Deck {
    let path = format!("www/decks/{name}.md");
    let (deck, issues) = Deck::parse(&std::fs::read_to_string(&path).unwrap(), &path);
    assert_eq!(issues, [], "{path}");
    deck
}

fn rows(path: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().filter(|line| !line.is_empty()).map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect()
}

#[test]
fn answers_to_our_cards_are_scored_as_a_person_would() {
    let mut n_cards = BTreeMap::new();
    let mut wrong = Vec::new();
    for file in std::fs::read_dir("tests/score/answers").unwrap() {
        let path = file.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let deck = deck(&name);
        let examiner = Examiner::of_deck(&deck);
        for row in rows(&path) {
            let (card, step) = (row["card"].as_str().unwrap(), row["step"].as_u64().unwrap_or(0) as usize);
            n_cards.insert(format!("{name} {card}"), ());
            let points: Vec<Point> = {
                let card = deck.cards.iter().find(|other| other.id.0 == card).unwrap();
                card.stages
                    .get(step)
                    .map_or_else(|| card.points().to_vec(), |stage| stage.passage.points.items.clone())
            };
            let titles: Vec<_> = points.iter().map(|point| plain_text(&point.title)).collect();
            let asked = deck.cards.iter().find(|other| other.id.0 == card).unwrap();
            let asked = Asked::new(asked, step, 0, row["answer"].as_str().unwrap());
            let examined = examiner.examine(&asked);
            let mut check = |title: &str, must_be_found: bool| {
                let index = titles.iter().position(|other| other == title);
                let index = index.unwrap_or_else(|| panic!("{name} {card} has no point {title}"));
                let coverage = examined.points[index].coverage;
                if (coverage == Coverage::Found) != must_be_found {
                    wrong
                        .push(format!("{card} ({}): {title} is {coverage:?}", row["kind"].as_str().unwrap()));
                }
            };
            texts(&row["found"]).into_iter().for_each(|title| check(title, true));
            texts(&row["not"]).into_iter().for_each(|title| check(title, false));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert!(n_cards.len() >= 20, "{} cards", n_cards.len());
}

#[test]
fn worked_examples_are_right() {
    let mut decks: BTreeMap<String, Deck> = BTreeMap::new();
    let rows = rows(Path::new("tests/score/examples.jsonl"));
    for row in &rows {
        let name = row["deck"].as_str().unwrap();
        let deck = decks.entry(name.to_owned()).or_insert_with(|| deck(name));
        let id = row["card"].as_str().unwrap();
        let card =
            deck.cards.iter().find(|card| card.id.0 == id).unwrap_or_else(|| panic!("{name} has no {id}"));
        let number = card.number().unwrap();
        let inputs: Vec<f64> = number
            .inputs
            .iter()
            .map(|input| {
                let given =
                    row["inputs"][&input.name].as_str().unwrap_or_else(|| panic!("{id}: no {}", input.name));
                // As the deck would write it.
                let deck = Deck::parse(&format!("## Q {{x: {given}}}\n\n= x\n"), "").0;
                let number = deck.cards[0].number().unwrap();
                number.value(&number.draw(0)).unwrap()
            })
            .collect();
        let value = number.formula.value(&inputs).unwrap();
        let expected = row["value"].as_f64().unwrap();
        assert!((value - expected).abs() <= 1e-6 * expected.abs().max(1e-9), "{id}: {value}, not {expected}");
    }
    assert!(rows.len() >= 30, "{} examples", rows.len());
}
