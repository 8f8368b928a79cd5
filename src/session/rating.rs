//! Rating a card, and taking that back: what is written into the log.

use super::said;
use super::screen::Rest;
use super::setup::Mode;
use super::sitting::{Rated, What};
use super::{Screen, Session, Shown};
use crate::day::Moment;
use crate::progress::{Record, RecordId, Review, Took};
use crate::schedule::queue::{Ask, Why};
use crate::schedule::{Practice, Rating};

impl Session {
    pub(super) fn rate(&mut self, shown: Shown, rating: Rating, now: Moment) -> Option<(RecordId, Record)> {
        let card = self.deck.cards.get(shown.ask.card)?;
        let at = self.known.date(shown.ask.card, now);
        let review = Review::new(card.id.key(), at, rating, shown.ask.why.practice())
            .with_help(shown.help)
            .with_time(took(shown.since, now));
        let record = match self.told(card, &shown) {
            Some(told) => Record::Answer(review, told),
            None => Record::Review(review),
        };
        let written = self.write(record);
        let is_checkpoint = self.sitting.push(Rated {
            id: written.0,
            what: What::Rating,
            screen: Screen::Card(shown),
            in_free_practice: self.in_free_practice,
        });
        if self.setup.count == Some(self.n_rated()) {
            self.screen = Screen::Rest(Rest::Stopped);
        } else if is_checkpoint {
            self.screen = Screen::Checkpoint;
        } else {
            self.ask_next(now);
        }
        Some(written)
    }

    /// Takes back the newest record and shows its card as it was.
    pub(super) fn undo(&mut self, now: Moment) -> Option<(RecordId, Record)> {
        let (target, record) = self.newest().map(|(id, record)| (id, record.clone()))?;
        let rated = self.sitting.take_back(target);
        let written = self.write(Record::Undo(target));
        let was_free = record.review().is_some_and(|review| review.practice == Practice::Free);
        self.in_free_practice =
            self.setup.mode == Mode::Free || rated.as_ref().map_or(was_free, |rated| rated.in_free_practice);
        match rated {
            Some(rated) => self.screen = rated.screen,
            None => self.show_again(&record, now),
        }
        match &mut self.screen {
            Screen::Card(shown) => shown.since = now,
            Screen::Drill(drilled) => drilled.since = now,
            _ => {}
        }
        Some(written)
    }

    /// Shows what was rated, or reset, before the page was loaded.
    fn show_again(&mut self, record: &Record, now: Moment) {
        match self.screen_from(record, now) {
            Some(screen) => self.screen = screen,
            None => self.ask_next(now),
        }
    }

    /// A screen as it was when it was rated before the page was loaded. What was written is not kept. There is none for
    /// the whole deck.
    fn screen_from(&self, record: &Record, now: Moment) -> Option<Screen> {
        let (review, told) = match record {
            Record::Review(review) => (review, None),
            Record::Answer(review, told) => (review, Some(told)),
            Record::Drill(drill) => return self.drill_from(drill, now).map(Screen::Drill),
            Record::Reset(reset) => {
                let card = self.known.card(reset.card?)?;
                let why = self.known.queue().why(card);
                return Some(Screen::Card(self.show(Ask { card, why }, now)));
            }
            Record::Undo(_) => return None,
        };
        let index = self.known.card(review.card)?;
        let why = match review.practice {
            Practice::Free => Why::Free,
            Practice::Scheduled => self.why(index),
        };
        let card = self.deck.cards.get(index)?;
        let shown = self.show(Ask { card: index, why }, now);
        let said = said::from_told(card, told);
        let sure = told.and_then(|told| told.sure);
        let n_revealed = self.n_reveals(&shown);
        Some(Screen::Card(Shown {
            n_revealed,
            help: review.help().min(card.help.len()),
            said,
            sure,
            ..shown
        }))
    }

    /// The record that undo would take back: the newest given here, else the newest of today. One that
    /// another window took back is passed over.
    pub(super) fn newest(&self) -> Option<(RecordId, &Record)> {
        let in_force = |rated: &Rated| Some((rated.id, self.log().in_force(rated.id)?));
        self.sitting.newest_first().find_map(in_force).or_else(|| self.known.newest_today())
    }

    /// Adds a record of its own.
    pub(super) fn write(&mut self, record: Record) -> (RecordId, Record) {
        let id = self.next_id();
        self.n_written = self.n_written.saturating_add(1);
        self.insert([(id, record.clone())]);
        (id, record)
    }

    /// The name of the record that it writes next.
    pub(super) fn next_id(&self) -> RecordId {
        RecordId { writer: self.writer, number: self.n_written }
    }

    /// Takes in records, and returns the cards that changed.
    pub(super) fn insert(&mut self, records: impl IntoIterator<Item = (RecordId, Record)>) -> Vec<usize> {
        let records: Vec<_> = records.into_iter().collect();
        let is_all_of_today = records.iter().all(|(_, record)| self.is_of_today(record));
        let changed = self.known.insert(records);
        self.weak.update(&self.deck, &self.known, &changed);
        if is_all_of_today {
            self.note_in_agenda(&changed)
        } else {
            self.plan_anew()
        }
        changed
    }

    /// Whether a record, or the one that it takes back, was written today.
    fn is_of_today(&self, record: &Record) -> bool {
        let meant = match record {
            Record::Undo(target) => self.log().in_force(*target),
            record => Some(record),
        };
        // A reset cuts off what is older.
        let meant = meant.filter(|record| !matches!(record, Record::Reset(_)));
        meant.and_then(Record::at).is_some_and(|at| at.day() == self.known.today)
    }
}

/// How long it took since then.
pub(super) fn took(since: Moment, now: Moment) -> Took {
    Took::from_millis(now.at.0.saturating_sub(since.at.0))
}
