//! Faults that only show when all cards are known.

use super::by_key::ByKey;
use super::issue::{Issues, excerpt};
use super::model::Card;

/// Looks for them. `at` is where each card stands in the text.
pub(super) fn check_cards(cards: &[Card], at: &[usize], by_key: &ByKey, issues: &mut Issues<'_>) {
    for (card, at) in cards.iter().zip(at) {
        if card.has_no_answer() {
            issues.add(*at, "card without an answer", "write the answer below the heading");
        }
        for was in card.was.iter().filter(|was| by_key.get(was.key()).is_some()) {
            issues.add(
                *at,
                format!("`was={}` names a card that is still in the deck", excerpt(&was.0)),
                "remove the was= or rename that card; until then both have its history",
            );
        }
    }
    let former = cards.iter().enumerate();
    let former = former.flat_map(|(index, card)| card.was.iter().map(move |id| (id.key(), index)));
    for (card, first) in ByKey::new(former.collect()).doubles() {
        let line = cards.get(first).map_or(0, |card| card.line);
        issues.add(
            at.get(card).copied().unwrap_or(0),
            format!("a `was=` that the card on line {line} has too"),
            "let one card have the history; until then both have it",
        );
    }
}
