//! Grids: the same questions asked of every topic.

use super::front_matter::FrontMatter;
use crate::deck::id::slug;
use crate::deck::issue::{Issues, excerpt};
use crate::deck::model::{Deck, Facet, Topic};
use crate::deck::rich::plain_text;

/// More questions than anybody asks of each topic, and longer ones.
const MOST_FACETS: usize = 100;
const LONGEST_QUESTION: usize = 500;
/// What of a topic's title goes into each of its questions.
const LONGEST_TITLE: usize = 200;

/// The questions that the front matter gives.
pub(super) fn facets(matter: &FrontMatter, issues: &mut Issues<'_>) -> Vec<Facet> {
    let mut facets: Vec<Facet> = Vec::new();
    let mut known: Vec<String> = Vec::new();
    for entry in &matter.facets {
        let named = format!("facet `{}`", excerpt(&entry.key));
        if facets.len() >= MOST_FACETS || entry.key.len() + entry.value.len() > LONGEST_QUESTION {
            let found = format!("{named} beyond what a grid can hold");
            issues.add(
                entry.at,
                found,
                "a grid has at most 100 questions of 500 characters; the line is ignored",
            );
        } else if find(&known, &entry.key).is_some() {
            issues.add(entry.at, format!("a second {named}"), "keep one of them; the first is used");
        } else if entry.value.is_empty() || slug(&entry.key).is_empty() {
            let advice = "write it as `Name: question`; the line is ignored";
            issues.add(entry.at, format!("{named} without a question"), advice);
        } else {
            if let Some(wrong) = unknown_placeholder(&entry.value) {
                let found = format!("`{{{}}}` in the question of {named}", excerpt(wrong));
                issues.add(entry.at, found, "write {topic} or {short}; it is shown as it stands");
            }
            known.push(slug(&entry.key));
            facets.push(Facet { name: entry.key.clone(), question: entry.value.clone() });
        }
    }
    facets
}

/// What stands in braces and is no name of a topic.
fn unknown_placeholder(question: &str) -> Option<&str> {
    let mut inside =
        question.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name);
    inside.find(|name| !matches!(*name, "topic" | "short"))
}

/// The names of the facets as headings are compared with them.
pub(super) fn names(facets: &[Facet]) -> Vec<String> {
    facets.iter().map(|facet| slug(&facet.name)).collect()
}

/// The facet that a heading names.
pub(super) fn find(names: &[String], heading: &str) -> Option<usize> {
    let heading = if names.is_empty() { return None } else { slug(heading) };
    names.iter().position(|name| *name == heading)
}

/// The facet's question, asked of a topic.
pub(super) fn question(facet: &Facet, topic: &Topic) -> String {
    let title = cut(&topic.title);
    let short = topic.short.as_deref().map_or(title, cut);
    facet.question.replace("{topic}", title).replace("{short}", short)
}

fn cut(title: &str) -> &str {
    title.char_indices().nth(LONGEST_TITLE).and_then(|(end, _)| title.get(..end)).unwrap_or(title)
}

/// Reports what the topics of a grid lack, and cards in them that answer none of its questions. A topic without any
/// of them is no part of the grid. The places are those of the topics and the cards.
pub(super) fn check(deck: &Deck, topics_at: &[usize], cards_at: &[usize], issues: &mut Issues<'_>) {
    let Deck { facets, topics, cards, .. } = deck;
    // For each topic the facets that it has, each once or more.
    let mut has: Vec<Vec<usize>> = vec![Vec::new(); topics.len()];
    for card in cards {
        if let (Some(facet), Some(has)) = (card.facet, card.topic.and_then(|topic| has.get_mut(topic))) {
            has.push(facet);
        }
    }
    for ((topic, has), at) in topics.iter().zip(&has).zip(topics_at).filter(|((_, has), _)| !has.is_empty()) {
        let missing = facets.iter().enumerate().filter(|(facet, _)| !has.contains(facet));
        let missing: Vec<_> = missing.take(8).map(|(_, facet)| facet.name.as_str()).collect();
        if !missing.is_empty() {
            let found = format!("`{}` without {}", excerpt(&topic.title), excerpt(&missing.join(", ")));
            issues.add(*at, found, "write a ## heading for each; the other questions are asked");
        }
    }
    for (card, at) in cards.iter().zip(cards_at) {
        let is_in_grid = card.topic.and_then(|topic| has.get(topic)).is_some_and(|has| !has.is_empty());
        if is_in_grid && card.facet.is_none() && card.gap.is_none_or(|gap| gap == 0) {
            let found = format!("`## {}`, which names no facet", excerpt(&plain_text(&card.prompt.title)));
            let names: Vec<_> = facets.iter().take(8).map(|facet| facet.name.as_str()).collect();
            let advice = format!("use one of {}; it is a card of its own", excerpt(&names.join(", ")));
            issues.add(*at, found, advice);
        }
    }
}
