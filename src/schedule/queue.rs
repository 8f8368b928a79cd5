//! Which card is next within a sitting.
//!
//! The order follows from the cards' states and from what was rated today, and from nothing else: after a
//! reload, an undo or a merge the same card comes next.
//!
//! - A card rated 1 comes back after three others, a 2 after seven, a 3 once at the end.
//! - Due cards come before unseen ones, those most likely forgotten first.
//! - No unseen card while six cards are shaky (rated 1 or 2 today).
//! - Never the same card twice running, unless the deck has no other. If only the card just rated is left,
//!   one that is not due comes between.
//!
//! With a plan for an interview, [`Queue::next_by_gain`] keeps to the same distances, and takes the card that gains most.
//! Where time is short, shaky cards hold back no unseen one: to wait would cost more than it is worth.

use super::model::{CardState, Practice};
use super::plan::{Agenda, Pick};
use super::rating::Rating;
use crate::day::Day;
use crate::order;

/// How many other cards come before a card rated 1.
const GAP_AFTER_ONE: usize = 3;
/// How many other cards come before a card rated 2.
const GAP_AFTER_TWO: usize = 7;
/// The shaky cards that hold back unseen ones.
const MOST_SHAKY: usize = 6;
/// How many other cards come between two askings of a card in free practice.
const GAP_IN_FREE_PRACTICE: usize = 5;

/// A rating given today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The card's index in the deck.
    pub card: usize,
    /// What was said.
    pub rating: Rating,
    /// Why it was asked.
    pub practice: Practice,
}

/// A card to ask, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ask {
    /// The card's index in the deck.
    pub card: usize,
    /// Why it is asked now.
    pub why: Why,
}

/// Why a card is asked now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Why {
    /// It was never seen.
    Unseen,
    /// Its day has come.
    Due,
    /// By the plan, nothing gains more a second.
    Gain,
    /// It was not known a moment ago.
    Again,
    /// It is not due: the learner goes on, or it stands between two askings of another.
    Free,
}

impl Why {
    /// Whether the schedule wanted the card.
    pub fn practice(self) -> Practice {
        match self {
            Self::Unseen | Self::Due | Self::Gain | Self::Again => Practice::Scheduled,
            Self::Free => Practice::Free,
        }
    }
}

/// What is left today.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Left {
    /// Cards that come back in this sitting.
    pub again: usize,
    /// Cards whose day has come.
    pub due: usize,
    /// Cards never seen.
    pub unseen: usize,
}

/// The cards of a deck on a day, after what was rated so far.
#[derive(Debug)]
pub struct Queue<'a> {
    cards: &'a [CardState],
    today: Day,
    n_steps: usize,
    /// What today's ratings say of each card, in step with `cards`.
    rated: Vec<Option<Rated>>,
    last: Option<usize>,
}

/// What today's ratings say of a card.
#[derive(Clone, Copy, Debug)]
struct Rated {
    /// The index of its newest step.
    at: usize,
    rating: Rating,
    /// How often it was asked by the schedule and rated 3.
    threes: usize,
    practice: Practice,
}

impl Rated {
    fn is_shaky(self) -> bool {
        self.rating.is_lapse()
    }

    /// Rated 3 once: it comes once more at the end.
    fn waits_for_the_end(self) -> bool {
        self.rating == Rating::Three && self.threes == 1 && self.practice == Practice::Scheduled
    }

    fn gap(self) -> usize {
        if self.rating == Rating::One { GAP_AFTER_ONE } else { GAP_AFTER_TWO }
    }
}

impl<'a> Queue<'a> {
    /// The queue of `cards` on `today`, after `steps` in the order in which they were rated.
    pub fn new(cards: &'a [CardState], steps: &[Step], today: Day) -> Self {
        let mut rated: Vec<Option<Rated>> = vec![None; cards.len()];
        for (at, Step { card, rating, practice }) in steps.iter().copied().enumerate() {
            let Some(place) = rated.get_mut(card) else { continue };
            let is_three = rating == Rating::Three && practice == Practice::Scheduled;
            let threes = place.map_or(0, |before| before.threes) + usize::from(is_three);
            *place = Some(Rated { at, rating, threes, practice });
        }
        let last = steps.last().map(|step| step.card);
        Queue { cards, today, n_steps: steps.len(), rated, last }
    }

    /// The card that the schedule wants next.
    pub fn next(&self) -> Option<Ask> {
        self.ripe()
            .or_else(|| again(self.shaky(|_| true)?))
            .or_else(|| again(self.at_the_end()?))
            .or_else(|| self.between())
    }

    /// A card to stand between two askings of the only one that is left.
    fn between(&self) -> Option<Ask> {
        let last = self.rated(self.last?)?;
        let comes_again = last.is_shaky() || last.waits_for_the_end();
        let card = if comes_again { self.weakest(1) } else { None };
        Some(Ask { card: card?, why: Why::Free })
    }

    /// The card for somebody who goes on although nothing is due: shaky cards keep their distance, the
    /// others come by how likely they are forgotten.
    pub fn next_in_free_practice(&self) -> Option<Ask> {
        self.ripe()
            .or_else(|| again(self.at_the_end()?))
            .or_else(|| Some(Ask { card: self.weakest(GAP_IN_FREE_PRACTICE)?, why: Why::Free }))
            .or_else(|| self.next())
    }

    /// The card that gains most per second by the plan, among those that are `worth` asking. Those asked today keep their
    /// distance as long as there is another; unseen ones wait while too many are shaky, unless time is short.
    pub fn next_by_gain(&self, agenda: &Agenda, worth: &dyn Fn(&Pick) -> bool) -> Option<Ask> {
        let counts = |(card, rated): (usize, &Option<Rated>)| {
            rated.is_some_and(Rated::is_shaky) && agenda.pick(card).is_some()
        };
        let n_shaky = self.rated.iter().enumerate().filter(|rated| counts(*rated)).count();
        let hold_back = n_shaky >= MOST_SHAKY && agenda.outlook().has_time_to_spare();
        let may = |pick: &Pick| {
            let is_held_back = pick.is_new && hold_back;
            pick.card < self.cards.len() && self.may_follow(pick.card) && !is_held_back && worth(pick)
        };
        let is_ripe =
            |pick: &Pick| self.rated(pick.card).is_none_or(|rated| self.others_since(rated) >= rated.gap());
        let next = agenda.next(&|pick| may(pick) && is_ripe(pick)).or_else(|| agenda.next(&may));
        let by_gain = next.map(|pick| Ask { card: pick.card, why: self.why_by_gain(pick.card) });
        by_gain.or_else(|| {
            // Only the card just rated is left.
            agenda.pick(self.last?).filter(|pick| worth(pick))?;
            Some(Ask { card: self.weakest(1)?, why: Why::Free })
        })
    }

    /// Why the plan would ask `card` now.
    pub fn why_by_gain(&self, card: usize) -> Why {
        match self.cards.get(card) {
            Some(CardState::New) | None => Why::Unseen,
            Some(_) if self.rated(card).is_some_and(Rated::is_shaky) => Why::Again,
            Some(_) => Why::Gain,
        }
    }

    /// The cards that are asked next today, as far as that is known: those that are shaky, those whose day has come, those
    /// most likely forgotten first, and those never seen.
    pub fn coming(&self) -> Vec<usize> {
        let of = |wanted: Why| (0..self.cards.len()).filter(move |card| self.why(*card) == wanted);
        let due: Vec<_> = of(Why::Due).collect();
        // Urgency is not below 0, where bits are in the order of numbers.
        let urgency = |card: &usize| {
            let reviewed = self.cards.get(*card).and_then(CardState::reviewed);
            reviewed.map_or(0, |reviewed| u128::from(!reviewed.urgency(self.today).to_bits()))
        };
        let places = order::by_key(due.iter().map(urgency));
        of(Why::Again).chain(order::arrange(due, places)).chain(of(Why::Unseen)).collect()
    }

    /// A card whose time has come.
    fn ripe(&self) -> Option<Ask> {
        self.shaky(|rated| self.others_since(rated) >= rated.gap())
            .and_then(again)
            .or_else(|| Some(Ask { card: self.due()?, why: Why::Due }))
            .or_else(|| Some(Ask { card: self.unseen()?, why: Why::Unseen }))
    }

    /// Why `card` would be asked now.
    pub fn why(&self, card: usize) -> Why {
        let rated = self.rated(card);
        match self.cards.get(card) {
            Some(CardState::New) | None => Why::Unseen,
            Some(_) if rated.is_some_and(|rated| rated.is_shaky() || rated.waits_for_the_end()) => Why::Again,
            Some(CardState::Reviewed(reviewed)) if reviewed.due <= self.today => Why::Due,
            Some(_) => Why::Free,
        }
    }

    /// Whether a 3 now brings the card once more at the end of this sitting.
    pub fn three_comes_again(&self, card: usize) -> bool {
        self.rated(card).is_none_or(|rated| rated.threes == 0)
    }

    /// What is left today.
    pub fn left(&self) -> Left {
        let mut left = Left::default();
        for card in 0..self.cards.len() {
            match self.why(card) {
                Why::Unseen => left.unseen += 1,
                Why::Due => left.due += 1,
                Why::Again => left.again += 1,
                Why::Gain | Why::Free => {}
            }
        }
        left
    }

    /// Never the same card twice running, unless the deck has no other.
    fn may_follow(&self, card: usize) -> bool {
        self.last != Some(card) || self.cards.len() == 1
    }

    fn rated(&self, card: usize) -> Option<Rated> {
        self.rated.get(card).copied().flatten()
    }

    fn others_since(&self, rated: Rated) -> usize {
        self.n_steps - rated.at - 1
    }

    /// The shaky card that has waited longest, among those that `is_ready`.
    fn shaky(&self, is_ready: impl Fn(Rated) -> bool) -> Option<usize> {
        self.longest_waiting(|rated| rated.is_shaky() && is_ready(rated))
    }

    fn at_the_end(&self) -> Option<usize> {
        self.longest_waiting(Rated::waits_for_the_end)
    }

    fn longest_waiting(&self, wanted: impl Fn(Rated) -> bool) -> Option<usize> {
        let rated = self.rated.iter().enumerate().filter_map(|(card, rated)| Some((card, (*rated)?)));
        let waiting = rated.filter(|(card, rated)| self.may_follow(*card) && wanted(*rated));
        waiting.min_by_key(|(_, rated)| rated.at).map(|(card, _)| card)
    }

    fn due(&self) -> Option<usize> {
        let due = self.cards.iter().enumerate().filter_map(|(card, state)| {
            let reviewed = state.reviewed()?;
            let is_due = reviewed.due <= self.today && self.rated(card).is_none();
            is_due.then(|| (card, reviewed.urgency(self.today)))
        });
        // The first of equals: the deck's order decides.
        due.reduce(|best, other| if other.1 > best.1 { other } else { best }).map(|(card, _)| card)
    }

    fn unseen(&self) -> Option<usize> {
        let n_shaky = self.rated.iter().flatten().filter(|rated| rated.is_shaky()).count();
        if n_shaky >= MOST_SHAKY {
            return None;
        }
        self.cards.iter().position(|state| *state == CardState::New)
    }

    /// The card most likely forgotten, among those that were last asked `gap` cards ago or earlier.
    fn weakest(&self, gap: usize) -> Option<usize> {
        let gap = gap.min(self.cards.len().saturating_sub(1));
        let candidates = self.cards.iter().enumerate().filter_map(|(card, state)| {
            let rated = self.rated(card);
            if rated.is_some_and(|rated| rated.is_shaky() || self.others_since(rated) < gap) {
                return None;
            }
            let reviewed = state.reviewed()?;
            // Cards of today are all fresh: those asked longest ago come first.
            let since = rated.map_or(usize::MAX, |rated| self.others_since(rated));
            Some((card, reviewed.urgency(self.today), reviewed.rating, since))
        });
        candidates
            .min_by(|a, b| b.1.total_cmp(&a.1).then(b.3.cmp(&a.3)).then(a.2.cmp(&b.2)).then(a.0.cmp(&b.0)))
            .map(|candidate| candidate.0)
    }
}

fn again(card: usize) -> Option<Ask> {
    Some(Ask { card, why: Why::Again })
}
