//! A deck against its former text: cards that would lose their history.

use crate::deck::by_key::ByKey;
use crate::deck::issue::{Issues, excerpt};
use crate::deck::model::{Card, Deck};

/// Comparing more pairs of cards would take longer than anybody waits.
const MOST_COMPARED: usize = 1_000_000;

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
    let mut n_compared = 0_usize;
    let mut fresh: Vec<_> =
        cards.iter().zip(at).filter(|(card, _)| before.get(card.id.key()).is_none()).collect();
    // The later gaps of a prompt go where the first goes.
    let first_gaps = former.cards.iter().filter(|lost| lost.gap.is_none_or(|gap| gap == 0));
    for lost in first_gaps.filter(|lost| known.get(lost.id.key()).is_none()) {
        n_compared += fresh.len();
        let place = if n_compared > MOST_COMPARED {
            None
        } else {
            fresh.iter().position(|(card, _)| is_successor(card, lost))
        };
        // Each goes on with one card.
        let successor = place.map(|place| fresh.swap_remove(place));
        let id = &lost.id.0;
        match successor {
            Some((card, at)) => issues.add(
                *at,
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
    let same_answer = |other: &Card| {
        other.headline == lost.headline
            && other.task == lost.task
            && other.notes == lost.notes
            && other.stages == lost.stages
            && other.variants == lost.variants
    };
    let has_answer = || !same_answer(&Card::default());
    // What a gap hides is in its prompt, and that is another one.
    card.prompt.title == lost.prompt.title
        || (lost.gap.is_none() && card.gap.is_none() && same_answer(card) && has_answer())
}
