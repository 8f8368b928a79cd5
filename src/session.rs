//! One deck being practised: a reducer from (state, action, now) to a state.
//!
//! [`Session::act`] changes the state and returns the record to be stored; [`Session::view`](Session::view)
//! tells the page what to draw. What is asked next follows from the records and the time alone, so that
//! a reload leads to the same card; only a card that is open stays open.

use crate::day::{Day, Moment};
use crate::deck::{ByKey, CardKey, Deck};
use crate::order;
use crate::progress::{Log, Record, RecordId, Review, Saving, Stamp, Took, WriterId};
use crate::schedule::queue::{Ask, Queue, Step, Why};
use crate::schedule::{CardState, Model, Practice, Rating};
use crate::score::Standing;

/// Ratings between two checkpoints.
const CHECKPOINT_EVERY: usize = 10;

/// What the learner does. An action that does not fit the screen changes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Show the answer.
    Reveal,
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
    /// Practise although nothing is due, or go on after a stop.
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
    pub(crate) is_revealed: bool,
    /// Rungs of help opened.
    pub(crate) help: usize,
    /// When it was shown.
    since: Moment,
}

/// A rating of this sitting, with what undo needs to show its card as it was.
#[derive(Clone, Copy, Debug)]
struct Rated {
    id: RecordId,
    shown: Shown,
    in_free_practice: bool,
}

/// The standing at a checkpoint, or at the start of the sitting.
#[derive(Clone, Copy, Debug)]
struct Baseline {
    /// The ratings given before it.
    after: usize,
    standing: Standing,
}

/// One deck being practised by one writer.
#[derive(Debug)]
pub struct Session {
    pub(crate) deck: Deck,
    /// The card of each key, former names included.
    by_key: ByKey,
    log: Log,
    writer: WriterId,
    n_written: u32,
    pub(crate) model: Model,
    pub(crate) states: Vec<CardState>,
    pub(crate) today: Day,
    /// What was rated today, in order.
    pub(crate) steps: Vec<Step>,
    pub(crate) screen: Screen,
    /// What was rated since the session was opened and not taken back.
    rated: Vec<Rated>,
    /// How much of that belongs to sittings of earlier days.
    n_before_sitting: usize,
    baselines: Vec<Baseline>,
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
        let cards = || deck.cards.iter().enumerate();
        let names = cards().map(|(index, card)| (card.id.key(), index));
        let former = cards().flat_map(|(index, card)| card.was.iter().map(move |id| (id.key(), index)));
        // A card's own name wins over another's former one.
        let by_key = ByKey::new(names.chain(former).collect());
        // A name that was drawn before goes on where it stopped.
        let free = |writer: &WriterId| log.next_number(*writer).is_some();
        let writer = std::iter::successors(Some(writer), |writer| Some(writer.next())).find(free);
        let writer = writer.unwrap_or(WriterId::from_seed(0));
        let n_written = log.next_number(writer).unwrap_or(0);
        let mut session = Session {
            states: vec![CardState::New; deck.cards.len()],
            deck,
            by_key,
            n_written,
            log,
            writer,
            model: Model::default(),
            today: now.day(),
            steps: Vec::new(),
            screen: Screen::Empty,
            rated: Vec::new(),
            n_before_sitting: 0,
            baselines: Vec::new(),
            in_free_practice: false,
            saving: Saving::Kept,
            n_unreadable: 0,
        };
        session.replay_all();
        session.set_baseline();
        session.ask_next(now);
        session
    }

    /// Does what the learner did, and returns the record that must be stored before it is shown as
    /// accepted.
    pub fn act(&mut self, action: Action, now: Moment) -> Option<(RecordId, Record)> {
        self.settle(now);
        match (action, self.screen) {
            (Action::Reveal, Screen::Card(shown)) => {
                self.screen = Screen::Card(Shown { is_revealed: true, ..shown });
            }
            (Action::Help, Screen::Card(shown)) if !shown.is_revealed => {
                let rungs = self.deck.cards.get(shown.ask.card).map_or(0, |card| card.help.len());
                let help = (shown.help + 1).min(rungs);
                self.screen = Screen::Card(Shown { help, ..shown });
            }
            (Action::Rate(rating), Screen::Card(shown)) if shown.is_revealed => {
                return self.rate(shown, rating, now);
            }
            (Action::Undo, _) => return self.undo(now),
            (Action::Continue, Screen::Checkpoint) => {
                self.set_baseline();
                self.ask_next(now);
            }
            (Action::Stop, Screen::Checkpoint) => {
                self.screen = Screen::Rest { stopped: true };
            }
            (Action::KeepGoing, Screen::Rest { stopped }) => {
                if stopped {
                    self.set_baseline();
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
        let changed = records.into_iter().flat_map(|(id, record)| self.log.insert(id, record));
        let mut changed = in_order_of_keys(changed.collect());
        changed.dedup();
        for key in &changed {
            self.replay(*key);
        }
        self.settle(now);
        self.read_today();
        let is_changed = |card| changed.iter().any(|key| self.by_key.all(*key).any(|other| other == card));
        match self.screen {
            Screen::Card(shown) if !shown.is_revealed && shown.help == 0 && is_changed(shown.ask.card) => {
                self.ask_next(now);
            }
            Screen::Rest { stopped: false } if !changed.is_empty() => self.ask_next(now),
            _ => {}
        }
    }

    /// Notes that it is `now`: on a new day new cards are due.
    pub fn settle(&mut self, now: Moment) {
        if now.day() == self.today {
            return;
        }
        self.today = now.day();
        // A new day is a new sitting. What was rated can still be taken back.
        self.in_free_practice = false;
        self.read_today();
        self.n_before_sitting = self.rated.len();
        self.baselines.clear();
        self.set_baseline();
        match self.screen {
            Screen::Rest { .. } | Screen::Checkpoint => self.ask_next(now),
            Screen::Card(shown) if !shown.is_revealed && shown.help == 0 => self.ask_next(now),
            Screen::Card(shown) if !shown.is_revealed => {
                let why = self.queue().why(shown.ask.card);
                self.screen = Screen::Card(Shown { ask: Ask { why, ..shown.ask }, ..shown });
            }
            _ => {}
        }
    }

    /// Notes whether ratings reach the store.
    pub fn set_saving(&mut self, saving: Saving) {
        self.saving = saving;
    }

    /// Notes whether ratings reach the store, and how many records in it could not be read.
    pub fn set_stored(&mut self, saving: Saving, n_unreadable: usize) {
        self.saving = saving;
        self.n_unreadable = n_unreadable;
    }

    /// All records known, its own included.
    pub fn log(&self) -> &Log {
        &self.log
    }

    /// Where the learner stands with the whole deck.
    pub fn standing(&self) -> Standing {
        Standing::of(&self.states, &self.model, self.today)
    }

    /// The ratings given in this sitting and not taken back.
    pub(crate) fn n_rated(&self) -> usize {
        self.rated.len().saturating_sub(self.n_before_sitting)
    }

    fn set_baseline(&mut self) {
        self.baselines.push(Baseline { after: self.rated.len(), standing: self.standing() });
    }

    /// The standing at the last checkpoint before this one.
    pub(crate) fn standing_before(&self) -> Standing {
        self.baselines.last().map_or_else(Standing::default, |baseline| baseline.standing)
    }

    pub(crate) fn can_undo(&self) -> bool {
        self.newest().is_some()
    }

    pub(crate) fn queue(&self) -> Queue<'_> {
        Queue::new(&self.states, &self.steps, self.today)
    }

    fn rate(&mut self, shown: Shown, rating: Rating, now: Moment) -> Option<(RecordId, Record)> {
        let card = self.deck.cards.get(shown.ask.card)?;
        let review = Review::new(card.id.key(), now, rating, shown.ask.why.practice())
            .with_help(shown.help)
            .with_time(Took::from_millis(now.at.0 - shown.since.at.0));
        let written = self.write(Record::Review(review));
        self.rated.push(Rated { id: written.0, shown, in_free_practice: self.in_free_practice });
        if self.n_rated().is_multiple_of(CHECKPOINT_EVERY) {
            self.screen = Screen::Checkpoint;
        } else {
            self.ask_next(now);
        }
        Some(written)
    }

    /// Takes back the newest rating and shows its card as it was.
    fn undo(&mut self, now: Moment) -> Option<(RecordId, Record)> {
        let (target, review) = self.newest().map(|(id, review)| (id, *review))?;
        let kept = self.rated.iter().rposition(|rated| rated.id == target);
        let remembered = self.rated.drain(kept.unwrap_or(0)..).next().filter(|rated| rated.id == target);
        self.n_before_sitting = self.n_before_sitting.min(self.rated.len());
        let n_rated = self.rated.len();
        while self.baselines.len() > 1 && self.baselines.last().is_some_and(|last| last.after > n_rated) {
            self.baselines.pop();
        }
        let written = self.write(Record::Undo(target));
        let card = self.by_key.get(review.card)?;
        self.in_free_practice =
            remembered.map_or(review.practice == Practice::Free, |rated| rated.in_free_practice);
        let shown = remembered.map_or_else(|| self.shown_from(card, &review, now), |rated| rated.shown);
        self.screen = Screen::Card(Shown { since: now, ..shown });
        Some(written)
    }

    /// A card as it was when it was rated before the page was loaded.
    fn shown_from(&self, card: usize, review: &Review, now: Moment) -> Shown {
        let why = match review.practice {
            Practice::Free => Why::Free,
            Practice::Scheduled => self.queue().why(card),
        };
        let rungs = self.deck.cards.get(card).map_or(0, |card| card.help.len());
        Shown { ask: Ask { card, why }, is_revealed: true, help: review.help().min(rungs), since: now }
    }

    /// The rating that undo would take back: the newest of this sitting, else the newest of today.
    fn newest(&self) -> Option<(RecordId, &Review)> {
        // One that another window took back is passed over.
        let in_force = |rated: &Rated| Some((rated.id, self.log.review(rated.id)?));
        if let Some(newest) = self.rated.iter().rev().find_map(in_force) {
            return Some(newest);
        }
        let newest = self.by_key.keys().filter_map(|(key, _)| self.rated_today(key).next());
        newest.max_by_key(|(stamp, _)| *stamp).map(|(stamp, review)| (stamp.id, review))
    }

    /// Adds a record of its own.
    fn write(&mut self, record: Record) -> (RecordId, Record) {
        let id = RecordId { writer: self.writer, number: self.n_written };
        self.n_written = self.n_written.saturating_add(1);
        for key in self.log.insert(id, record) {
            self.replay(key);
        }
        self.read_today();
        (id, record)
    }

    fn ask_next(&mut self, now: Moment) {
        let queue = self.queue();
        match if self.in_free_practice { queue.next_in_free_practice() } else { queue.next() } {
            Some(ask) => self.show(ask, now),
            None if self.deck.cards.is_empty() => self.screen = Screen::Empty,
            None => self.screen = Screen::Rest { stopped: false },
        }
    }

    fn show(&mut self, ask: Ask, now: Moment) {
        self.screen = Screen::Card(Shown { ask, is_revealed: false, help: 0, since: now });
    }

    fn replay_all(&mut self) {
        for card in 0..self.states.len() {
            self.replay_card(card);
        }
        self.read_today();
    }

    fn replay(&mut self, key: CardKey) {
        let cards: Vec<usize> = self.by_key.all(key).collect();
        cards.into_iter().for_each(|card| self.replay_card(card));
    }

    /// Computes a card's state from its history.
    fn replay_card(&mut self, card: usize) {
        let history = self.history(card);
        let state = history.iter().fold(CardState::New, |state, (_, review)| {
            self.model.after(&state, review.rating, review.at().day(), review.practice)
        });
        if let Some(place) = self.states.get_mut(card) {
            *place = state;
        }
    }

    /// The reviews of a card under all its names, oldest first.
    fn history(&self, card: usize) -> Vec<(Stamp, Review)> {
        let Some(card) = self.deck.cards.get(card) else { return Vec::new() };
        let ids = std::iter::once(&card.id).chain(&card.was);
        let mut history: Vec<_> = ids.flat_map(|id| self.log.history(id.key())).copied().collect();
        if !card.was.is_empty() {
            history = in_order(history);
        }
        history
    }

    /// The reviews of today, newest first. A clock that was set back has left some in the future.
    fn rated_today(&self, key: CardKey) -> impl Iterator<Item = &(Stamp, Review)> {
        let newest_first = self.log.history(key).iter().rev();
        let until_today = newest_first.skip_while(|(_, review)| review.at().day() > self.today);
        until_today.take_while(|(_, review)| review.at().day() == self.today)
    }

    /// Collects what was rated today.
    fn read_today(&mut self) {
        let mut steps: Vec<(Stamp, Step)> = Vec::new();
        for (key, card) in self.by_key.keys() {
            steps.extend(self.rated_today(key).map(|(stamp, review)| {
                (*stamp, Step { card, rating: review.rating, practice: review.practice })
            }));
        }
        self.steps = in_order(steps).into_iter().map(|(_, step)| step).collect();
    }
}

fn in_order_of_keys(keys: Vec<CardKey>) -> Vec<CardKey> {
    let places = order::by_key(keys.iter().map(|key| u128::from(key.0)));
    order::arrange(keys, places)
}

fn in_order<T>(stamped: Vec<(Stamp, T)>) -> Vec<(Stamp, T)> {
    let places = order::by_key(stamped.iter().map(|(stamp, _)| stamp.rank()));
    order::arrange(stamped, places)
}
