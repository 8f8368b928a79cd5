//! What is known of a deck's cards: the log, and what follows from it today.

use std::borrow::Cow;

use crate::day::{Day, Moment};
use crate::deck::{ByKey, CardKey, Deck};
use crate::order;
use crate::progress::{Log, Record, RecordId, Reset, Review, Stamp, Ticked, Told};
use crate::schedule::fit::History;
use crate::schedule::plan::{Pace, Timed};
use crate::schedule::queue::{Queue, Step};
use crate::schedule::{Asked, CardState, Model, Practice, Rating};

/// What is known of the cards of a deck.
#[derive(Debug)]
pub(crate) struct Known {
    log: Log,
    /// The keys of each card, its own first and then its former ones.
    keys: Vec<Vec<CardKey>>,
    /// The cards of each key. A card's own key wins over another's former one.
    by_key: ByKey,
    pub(crate) model: Model,
    pub(crate) today: Day,
    /// Each card's state, in the order of the deck.
    pub(crate) states: Vec<CardState>,
    /// What was rated today, in order.
    steps: Vec<Step>,
    /// Seconds of practice today, as far as they were measured.
    pub(super) used_today: u32,
}

impl Known {
    /// What `log` says of the cards of `deck`.
    pub(super) fn new(deck: &Deck, log: Log, today: Day) -> Self {
        let keys_of = |card: &crate::deck::Card| {
            std::iter::once(&card.id).chain(&card.was).map(|id| id.key()).collect::<Vec<_>>()
        };
        let keys: Vec<_> = deck.cards.iter().map(keys_of).collect();
        let cards = || keys.iter().enumerate();
        let own = cards().filter_map(|(card, keys)| Some((*keys.first()?, card)));
        let former = cards().flat_map(|(card, keys)| keys.iter().skip(1).map(move |key| (*key, card)));
        let mut known = Known {
            log,
            by_key: ByKey::new(own.chain(former).collect()),
            states: vec![CardState::New; keys.len()],
            keys,
            model: Model::default(),
            today,
            steps: Vec::new(),
            used_today: 0,
        };
        (0..known.states.len()).for_each(|card| known.replay(card));
        known.read_today();
        known
    }

    /// Takes in records, and returns the cards that changed.
    pub(super) fn insert(&mut self, records: impl IntoIterator<Item = (RecordId, Record)>) -> Vec<usize> {
        let keys = records.into_iter().flat_map(|(id, record)| self.log.insert(id, record));
        let cards: Vec<CardKey> = keys.collect();
        let cards = cards.into_iter().flat_map(|key| self.by_key.all(key)).collect();
        let cards = without_doubles(cards);
        cards.iter().for_each(|card| self.replay(*card));
        self.read_today();
        cards
    }

    /// Predicts by another model from now on.
    pub(super) fn set_model(&mut self, model: Model) {
        self.model = model;
        (0..self.states.len()).for_each(|card| self.replay(card));
    }

    /// The reviews of all cards, as far as the memory model looks at them.
    pub(super) fn reviews(&self) -> History {
        let mut history = History::default();
        for card in 0..self.states.len() {
            history.add(self.history(card).iter().map(|(_, review)| asked(review)));
        }
        history
    }

    /// Moves on to another day.
    pub(super) fn set_today(&mut self, today: Day) {
        self.today = today;
        self.read_today();
    }

    /// The order of the cards from here on.
    pub(crate) fn queue(&self) -> Queue<'_> {
        Queue::new(&self.states, &self.steps, self.today)
    }

    /// All records.
    pub(super) fn log(&self) -> &Log {
        &self.log
    }

    /// Each card's state as it was when the day began.
    pub(super) fn states_this_morning(&self) -> Vec<CardState> {
        let mut states = self.states.clone();
        for step in &self.steps {
            let history = self.history(step.card);
            let reviews = history.iter().map(|(_, review)| asked(review));
            let earlier = reviews.filter(|(day, ..)| *day < self.today);
            if let Some(place) = states.get_mut(step.card) {
                *place = self.model.replay(earlier);
            }
        }
        states
    }

    /// The reviews of all days before today, by card, as a pace is learned from them.
    pub(super) fn timed(&self) -> impl Iterator<Item = Timed> {
        let of_card = |card| {
            let history = self.history(card).into_owned();
            let earlier = history.into_iter().filter(|(_, review)| review.at().day() < self.today);
            earlier.enumerate().map(|(n, (_, review))| Timed {
                rating: review.rating,
                seconds: review.took.seconds(),
                is_first: n == 0,
            })
        };
        (0..self.states.len()).flat_map(of_card)
    }

    /// The ratings of a card, oldest first.
    pub(crate) fn ratings(&self, card: usize) -> Vec<Asked> {
        let asked = |(_, review): &(Stamp, Review)| Asked {
            day: review.at().day(),
            rating: review.rating,
            seconds: review.took.seconds(),
        };
        self.history(card).iter().map(asked).collect()
    }

    /// The card that a key belongs to.
    pub(super) fn card(&self, key: CardKey) -> Option<usize> {
        self.by_key.get(key)
    }

    /// How often a card was rated.
    pub(super) fn n_reviews(&self, card: usize) -> usize {
        self.of_card(card, Log::history).count()
    }

    /// The newest record of today that can be taken back.
    pub(super) fn newest_today(&self) -> Option<(RecordId, &Record)> {
        let rated = self.by_key.keys().filter_map(|(key, card)| self.rated_today(key, card).next());
        let rated = rated.map(|(stamp, _)| *stamp);
        let newest = rated.chain(self.drilled_today()).chain(self.reset_today()).max()?;
        Some((newest.id, self.log.in_force(newest.id)?))
    }

    /// When each of the points was asked that were asked on their own today.
    pub(super) fn drilled_today(&self) -> impl Iterator<Item = Stamp> {
        let drills = self.by_key.keys().flat_map(|(key, card)| {
            let reset = self.last_reset(card);
            self.log.drills(key).iter().filter(move |(stamp, _)| Some(*stamp) > reset)
        });
        drills.filter(|(_, drill)| drill.at().day() == self.today).map(|(stamp, _)| *stamp)
    }

    /// When cards of the deck, or all of it, were reset today.
    fn reset_today(&self) -> impl Iterator<Item = Stamp> {
        let is_here = |reset: &Reset| reset.card.is_none_or(|card| self.by_key.get(card).is_some());
        let today = self.log.resets().filter(move |(_, reset)| reset.at().day() == self.today);
        today.filter(move |(_, reset)| is_here(reset)).map(|(stamp, _)| stamp)
    }

    /// How often cards were rated today.
    pub(super) fn n_rated_today(&self) -> usize {
        self.steps.len()
    }

    /// What was said of a card before its ratings, under all its keys, oldest first.
    pub(crate) fn told(&self, card: usize) -> impl Iterator<Item = &(Stamp, Told)> {
        self.of_card(card, Log::told)
    }

    /// Each point of a card that was ticked or asked on its own, with when that was, oldest first.
    pub(super) fn ticked(&self, card: usize) -> Vec<(Stamp, Ticked)> {
        let told =
            self.told(card).flat_map(|(stamp, told)| told.points.iter().map(|ticked| (*stamp, *ticked)));
        let drills = self.of_card(card, Log::drills);
        in_order(told.chain(drills.map(|(stamp, drill)| (*stamp, drill.ticked))).collect())
    }

    /// The learner's day on which a record was written.
    pub(super) fn day_of(&self, stamp: Stamp) -> Day {
        self.log.in_force(stamp.id).and_then(Record::at).map_or(self.today, Moment::day)
    }

    fn keys(&self, card: usize) -> &[CardKey] {
        self.keys.get(card).map_or(&[], Vec::as_slice)
    }

    /// Computes a card's state from its history.
    fn replay(&mut self, card: usize) {
        let history = self.history(card);
        let state = self.model.replay(history.iter().map(|(_, review)| asked(review)));
        if let Some(place) = self.states.get_mut(card) {
            *place = state;
        }
    }

    /// The reviews of a card under all its keys, oldest first.
    fn history(&self, card: usize) -> Cow<'_, [(Stamp, Review)]> {
        match self.keys(card) {
            // What came before a reset is not there.
            [key] => Cow::Borrowed(self.log.history(*key)),
            _ => Cow::Owned(in_order(self.of_card(card, Log::history).copied().collect())),
        }
    }

    /// What the log has of a card under all its keys. A reset of one of them is one of the card.
    fn of_card<'a, T: 'a>(
        &'a self,
        card: usize,
        of_key: impl Fn(&'a Log, CardKey) -> &'a [(Stamp, T)],
    ) -> impl Iterator<Item = &'a (Stamp, T)> {
        let reset = self.last_reset(card);
        let entries = self.keys(card).iter().flat_map(move |key| of_key(&self.log, *key));
        entries.filter(move |(stamp, _)| Some(*stamp) > reset)
    }

    /// When a record of a card is to be dated that is written now.
    pub(super) fn date(&self, card: usize, now: Moment) -> Moment {
        Log::date_after(self.last_reset(card), now)
    }

    fn last_reset(&self, card: usize) -> Option<Stamp> {
        self.keys(card).iter().filter_map(|key| self.log.last_reset(*key)).max()
    }

    /// The reviews of today, newest first. A clock that was set back has left some in the future.
    fn rated_today(&self, key: CardKey, card: usize) -> impl Iterator<Item = &(Stamp, Review)> {
        let reset = self.last_reset(card);
        let newest_first = self.log.history(key).iter().rev();
        let newest_first = newest_first.take_while(move |(stamp, _)| Some(*stamp) > reset);
        let until_today = newest_first.skip_while(|(_, review)| review.at().day() > self.today);
        until_today.take_while(|(_, review)| review.at().day() == self.today)
    }

    /// Collects what was rated today, and how long that took.
    fn read_today(&mut self) {
        let mut steps: Vec<(Stamp, Step)> = Vec::new();
        let mut used = 0;
        for (key, card) in self.by_key.keys() {
            for (stamp, review) in self.rated_today(key, card) {
                let (rating, practice) = (review.rating, review.practice);
                steps.push((*stamp, Step { card, rating, practice }));
                used += review.took.seconds().map_or(0, Pace::counted);
            }
            let drills = self.log.drills(key).iter().filter(|(_, drill)| drill.at().day() == self.today);
            used += drills.filter_map(|(_, drill)| drill.took.seconds()).map(Pace::counted).sum::<u32>();
        }
        self.steps = in_order(steps).into_iter().map(|(_, step)| step).collect();
        self.used_today = used;
    }
}

/// What the memory model looks at in a review.
pub(super) fn asked(review: &Review) -> (Day, Rating, Practice) {
    (review.at().day(), review.rating, review.practice)
}

fn without_doubles(cards: Vec<usize>) -> Vec<usize> {
    let places = order::by_key(cards.iter().map(|card| *card as u128));
    let mut cards = order::arrange(cards, places);
    cards.dedup();
    cards
}

fn in_order<T>(stamped: Vec<(Stamp, T)>) -> Vec<(Stamp, T)> {
    let places = order::by_key(stamped.iter().map(|(stamp, _)| stamp.rank()));
    order::arrange(stamped, places)
}
