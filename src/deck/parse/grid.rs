//! Grids: the same questions asked of every topic.

use super::front_matter::FrontMatter;
use crate::deck::id::slug;
use crate::deck::issue::{Issues, excerpt};
use crate::deck::model::{Card, Facet, Topic};

/// The questions that the front matter gives.
pub(super) fn facets(matter: &FrontMatter, issues: &mut Issues<'_>) -> Vec<Facet> {
    let mut facets: Vec<Facet> = Vec::new();
    for entry in &matter.facets {
        let named = format!("facet `{}`", excerpt(&entry.key));
        if find(&facets, &entry.key).is_some() {
            issues.add(entry.at, format!("a second {named}"), "keep one of them; the first is used");
        } else if entry.value.is_empty() || slug(&entry.key).is_empty() {
            let advice = "write it as `Name: question`; the line is ignored";
            issues.add(entry.at, format!("{named} without a question"), advice);
        } else {
            facets.push(Facet { name: entry.key.clone(), question: entry.value.clone() });
        }
    }
    facets
}

/// The facet that a heading names.
pub(super) fn find(facets: &[Facet], heading: &str) -> Option<usize> {
    let heading = slug(heading);
    facets.iter().position(|facet| slug(&facet.name) == heading)
}

/// The facet's question, asked of a topic.
pub(super) fn question(facet: &Facet, topic: &Topic) -> String {
    let short = topic.short.as_ref().unwrap_or(&topic.title);
    facet.question.replace("{topic}", &topic.title).replace("{short}", short)
}

/// Reports what topics lack. `at` is where each topic stands.
pub(super) fn check(
    facets: &[Facet],
    topics: &[Topic],
    cards: &[Card],
    at: &[usize],
    issues: &mut Issues<'_>,
) {
    let mut has = vec![false; topics.len().saturating_mul(facets.len())];
    for card in cards {
        if let (Some(topic), Some(facet)) = (card.topic, card.facet)
            && let Some(has) = has.get_mut(topic * facets.len() + facet)
        {
            *has = true;
        }
    }
    for (row, (topic, at)) in has.chunks(facets.len().max(1)).zip(topics.iter().zip(at)) {
        let missing: Vec<_> =
            row.iter().zip(facets).filter(|(has, _)| !**has).map(|(_, facet)| facet.name.as_str()).collect();
        if !missing.is_empty() {
            let found = format!("`{}` without {}", excerpt(&topic.title), missing.join(", "));
            issues.add(*at, found, "write a ## heading for each; the other questions are asked");
        }
    }
}
