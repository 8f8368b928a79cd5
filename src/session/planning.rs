//! Practice with an interview in view: what today is for, and when it is enough.

use super::known::Known;
use super::screen::Rest;
use super::{Mode, Session};
use crate::day::{Day, Moment};
use crate::deck::{DeckKey, lasting_text};
use crate::schedule::CardState;
use crate::schedule::plan::{Agenda, Glance, Outlook, Pace, Pick, Plan, Timed};
use crate::schedule::queue::{Ask, Queue};

/// What the learner plans, and what follows from it today.
#[derive(Debug)]
pub(super) struct Planning {
    plan: Option<Plan>,
    companions: Vec<(DeckKey, Companion)>,
    /// What each card is worth, those of the companions after the deck's own; none without a plan that holds today.
    agenda: Option<Agenda>,
    /// The learner's times and odds, from the reviews of all days before today.
    pace: Pace,
    /// Whether the agenda does not follow from what is known now.
    is_stale: bool,
    /// The learner goes on although the minutes of today are used.
    goes_on: bool,
}

/// Another deck that is practiced for the same interview: what a plan must know of it.
#[derive(Clone, Debug)]
pub struct Companion {
    pub(crate) title: String,
    /// What its cards ask, in order.
    pub(crate) prompts: Vec<String>,
    /// Its cards as they were when the day began, and as they are.
    morning: Vec<CardState>,
    cards: Vec<CardState>,
    timed: Vec<Timed>,
    used_today: u32,
}

impl Default for Planning {
    fn default() -> Self {
        Planning {
            plan: None,
            companions: Vec::new(),
            agenda: None,
            pace: Pace::default(),
            is_stale: true,
            goes_on: false,
        }
    }
}

impl Planning {
    /// The plan, while the interview lies ahead or is today.
    fn plan(&self, today: Day) -> Option<&Plan> {
        self.plan.as_ref().filter(|plan| !plan.is_over(today))
    }

    fn update(&mut self, known: &Known) {
        let companions = || self.companions.iter().map(|(_, companion)| companion);
        let timed = companions().flat_map(|companion| &companion.timed).copied();
        self.pace = Pace::learned(known.timed().chain(timed));
        self.agenda = self.plan(known.today).map(|plan| {
            let mut morning = known.states_this_morning();
            morning.extend(companions().flat_map(|companion| &companion.morning));
            let cards: Vec<_> = known.states.iter().copied().chain(self.other_cards()).collect();
            Agenda::new(Outlook::new(&known.model, plan, &self.pace, &morning, known.today), &cards)
        });
        self.is_stale = false;
    }

    /// The cards of the companions.
    fn other_cards(&self) -> impl Iterator<Item = CardState> {
        self.companions.iter().flat_map(|(_, companion)| &companion.cards).copied()
    }
}

impl Session {
    /// Practices for an interview from now on, or without one. The plan counts for sessions of a whole deck that ask what
    /// is due: a topic, or free practice, is what the learner chose.
    pub fn set_plan(&mut self, plan: Option<Plan>, now: Moment) {
        self.planning.plan = plan;
        self.planning.is_stale = true;
        self.planning.goes_on = false;
        self.settle(now);
        self.sitting.set_baseline(self.standing());
        if self.screen.is_untouched() {
            self.ask_next(now);
            if self.n_rated() == 0 {
                self.begin_with_first(now);
            }
        }
    }

    /// The plan, while the interview lies ahead or is today.
    pub fn plan(&self) -> Option<&Plan> {
        self.planning.plan(self.known.today)
    }

    /// Shares the minutes with another deck, which is told apart by `key`. It counts from the next [`Session::settle`] on;
    /// a card that is shown stays.
    pub fn accompany(&mut self, key: DeckKey, companion: Companion) {
        self.planning.companions.retain(|(other, _)| *other != key);
        self.planning.companions.push((key, companion));
        self.planning.is_stale = true;
    }

    /// Shares the minutes with no other deck, from the next [`Session::settle`] on.
    pub fn leave_company(&mut self) {
        self.planning.companions.clear();
        self.planning.is_stale = true;
    }

    /// What another session must know of this one to share its minutes.
    pub fn companion(&self) -> Companion {
        Companion {
            title: self.deck.title.clone(),
            prompts: self.deck.cards.iter().map(|card| lasting_text(&card.prompt.title)).collect(),
            morning: self.known.states_this_morning(),
            cards: self.known.states.clone(),
            timed: self.known.timed().collect(),
            used_today: self.known.used_today,
        }
    }

    pub(crate) fn companions(&self) -> impl Iterator<Item = &Companion> {
        self.planning.companions.iter().map(|(_, companion)| companion)
    }

    pub(crate) fn pace(&self) -> &Pace {
        &self.planning.pace
    }

    /// What each card is worth by the plan.
    pub(crate) fn agenda(&self) -> Option<&Agenda> {
        let is_chosen = self.setup.topic.is_some() || self.setup.mode == Mode::Free;
        self.planning.agenda.as_ref().filter(|_| !is_chosen)
    }

    /// All cards that the plan is for, the deck's own first.
    pub(crate) fn planned_cards(&self) -> Vec<CardState> {
        self.known.states.iter().copied().chain(self.planning.other_cards()).collect()
    }

    /// Seconds of practice today, with all decks of the plan.
    pub(crate) fn used_today(&self) -> u32 {
        let elsewhere = self.companions().map(|companion| companion.used_today);
        self.known.used_today.saturating_add(elsewhere.sum())
    }

    /// Seconds of practice that the plan leaves today.
    pub(crate) fn left_today(&self, plan: &Plan) -> u32 {
        plan.clone().with_used_today(self.used_today()).left_today(self.known.today)
    }

    /// The day for which readiness is predicted: that of the interview, or tomorrow.
    pub(crate) fn ready_on(&self) -> Day {
        let tomorrow = self.known.today.plus(1);
        self.plan().map_or(tomorrow, |plan| plan.interview().max(tomorrow))
    }

    /// The cards that a session now is for, those of the companions included: what the plan has for the minutes that are
    /// left, or without one what comes next, for as long as a session takes.
    pub(crate) fn sitting(&self) -> Vec<Pick> {
        /// Seconds of a session without a plan.
        const SITTING: f64 = 1200.0;
        if let (Some(agenda), Some(plan)) = (self.agenda(), self.plan()) {
            return agenda.sitting(self.left_today(plan));
        }
        let glance = self.glance();
        let coming = self.known.queue().coming().into_iter();
        let picks = coming.filter_map(|card| Some(glance.pick(card, self.known.states.get(card)?)));
        let mut used = 0.0;
        let fits = |pick: &Pick| {
            let fits = used < SITTING;
            used += pick.seconds;
            fits
        };
        picks.take_while(fits).collect()
    }

    /// What a card that the plan did not choose is worth.
    pub(crate) fn glance(&self) -> Glance {
        Glance::new(&self.known.model, self.pace(), self.known.today, self.ready_on())
    }

    /// Looks at all that the plan must know: something of an earlier day has come to light.
    pub(super) fn plan_anew(&mut self) {
        self.planning.update(&self.known);
    }

    /// Looks at what the plan must know, if that is not known yet; tells whether it was not.
    pub(super) fn settle_plan(&mut self) -> bool {
        let is_stale = self.planning.is_stale;
        if is_stale {
            self.planning.update(&self.known);
        }
        is_stale
    }

    /// Begins another day of the plan.
    pub(super) fn begin_day_of_plan(&mut self) {
        self.planning.is_stale = true;
        self.planning.goes_on = false;
    }

    /// Notes what has become of cards.
    pub(super) fn note_in_agenda(&mut self, cards: &[usize]) {
        let Some(agenda) = &mut self.planning.agenda else { return };
        for (card, state) in cards.iter().filter_map(|card| Some((*card, self.known.states.get(*card)?))) {
            agenda.set(card, state);
        }
    }

    /// Goes on although the minutes of today are used.
    pub(super) fn go_on(&mut self) {
        self.planning.goes_on = true;
    }

    /// The card that the plan wants next, or why it wants none.
    pub(super) fn next_by_plan(&self, queue: &Queue, agenda: &Agenda, plan: &Plan) -> Result<Ask, Rest> {
        let left = self.left_today(plan);
        if self.planning.goes_on {
            return queue.next_by_gain(agenda, &|_| true).ok_or(Rest::Done);
        }
        if left == 0 {
            let is_off = plan.seconds_on(self.known.today) == 0;
            return Err(if is_off { Rest::DayOff } else { Rest::MinutesUsed });
        }
        // With other decks to share the minutes with, only what is worth as much as what they have.
        let least = match self.planning.companions.is_empty() {
            true => 0.0,
            false => agenda.sitting(left).last().map_or(0.0, Pick::rank),
        };
        queue.next_by_gain(agenda, &|pick| pick.rank() >= least).ok_or_else(|| {
            let has_worth = |pick: &Pick| pick.card >= self.known.states.len();
            if agenda.next(&has_worth).is_some() { Rest::Elsewhere } else { Rest::Done }
        })
    }
}
