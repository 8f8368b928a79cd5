//! One deck being practised: a reducer from (state, action, now) to a state.
//!
//! [`Session::act`] changes the state and returns the record to be stored; [`Session::view`](Session::view)
//! tells the page what to draw. What is asked next follows from the records and the time alone, so that
//! a reload leads to the same card; only a card that is open stays open.

mod asked;
mod known;
mod setup;
mod sitting;

use crate::day::Moment;
use crate::deck::{Card, Deck, Task};
use crate::progress::{Log, Record, RecordId, Review, Saving, Took, WriterId};
use crate::schedule::queue::{Ask, Why};
use crate::schedule::{Practice, Rating};
use crate::score::Standing;
pub(crate) use asked::Options;
use known::Known;
use setup::Chosen;
pub use setup::{Mode, Setup};
use sitting::{Rated, Sitting};

/// What the learner does. An action that does not fit the screen changes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Show the answer, or the next step of it.
    Reveal,
    /// Pick an option of a choice, or drop it again. They are counted from 0 as the view lists them.
    Pick(usize),
    /// Open the next rung of help.
    Help,
    /// Rate the card whose answer is shown.
    Rate(Rating),
    /// Take back the newest rating.
    Undo,
    /// Go on after a checkpoint.
    Continue,
    /// End the sitting at a checkpoint.
    Stop,
    /// Practice although nothing is due, or go on after a stop.
    KeepGoing,
}

/// What is on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Screen {
    Card(Shown),
    Checkpoint,
    Rest {
        stopped: bool,
    },
    /// The deck has no card.
    Empty,
}

/// A card on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Shown {
    pub(crate) ask: Ask,
    /// The number that inputs and the order of options are drawn from.
    pub(crate) showing: u64,
    /// How much of the answer is shown: nothing, or so many of its steps.
    pub(crate) n_revealed: usize,
    /// The options picked, as bits.
    pub(crate) picked: u64,
    /// Rungs of help opened.
    pub(crate) help: usize,
    /// When it was shown.
    since: Moment,
}

impl Shown {
    /// Whether any of the answer is shown.
    pub(crate) fn is_revealed(&self) -> bool {
        self.n_revealed > 0
    }

    /// Whether the learner has done nothing with it yet.
    fn is_untouched(&self) -> bool {
        self.n_revealed == 0 && self.help == 0 && self.picked == 0
    }
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
    writer: WriterId,
    n_written: u32,
    pub(crate) screen: Screen,
    sitting: Sitting,
    /// The learner goes on although nothing is due.
    in_free_practice: bool,
    pub(crate) saving: Saving,
    pub(crate) n_unreadable: usize,
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
            sitting: Sitting::new(known.standing()),
            in_free_practice: setup.mode == Mode::Free,
            deck,
            others,
            has_topic,
            setup,
            known,
            writer,
            n_written,
            screen: Screen::Empty,
            saving: Saving::Kept,
            n_unreadable: 0,
        };
        session.ask_next(now);
        session.begin_with_first(now);
        session
    }

    /// Shows the card that was asked for first, if it is there.
    fn begin_with_first(&mut self, now: Moment) {
        let Some(first) = &self.setup.first else { return };
        if let Some(card) = self.deck.cards.iter().position(|card| card.id.0 == *first) {
            let why = self.known.queue().why(card);
            self.screen = Screen::Card(self.show(Ask { card, why }, now));
        }
    }

    /// Does what the learner did, and returns the record that must be stored before it is shown as
    /// accepted.
    pub fn act(&mut self, action: Action, now: Moment) -> Option<(RecordId, Record)> {
        self.settle(now);
        match (action, self.screen) {
            (Action::Reveal, Screen::Card(shown)) => {
                let n_revealed = (shown.n_revealed + 1).min(self.n_reveals(shown));
                self.screen = Screen::Card(Shown { n_revealed, ..shown });
            }
            (Action::Pick(option), Screen::Card(shown)) if !shown.is_revealed() => {
                self.screen = Screen::Card(Shown { picked: self.picked(shown, option), ..shown });
            }
            (Action::Help, Screen::Card(shown)) if !shown.is_revealed() => {
                let rungs = self.deck.cards.get(shown.ask.card).map_or(0, |card| card.help.len());
                let help = (shown.help + 1).min(rungs);
                self.screen = Screen::Card(Shown { help, ..shown });
            }
            (Action::Rate(rating), Screen::Card(shown)) if self.is_complete(shown) => {
                return self.rate(shown, rating, now);
            }
            (Action::Undo, _) => return self.undo(now),
            (Action::Continue, Screen::Checkpoint) => {
                self.sitting.set_baseline(self.known.standing());
                self.ask_next(now);
            }
            (Action::Stop, Screen::Checkpoint) => {
                self.screen = Screen::Rest { stopped: true };
            }
            (Action::KeepGoing, Screen::Rest { stopped }) => {
                if stopped {
                    self.sitting.set_baseline(self.known.standing());
                }
                self.in_free_practice = true;
                self.ask_next(now);
            }
            _ => {}
        }
        None
    }

    /// Takes in records that others wrote. A card that they have rated meanwhile is not asked again.
    pub fn merge(&mut self, records: impl IntoIterator<Item = (RecordId, Record)>, now: Moment) {
        let changed = self.known.insert(records);
        self.settle(now);
        match self.screen {
            Screen::Card(shown) if shown.is_untouched() && changed.contains(&shown.ask.card) => {
                self.ask_next(now);
            }
            Screen::Rest { stopped: false } if !changed.is_empty() => self.ask_next(now),
            _ => {}
        }
    }

    /// Notes that it is `now`: a new day is a new sitting, and brings cards back.
    pub fn settle(&mut self, now: Moment) {
        if now.day() == self.known.today {
            return;
        }
        self.known.set_today(now.day());
        self.sitting.begin_day(self.known.standing());
        self.in_free_practice = self.setup.mode == Mode::Free;
        match self.screen {
            Screen::Rest { .. } | Screen::Checkpoint => self.ask_next(now),
            Screen::Card(shown) if shown.is_untouched() => self.ask_next(now),
            Screen::Card(shown) if !shown.is_revealed() => {
                let why = self.known.queue().why(shown.ask.card);
                self.screen = Screen::Card(Shown { ask: Ask { why, ..shown.ask }, ..shown });
            }
            _ => {}
        }
    }

    /// Notes whether ratings reach the store, and how many records in it could not be read.
    pub fn set_stored(&mut self, saving: Saving, n_unreadable: usize) {
        self.saving = saving;
        self.n_unreadable = n_unreadable;
    }

    /// All records known, its own included.
    pub fn log(&self) -> &Log {
        self.known.log()
    }

    /// Where the learner stands with the whole deck.
    pub fn standing(&self) -> Standing {
        self.known.standing()
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

    fn rate(&mut self, shown: Shown, rating: Rating, now: Moment) -> Option<(RecordId, Record)> {
        let card = self.deck.cards.get(shown.ask.card)?;
        let review = Review::new(card.id.key(), now, rating, shown.ask.why.practice())
            .with_help(shown.help)
            .with_time(Took::from_millis(now.at.0.saturating_sub(shown.since.at.0)));
        let written = self.write(Record::Review(review));
        let rated = Rated { id: written.0, shown, in_free_practice: self.in_free_practice };
        let is_checkpoint = self.sitting.push(rated);
        if self.setup.count == Some(self.n_rated()) {
            self.screen = Screen::Rest { stopped: true };
        } else if is_checkpoint {
            self.screen = Screen::Checkpoint;
        } else {
            self.ask_next(now);
        }
        Some(written)
    }

    /// Takes back the newest rating and shows its card as it was.
    fn undo(&mut self, now: Moment) -> Option<(RecordId, Record)> {
        let (target, review) = self.newest().map(|(id, review)| (id, *review))?;
        let rated = self.sitting.take_back(target);
        let written = self.write(Record::Undo(target));
        let card = self.known.card(review.card)?;
        self.in_free_practice = self.setup.mode == Mode::Free
            || rated.map_or(review.practice == Practice::Free, |rated| rated.in_free_practice);
        let shown = rated.map_or_else(|| self.shown_from(card, &review, now), |rated| rated.shown);
        self.screen = Screen::Card(Shown { since: now, ..shown });
        Some(written)
    }

    /// A card as it was when it was rated before the page was loaded.
    fn shown_from(&self, card: usize, review: &Review, now: Moment) -> Shown {
        let why = match review.practice {
            Practice::Free => Why::Free,
            Practice::Scheduled => self.known.queue().why(card),
        };
        let rungs = self.deck.cards.get(card).map_or(0, |card| card.help.len());
        let shown = self.show(Ask { card, why }, now);
        Shown { n_revealed: self.n_reveals(shown), help: review.help().min(rungs), ..shown }
    }

    /// A card as it is first shown.
    fn show(&self, ask: Ask, now: Moment) -> Shown {
        let key = self.deck.cards.get(ask.card).map_or(0, |card| card.id.key().0);
        let showing = self.setup.showing(key, self.known.n_reviews(ask.card));
        Shown { ask, showing, n_revealed: 0, picked: 0, help: 0, since: now }
    }

    fn n_reveals(&self, shown: Shown) -> usize {
        self.deck.cards.get(shown.ask.card).map_or(1, |card| card.stages.len().max(1))
    }

    /// Whether all of the answer is shown.
    pub(crate) fn is_complete(&self, shown: Shown) -> bool {
        shown.n_revealed >= self.n_reveals(shown)
    }

    /// What is picked after `option` was.
    fn picked(&self, shown: Shown, option: usize) -> u64 {
        self.options(shown).map_or(shown.picked, |options| options.pick(shown.picked, option))
    }

    /// The topic that was asked for and is not there.
    pub(crate) fn missing_topic(&self) -> Option<&str> {
        self.setup.topic.as_deref().filter(|_| !self.has_topic)
    }

    /// The options of a card that is asked as a choice.
    pub(crate) fn options(&self, shown: Shown) -> Option<Options> {
        let card = self.deck.cards.get(shown.ask.card)?;
        let is_choice = matches!(card.task, Task::Choice(_));
        if self.setup.mode == Mode::Choice && card.facet.is_some() && !is_choice {
            let siblings = self.deck.cards.iter().chain(&self.others);
            return Options::among_siblings(card, siblings, shown.showing);
        }
        Options::of(card, shown.showing)
    }

    /// The rating that undo would take back: the newest given here, else the newest of today. One that
    /// another window took back is passed over.
    fn newest(&self) -> Option<(RecordId, &Review)> {
        let in_force = |rated: &Rated| Some((rated.id, self.log().review(rated.id)?));
        self.sitting.newest_first().find_map(in_force).or_else(|| self.known.newest_today())
    }

    /// Adds a record of its own.
    fn write(&mut self, record: Record) -> (RecordId, Record) {
        let id = RecordId { writer: self.writer, number: self.n_written };
        self.n_written = self.n_written.saturating_add(1);
        self.known.insert([(id, record)]);
        (id, record)
    }

    fn ask_next(&mut self, now: Moment) {
        let queue = self.known.queue();
        let next = if self.in_free_practice { queue.next_in_free_practice() } else { queue.next() };
        self.screen = match next {
            Some(ask) => Screen::Card(self.show(ask, now)),
            None if self.deck.cards.is_empty() => Screen::Empty,
            None => Screen::Rest { stopped: false },
        };
    }
}

/// The writer's name and first free number: a name that was drawn before goes on where it stopped, and one
/// that has used up its numbers makes way for the next.
fn first_free(log: &Log, writer: WriterId) -> (WriterId, u32) {
    let names = std::iter::successors(Some(writer), |writer| Some(writer.next()));
    let mut free = names.filter_map(|writer| Some((writer, log.next_number(writer)?)));
    free.next().unwrap_or((writer, 0))
}
