//! A deck against its former text: cards that would lose their history.

use crate::deck::by_key::ByKey;
use crate::deck::issue::{Issues, excerpt};
use crate::deck::model::{Card, Deck};

/// Reports the cards of `former` that no card of the deck goes on with. `at` is where each card stands in the text.
pub(super) fn check(former: &Deck, cards: &[Card], at: &[usize], issues: &mut Issues<'_>) {
    let keys = |cards: &[Card]| {
        let all = cards.iter().enumerate();
        let keys = all.flat_map(|(index, card)| {
            std::iter::once(&card.id).chain(&card.was).map(move |id| (id.key(), index))
        });
        ByKey::new(keys.collect())
    };
    let (known, before) = (keys(cards), keys(&former.cards));
    let fresh: Vec<_> =
        cards.iter().zip(at).filter(|(card, _)| before.get(card.id.key()).is_none()).collect();
    // The later gaps of a prompt go where the first goes.
    let first_gaps = former.cards.iter().filter(|lost| lost.gap.is_none_or(|gap| gap == 0));
    for lost in first_gaps.filter(|lost| known.get(lost.id.key()).is_none()) {
        let successor = fresh.iter().find(|(card, _)| is_successor(card, lost));
        let id = &lost.id.0;
        match successor {
            Some((card, at)) => issues.add(
                **at,
                format!("`{}`, which was `{}` before", excerpt(&card.id.0), excerpt(id)),
                format!("write {{#{} was={id}}} after the heading, so that it keeps its history", card.id.0),
            ),
            None => issues.add(
                0,
                format!("the card `{}` is gone", excerpt(id)),
                format!(
                    "if it was renamed, write was={id} at its new heading; if not, its history rests unseen"
                ),
            ),
        }
    }
}

/// Whether a card is another one under a new name: it asks the same, or answers the same.
fn is_successor(card: &Card, lost: &Card) -> bool {
    let has_answer = |card: &Card| !card.has_no_answer();
    let same_answer = card.headline == lost.headline
        && card.task == lost.task
        && card.notes == lost.notes
        && card.stages == lost.stages
        && card.variants == lost.variants
        && card.gap == lost.gap;
    card.prompt.title == lost.prompt.title || (same_answer && has_answer(card))
}
