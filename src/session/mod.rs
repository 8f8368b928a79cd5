//! One deck being practised: a reducer from (state, action, now) to a state.
//!
//! [`Session::act`] changes the state and returns the record to be stored; [`Session::view`](Session::view)
//! tells the page what to draw. What is asked next follows from the records and the time alone, so that
//! a reload leads to the same card; only a card that is open stays open.

mod answering;
mod asked;
mod drilling;
mod known;
mod memory;
mod planning;
mod rating;
mod resetting;
mod said;
mod screen;
mod setup;
mod sitting;
mod weak;

use crate::day::Moment;
use crate::deck::{Card, Deck, Task};
use crate::progress::{How, Log, Record, RecordId, Stored, WriterId};
use crate::schedule::Rating;
use crate::schedule::queue::{Ask, Why};
use crate::score::{Examine, Standing};
pub(crate) use asked::Options;
pub(crate) use drilling::Drilled;
use known::Known;
pub use memory::history_of;
pub use planning::Companion;
use planning::Planning;
use rating::took;
pub(crate) use said::{PointSaid, Said, order};
pub(crate) use screen::{Rest, Screen, Shown};
use setup::Chosen;
pub use setup::{Mode, Setup};
use sitting::Sitting;
pub(crate) use weak::WeakPoint;
use weak::WeakPoints;

/// What the learner does. An action that does not fit the screen changes nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Begin to answer in writing: from now on the card stays, whatever other windows and the calendar do.
    Begin,
    /// Say before the answer is shown how sure one is of it.
    Sure(Rating),
    /// Show the answer, or the next step of it, to what was written.
    Answer(String),
    /// Show it after it was said aloud.
    Aloud,
    /// Show it without an answer.
    Reveal,
    /// Say whether a point was in the answer: counted from 0, in a step that is shown (0 where there are none).
    Tick {
        /// The step.
        step: usize,
        /// The point of the step.
        point: usize,
        /// "I did say this", or "I did not".
        was_said: bool,
    },
    /// Say whether a point that was asked on its own was known.
    Recalled(bool),
    /// Pick an option of a choice, or drop it again. They are counted from 0 as the view lists them.
    Pick(usize),
    /// Open the next rung of help.
    Help,
    /// Rate the card whose answer is shown.
    Rate(Rating),
    /// Begin the card on the screen anew: what was rated of it counts no more.
    ResetCard,
    /// Take back the newest rating, or reset.
    Undo,
    /// Go on after a checkpoint.
    Continue,
    /// End the sitting at a checkpoint.
    Stop,
    /// Practice although nothing is due, or go on after a stop.
    KeepGoing,
}

/// One deck being practised by one writer.
#[derive(Debug)]
pub struct Session {
    pub(crate) deck: Deck,
    /// The cards of the deck that are not asked.
    others: Vec<Card>,
    /// Whether the topic that was asked for is in the deck.
    has_topic: bool,
    pub(crate) setup: Setup,
    pub(crate) known: Known,
    weak: WeakPoints,
    planning: Planning,
    writer: WriterId,
    n_written: u32,
    pub(crate) screen: Screen,
    sitting: Sitting,
    /// The learner goes on although nothing is due.
    in_free_practice: bool,
    pub(crate) stored: Stored,
    /// Who reads what is written; until there is somebody, the learner ticks.
    examiner: Option<Box<dyn Examine>>,
}

impl Session {
    /// Opens a deck with what is known of it.
    ///
    /// `writer` must be drawn anew for each session: two that write at the same time under one name would
    /// overwrite each other's records.
    pub fn new(deck: Deck, log: Log, writer: WriterId, now: Moment) -> Self {
        Self::with(Setup::default(), deck, log, writer, now)
    }

    /// The same, for a part of the deck or in another mode.
    pub fn with(setup: Setup, deck: Deck, log: Log, writer: WriterId, now: Moment) -> Self {
        let Chosen { deck, others, has_topic } = setup.choose(deck);
        let (writer, n_written) = first_free(&log, writer);
        let known = Known::new(&deck, log, now.day());
        let mut session = Session {
            sitting: Sitting::new(Standing::default()),
            in_free_practice: setup.mode == Mode::Free,
            weak: WeakPoints::new(&deck, &known),
            planning: Planning::default(),
            deck,
            others,
            has_topic,
            setup,
            known,
            writer,
            n_written,
            screen: Screen::Empty,
            stored: Stored::default(),
            examiner: None,
        };
        session.sitting = Sitting::new(session.standing());
        session.settle_plan();
        session.ask_next(now);
        session.begin_with_first(now);
        session
    }

    /// Shows the card that was asked for first, if it is there.
    fn begin_with_first(&mut self, now: Moment) {
        let Some(first) = &self.setup.first else { return };
        if let Some(card) = self.deck.cards.iter().position(|card| card.id.0 == *first) {
            let why = self.why(card);
            self.screen = Screen::Card(self.show(Ask { card, why }, now));
        }
    }

    /// Does what the learner did, and returns the record that must be stored before it is shown as
    /// accepted.
    pub fn act(&mut self, action: Action, now: Moment) -> Option<(RecordId, Record)> {
        self.settle(now);
        match (action, &mut self.screen) {
            (Action::Begin, Screen::Card(shown)) => shown.has_begun = true,
            (Action::Begin, Screen::Drill(drilled)) => drilled.has_begun = true,
            (Action::Sure(rating), Screen::Card(shown)) if !shown.is_revealed() => shown.sure = Some(rating),
            (Action::Answer(text), _) => self.reveal(How::Written, text, now),
            (Action::Aloud, _) => self.reveal(How::Aloud, String::new(), now),
            (Action::Reveal, _) => self.reveal(How::Thought, String::new(), now),
            (Action::Tick { step, point, was_said }, Screen::Card(shown)) => {
                shown.tick(step, point, was_said)
            }
            (Action::Pick(option), Screen::Card(shown)) if !shown.is_revealed() => {
                let shown = shown.clone();
                self.screen = Screen::Card(Shown { picked: self.picked(&shown, option), ..shown });
            }
            (Action::Help, Screen::Card(shown)) if !shown.is_revealed() => {
                let rungs = self.deck.cards.get(shown.ask.card).map_or(0, |card| card.help.len());
                shown.help = (shown.help + 1).min(rungs);
            }
            (Action::Rate(rating), Screen::Card(shown)) => {
                let shown = shown.clone();
                return if self.is_complete(&shown) { self.rate(shown, rating, now) } else { None };
            }
            (Action::Recalled(was_known), Screen::Drill(drilled)) if drilled.said.is_some() => {
                let drilled = drilled.clone();
                return self.drilled(drilled, was_known, now);
            }
            (Action::ResetCard, _) => return self.reset_card(now),
            (Action::Undo, _) => return self.undo(now),
            (Action::Continue, Screen::Checkpoint) => {
                self.sitting.set_baseline(self.standing());
                self.ask_next(now);
            }
            (Action::Stop, Screen::Checkpoint) => {
                self.screen = Screen::Rest(Rest::Stopped);
            }
            (Action::KeepGoing, Screen::Rest(rest)) => {
                let rest = *rest;
                if rest == Rest::Stopped {
                    self.sitting.set_baseline(self.standing());
                }
                // With a plan there is more that is worth doing first.
                if self.agenda().is_none() || rest == Rest::Done {
                    self.in_free_practice = true;
                }
                self.go_on();
                self.ask_next(now);
            }
            _ => {}
        }
        None
    }

    /// Takes in records that others wrote. A card that they have rated meanwhile is not asked again.
    pub fn merge(&mut self, records: impl IntoIterator<Item = (RecordId, Record)>, now: Moment) {
        let changed = self.insert(records);
        self.settle(now);
        match &self.screen {
            Screen::Card(shown) if shown.is_untouched() && changed.contains(&shown.ask.card) => {
                self.ask_next(now);
            }
            Screen::Drill(drilled) if drilled.is_untouched() && changed.contains(&drilled.card) => {
                self.ask_next(now);
            }
            Screen::Rest(rest) if *rest != Rest::Stopped && !changed.is_empty() => self.ask_next(now),
            _ => {}
        }
    }

    /// Notes that it is `now`: a new day is a new sitting, and brings cards back.
    pub fn settle(&mut self, now: Moment) {
        let is_new_day = now.day() != self.known.today;
        if is_new_day {
            self.known.set_today(now.day());
            self.begin_day_of_plan();
        }
        let is_planned_anew = self.settle_plan();
        if !is_new_day {
            if is_planned_anew && matches!(self.screen, Screen::Rest(rest) if rest != Rest::Stopped) {
                self.ask_next(now);
            }
            return;
        }
        self.sitting.begin_day(self.standing());
        self.in_free_practice = self.setup.mode == Mode::Free;
        match &mut self.screen {
            Screen::Card(shown) if !shown.is_untouched() && !shown.is_revealed() => {
                let card = shown.ask.card;
                let why = self.why(card);
                if let Screen::Card(shown) = &mut self.screen {
                    shown.ask.why = why;
                }
            }
            screen if screen.is_untouched() || *screen == Screen::Checkpoint => self.ask_next(now),
            _ => {}
        }
    }

    /// Has what is written read by `examiner` from now on.
    pub fn set_examiner(&mut self, examiner: Box<dyn Examine>) {
        self.examiner = Some(examiner);
    }

    /// Notes how what is known is stored.
    pub fn set_stored(&mut self, stored: Stored) {
        self.stored = stored;
    }

    /// All records known, its own included.
    pub fn log(&self) -> &Log {
        self.known.log()
    }

    /// Where the learner stands with the whole deck.
    pub fn standing(&self) -> Standing {
        Standing::of(&self.known.states, &self.known.model, self.ready_on())
    }

    /// The standing at the last checkpoint before this one, or at the beginning of the sitting.
    pub(crate) fn standing_before(&self) -> Standing {
        self.sitting.baseline()
    }

    /// The ratings given in this sitting and not taken back.
    pub(crate) fn n_rated(&self) -> usize {
        self.sitting.n_rated()
    }

    pub(crate) fn can_undo(&self) -> bool {
        self.newest().is_some()
    }

    /// A card as it is first shown.
    fn show(&self, ask: Ask, now: Moment) -> Shown {
        let key = self.deck.cards.get(ask.card).map_or(0, |card| card.id.key().0);
        let showing = self.setup.showing(key, self.known.n_reviews(ask.card));
        Shown {
            ask,
            showing,
            n_revealed: 0,
            picked: 0,
            help: 0,
            sure: None,
            has_begun: false,
            said: Vec::new(),
            since: now,
            thought: None,
        }
    }

    fn n_reveals(&self, shown: &Shown) -> usize {
        self.deck.cards.get(shown.ask.card).map_or(1, |card| card.stages.len().max(1))
    }

    /// Whether all of the answer is shown.
    pub(crate) fn is_complete(&self, shown: &Shown) -> bool {
        shown.n_revealed >= self.n_reveals(shown)
    }

    /// What is picked after `option` was.
    fn picked(&self, shown: &Shown, option: usize) -> u64 {
        self.options(shown).map_or(shown.picked, |options| options.pick(shown.picked, option))
    }

    /// The topic that was asked for and is not there.
    pub(crate) fn missing_topic(&self) -> Option<&str> {
        self.setup.topic.as_deref().filter(|_| !self.has_topic)
    }

    /// The options of a card that is asked as a choice.
    pub(crate) fn options(&self, shown: &Shown) -> Option<Options> {
        let card = self.deck.cards.get(shown.ask.card)?;
        let is_choice = matches!(card.task, Task::Choice(_));
        if self.setup.mode == Mode::Choice && card.facet.is_some() && !is_choice {
            let siblings = self.deck.cards.iter().chain(&self.others);
            return Options::among_siblings(card, siblings, shown.showing);
        }
        Options::of(card, shown.showing)
    }

    /// Why a card would be asked now.
    fn why(&self, card: usize) -> Why {
        let queue = self.known.queue();
        if self.agenda().is_some() { queue.why_by_gain(card) } else { queue.why(card) }
    }

    fn ask_next(&mut self, now: Moment) {
        let next = self.next();
        // What the learner has no time for is not asked point by point either.
        let may_drill = !matches!(next, Err(Rest::MinutesUsed | Rest::DayOff | Rest::Elsewhere));
        let drill = self.next_drill(next.is_ok()).filter(|_| may_drill);
        self.screen = match (drill, next) {
            (Some(drill), _) => Screen::Drill(Drilled::new(drill, now)),
            (None, Ok(ask)) => Screen::Card(self.show(ask, now)),
            (None, Err(_)) if self.deck.cards.is_empty() => Screen::Empty,
            (None, Err(rest)) => Screen::Rest(rest),
        };
    }

    /// The card to ask next, or why there is none.
    fn next(&self) -> Result<Ask, Rest> {
        let queue = self.known.queue();
        let by_plan = match (self.agenda(), self.plan()) {
            (Some(agenda), Some(plan)) => self.next_by_plan(&queue, agenda, plan),
            _ => queue.next().ok_or(Rest::Done),
        };
        match queue.next_in_free_practice() {
            Some(free) if self.in_free_practice => {
                if self.agenda().is_some() {
                    by_plan.or(Ok(free))
                } else {
                    Ok(free)
                }
            }
            _ => by_plan,
        }
    }
}

/// The writer's name and first free number: a name that was drawn before goes on where it stopped, and one
/// that has used up its numbers makes way for the next.
fn first_free(log: &Log, writer: WriterId) -> (WriterId, u32) {
    let names = std::iter::successors(Some(writer), |writer| Some(writer.next()));
    let mut free = names.filter_map(|writer| Some((writer, log.next_number(writer)?)));
    free.next().unwrap_or((writer, 0))
}
