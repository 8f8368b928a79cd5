//! Faults that only show when all of a card, or all cards, are known.

use super::prompt::lasting_text;
use crate::deck::by_key::ByKey;
use crate::deck::id::slug;
use crate::deck::issue::{Issues, excerpt};
use crate::deck::model::{Card, Point, Task, Variant};
use crate::deck::rich::{Inline, plain_text};

/// More points than anybody can tick are not compared with each other.
const MOST_COMPARED: usize = 40;

/// Looks for them. `at` is where each card stands in the text.
pub(super) fn check_cards(cards: &[Card], at: &[usize], by_key: &ByKey, issues: &mut Issues<'_>) {
    for (card, at) in cards.iter().zip(at) {
        check_names(card, *at, by_key, issues);
        // The cards of one prompt have one answer.
        if card.gap.is_none_or(|gap| gap == 0) {
            check_card(card, *at, issues);
        }
    }
    let former = cards.iter().enumerate();
    let former = former.flat_map(|(index, card)| card.was.iter().map(move |id| (id.key(), index)));
    for (card, first) in ByKey::new(former.collect()).doubles() {
        let line = at.get(first).map_or(0, |at| issues.line(*at));
        issues.add(
            at.get(card).copied().unwrap_or(0),
            format!("a `was=` that the card on line {line} has too"),
            "let one card have the history; until then both have it",
        );
    }
}

fn check_names(card: &Card, at: usize, by_key: &ByKey, issues: &mut Issues<'_>) {
    for was in card.was.iter().filter(|was| by_key.get(was.key()).is_some()) {
        issues.add(
            at,
            format!("`was={}` names a card that is still in the deck", excerpt(&was.0)),
            "remove the was= or rename that card; until then both have its history",
        );
    }
}

fn check_card(card: &Card, at: usize, issues: &mut Issues<'_>) {
    if card.has_no_answer() {
        issues.add(at, "card without an answer", "write the answer below the heading");
    }
    if let Some(given) = given_away(card) {
        let found = format!("the prompt gives away `{}`", excerpt(&given));
        issues.add(at, found, "ask without these words, or answer with others");
    }
    check_variants(&card.variants, at, issues);
    for stage in &card.stages {
        check_variants(&stage.variants, at, issues);
    }
}

/// Tabs are there to be compared.
fn check_variants(variants: &[Variant], at: usize, issues: &mut Issues<'_>) {
    if let [only] = variants {
        let found = format!("`{}` as the only variant", excerpt(&plain_text(&only.title)));
        issues.add(at, found, "add another to compare it with, or make it a plain section");
    }
}

/// What of the answer stands in the prompt, word for word. Single words are seldom the whole of a point.
fn given_away(card: &Card) -> Option<String> {
    let prompt = format!("-{}-", slug(&lasting_text(&card.prompt.title)));
    let stands_in_prompt = |text: &str, n_words: usize| {
        let words = slug(text);
        let is_long_enough = words.len() >= 4 && words.split('-').count() >= n_words;
        is_long_enough && prompt.contains(&format!("-{words}-"))
    };
    let gap = card.prompt.title.iter().find_map(|inline| match inline {
        Inline::Gap { text, .. } => Some(text),
        _ => None,
    });
    if let Some(gap) = gap {
        return stands_in_prompt(gap, 1).then(|| gap.clone());
    }
    match &card.task {
        Task::Short(accepted) => accepted.iter().find(|text| stands_in_prompt(text, 1)).cloned(),
        Task::Points(points) if points.items.len() <= MOST_COMPARED => {
            // A term that is asked for and then explained gives nothing away.
            let bare = points.items.iter().filter(|point| point.detail.is_empty());
            let mut titles = bare.map(|point| plain_text(&point.title));
            titles.find(|title| stands_in_prompt(title, 2))
        }
        _ => None,
    }
}

/// Points that answer to the same words cannot be told apart when an answer is scored. `at` is where each stands.
pub(super) fn check_points(points: &[Point], at: &[usize], issues: &mut Issues<'_>) {
    if points.len() > MOST_COMPARED {
        return;
    }
    let names: Vec<Vec<String>> = points.iter().map(names).collect();
    for (index, ((point, own), at)) in points.iter().zip(&names).zip(at).enumerate() {
        let mut before = points.iter().zip(&names).take(index);
        let alike = before.find(|(_, others)| own.iter().any(|name| others.contains(name)));
        if let Some((other, _)) = alike {
            let [one, two] = [other, point].map(|point| excerpt(&plain_text(&point.title)));
            let found = format!("the points `{one}` and `{two}`, which answer to the same words");
            issues.add(*at, found, "give each its own title and its own `also:` words, or join them");
        }
    }
}

/// The words that a point answers to.
fn names(point: &Point) -> Vec<String> {
    let also = point.also.iter().map(|also| slug(also));
    let mut names: Vec<_> = std::iter::once(slug(&plain_text(&point.title))).chain(also).collect();
    names.retain(|name| !name.is_empty());
    names
}
