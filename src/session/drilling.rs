//! A point that is left out again and again, asked on its own.

use super::said::{self, PointSaid, Said};
use super::sitting::{Rated, What};
use super::weak::WeakPoint;
use super::{Screen, Session, took};
use crate::day::Moment;
use crate::deck::PointKey;
use crate::progress::{Drill, How, Record, RecordId, Ticked};

/// The ratings of cards that come before each point that is asked on its own.
const CARDS_BETWEEN: usize = 3;
/// The most points that are asked on their own in a day: they are a reminder, not the practice.
const MOST_A_DAY: usize = 5;

/// A point on the screen.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Drilled {
    /// The card's index in the deck.
    pub(crate) card: usize,
    pub(crate) step: usize,
    pub(crate) point: usize,
    key: PointKey,
    /// How often it was left out of late.
    pub(crate) n_missed: usize,
    /// What was said, once the point is shown.
    pub(crate) said: Option<Said>,
    /// Whether the learner has begun to write.
    pub(super) has_begun: bool,
    /// When it was shown.
    pub(super) since: Moment,
}

impl Drilled {
    /// As it is first shown.
    pub(super) fn new(weak: WeakPoint, now: Moment) -> Self {
        let WeakPoint { card, step, point, key, n_missed, .. } = weak;
        Drilled { card, step, point, key, n_missed, said: None, has_begun: false, since: now }
    }

    pub(super) fn is_untouched(&self) -> bool {
        self.said.is_none() && !self.has_begun
    }
}

impl Session {
    /// The point to ask on its own now, if it is time for one: after every few cards, and when nothing else is left.
    /// Never on the day on which it was asked last.
    pub(super) fn next_drill(&self, is_card_left: bool) -> Option<WeakPoint> {
        let n_drilled = self.known.drilled_today().count();
        let is_time = self.known.n_rated_today() >= CARDS_BETWEEN * (n_drilled + 1);
        if n_drilled >= MOST_A_DAY || (is_card_left && !is_time) || self.weak.all().is_empty() {
            return None;
        }
        let earlier = self.weak.all().iter().filter(|weak| weak.asked < self.known.today);
        // The first of equals: the deck's order decides.
        earlier.copied().reduce(|best, other| if other.n_missed > best.n_missed { other } else { best })
    }

    /// The points that are left out again and again, by card, step and place.
    pub(crate) fn weak_points(&self) -> &[WeakPoint] {
        self.weak.all()
    }

    /// Those of a card.
    pub(crate) fn weak_points_of(&self, card: usize) -> impl Iterator<Item = &WeakPoint> {
        self.weak.of(card)
    }

    /// Stores what came of a point that was asked on its own.
    pub(super) fn drilled(
        &mut self,
        drilled: Drilled,
        was_known: bool,
        now: Moment,
    ) -> Option<(RecordId, Record)> {
        let card = self.deck.cards.get(drilled.card)?;
        let found = drilled
            .said
            .as_ref()
            .and_then(|said| said.points.first())
            .map_or_else(Default::default, |point| point.found);
        let ticked = Ticked { point: drilled.key, found, tick: Some(was_known) };
        let at = self.known.date(drilled.card, now);
        let drill = Drill::new(card.id.key(), at, ticked, took(drilled.since, now));
        let written = self.write(Record::Drill(drill));
        let screen = Screen::Drill(drilled);
        let (what, in_free_practice) = (What::Rating, self.in_free_practice);
        self.sitting.push(Rated { id: written.0, what, screen, in_free_practice });
        self.ask_next(now);
        Some(written)
    }

    /// A point as it was when it was asked before the page was loaded.
    pub(super) fn drill_from(&self, drill: &Drill, now: Moment) -> Option<Drilled> {
        let index = self.known.card(drill.card)?;
        let card = self.deck.cards.get(index)?;
        let key = drill.ticked.point;
        let find = |step| Some((step, said::keys(card, step).iter().position(|other| *other == key)?));
        let (step, point) = (0..said::n_steps(card)).find_map(find)?;
        let n_missed = self.weak.of(index).find(|weak| weak.key == key).map_or(0, |weak| weak.n_missed);
        let found = PointSaid { found: drill.ticked.found, ..PointSaid::default() };
        let said = Said { points: vec![found], ..Said::new(How::Thought, 0) };
        Some(Drilled {
            card: index,
            step,
            point,
            key,
            n_missed,
            said: Some(said),
            has_begun: false,
            since: now,
        })
    }
}
