//! The interview plan as the page shows it: what today is for, why a card is asked now.

use serde::Serialize;

use crate::day::Day;
use crate::deck::lasting_text;
use crate::schedule::CardState;
use crate::schedule::plan::{Offer, Pick, Prospect};
use crate::schedule::queue::{Ask, Why};
use crate::session::{Companion, Session};
use crate::view::forecast::Prospects;

/// What today is for.
#[derive(Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PlanView {
    interview: i32,
    in_days: u32,
    minutes: u32,
    /// Seconds, with all decks of the plan.
    used: u32,
    left: u32,
    day_off: bool,
    offer: Offer,
    /// The parts of it, by deck, this one first.
    decks: Vec<DeckOffer>,
    /// The next day of practice after today.
    next: Option<i32>,
}

/// What is to be done in a deck.
#[derive(Debug, PartialEq, Serialize)]
struct DeckOffer {
    title: String,
    offer: Offer,
}

/// Why a card is worth asking now. Recall is from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Worth {
    on: i32,
    seconds: f64,
    recall_now: f64,
    recall_without: f64,
    recall_with: f64,
}

impl Session {
    pub(super) fn plan_view(&self) -> Option<PlanView> {
        let (plan, today) = (self.plan().filter(|_| self.agenda().is_some())?, self.known.today);
        let sitting = self.sitting();
        let days = (1..=plan.interview().since(today)).map(|days| today.plus(days));
        Some(PlanView {
            interview: plan.interview().0,
            in_days: plan.interview().since(today),
            minutes: plan.minutes(),
            used: self.used_today(),
            left: self.left_today(plan),
            day_off: plan.seconds_on(today) == 0,
            offer: Offer::of(&sitting),
            decks: self.offers(&sitting),
            next: days.into_iter().find(|day| plan.seconds_on(*day) > 0).map(|day| day.0),
        })
    }

    /// The parts of a session, by deck.
    fn offers(&self, sitting: &[Pick]) -> Vec<DeckOffer> {
        let mut from = 0;
        let decks = self.planned_decks().map(|(title, n_cards)| {
            let cards = from..from + n_cards;
            from = cards.end;
            let picks = sitting.iter().filter(|pick| cards.contains(&pick.card)).copied();
            DeckOffer { title: title.to_owned(), offer: Offer::of(&picks.collect::<Vec<_>>()) }
        });
        decks.collect()
    }

    /// Title and number of cards of each deck of the plan, this one first.
    fn planned_decks(&self) -> impl Iterator<Item = (&str, usize)> {
        let own = (self.deck.title.as_str(), self.deck.cards.len());
        let others = self.companions().map(|other| (other.title.as_str(), other.prompts.len()));
        std::iter::once(own).chain(others)
    }

    /// Why a card is worth asking; in free practice nothing is told of it, because there a pass moves nothing.
    pub(super) fn worth(&self, ask: Ask) -> Option<Worth> {
        let state = self.known.states.get(ask.card).filter(|_| ask.why != Why::Free)?;
        let by_plan = self.agenda().and_then(|agenda| agenda.pick(ask.card));
        let pick = by_plan.unwrap_or_else(|| self.glance().pick(ask.card, state));
        Some(Worth {
            on: self.ready_on().0,
            seconds: pick.seconds,
            recall_now: pick.recall_now,
            recall_without: pick.recall_without,
            recall_with: pick.recall_with,
        })
    }

    /// The day on which a card comes back that a rating has made this of: by the plan the one on which it is best
    /// repeated, none if that is not before the interview.
    pub(super) fn day_of_return(&self, state: &CardState) -> Option<Day> {
        match self.agenda() {
            Some(agenda) => agenda.outlook().comes_back(state),
            None => state.due(),
        }
    }

    /// Whether the plan would ask a card again today that a rating has made this of.
    pub(super) fn is_worth_repeating(&self, card: usize, state: &CardState) -> bool {
        self.agenda().is_some_and(|agenda| agenda.outlook().pick(card, state).is_some())
    }

    /// What a forecast for this deck and its companions is made from; none without a plan.
    pub fn prospects(&self) -> Option<Prospects> {
        let (plan, today) = (self.plan()?, self.known.today);
        let plan = plan.clone().with_used_today(self.used_today());
        let cards = self.planned_cards();
        let unseen = self.unseen(&cards);
        let prospect = Prospect::new(&self.known.model, plan, *self.pace(), &cards, self.parts(), today);
        Some(Prospects { prospect, titles: self.titles(), unseen })
    }

    /// Which part each planned card belongs to.
    fn parts(&self) -> Vec<Option<usize>> {
        if self.companions().next().is_none() {
            return self.deck.cards.iter().map(|card| card.topic).collect();
        }
        let decks = self.planned_decks().enumerate();
        decks.flat_map(|(deck, (_, n_cards))| std::iter::repeat_n(Some(deck), n_cards)).collect()
    }

    /// What the parts are called.
    fn titles(&self) -> Vec<String> {
        match self.companions().next() {
            None => self.deck.topics.iter().map(|topic| topic.title.clone()).collect(),
            Some(_) => self.planned_decks().map(|(title, _)| title.to_owned()).collect(),
        }
    }

    fn unseen(&self, cards: &[CardState]) -> Vec<String> {
        let own = self.deck.cards.iter().map(|card| lasting_text(&card.prompt.title));
        let others = self.companions().flat_map(|Companion { prompts, .. }| prompts).cloned();
        let prompts = own.chain(others).zip(cards);
        prompts.filter(|(_, state)| state.reviewed().is_none()).map(|(prompt, _)| prompt).collect()
    }
}
