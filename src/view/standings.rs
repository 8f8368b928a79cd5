//! Where the learner stands, as it is shown between cards.

use serde::Serialize;

use crate::deck::{Inline, lasting_text, points_of};
use crate::order;
use crate::schedule::plan::Offer;
use crate::score::{Calibration, Standing};
use crate::session::{Said, Session, WeakPoint};

#[derive(Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Standings<'a> {
    now: Standing,
    before: Standing,
    topics: Vec<TopicView<'a>>,
    weak: Vec<WeakCard<'a>>,
    calibration: Option<Calibration>,
    /// What one more session is for.
    session: Offer,
}

/// A card of which points are left out again and again.
#[derive(Debug, PartialEq, Serialize)]
struct WeakCard<'a> {
    id: &'a str,
    prompt: String,
    readiness: f64,
    points: Vec<&'a [Inline]>,
}

#[derive(Debug, PartialEq, Serialize)]
pub(super) struct TopicView<'a> {
    title: &'a str,
    standing: Standing,
    /// What one more session would add to readiness, from 0 to 1.
    adds: f64,
}

impl Session {
    pub(super) fn standings(&self) -> Standings<'_> {
        Standings {
            now: self.standing(),
            before: self.standing_before(),
            topics: self.topics(),
            weak: self.weak_cards(),
            calibration: self.calibration(),
            session: self.session_here(),
        }
    }

    pub(super) fn topics(&self) -> Vec<TopicView<'_>> {
        let mut of_topics = vec![(Vec::new(), 0.0); self.deck.topics.len()];
        for (card, state) in self.deck.cards.iter().zip(&self.known.states) {
            if let Some((states, _)) = card.topic.and_then(|topic| of_topics.get_mut(topic)) {
                states.push(state);
            }
        }
        for pick in self.sitting() {
            let topic = self.deck.cards.get(pick.card).and_then(|card| card.topic);
            if let Some((_, adds)) = topic.and_then(|topic| of_topics.get_mut(topic)) {
                *adds += pick.adds();
            }
        }
        let topics = self.deck.topics.iter().zip(of_topics);
        let topics = topics.filter(|(_, (states, _))| !states.is_empty());
        let view = topics.map(|(topic, (states, adds))| {
            // Exact far beyond any deck.
            #[allow(clippy::cast_precision_loss)]
            let adds = adds / states.len() as f64;
            let standing = Standing::of(states, &self.known.model, self.ready_on());
            TopicView { title: &topic.title, standing, adds }
        });
        view.collect()
    }

    /// What one more session is for, as far as it is in this deck.
    pub(super) fn session_here(&self) -> Offer {
        let here = self.sitting().into_iter().filter(|pick| pick.card < self.deck.cards.len());
        Offer::of(&here.collect::<Vec<_>>())
    }

    /// The recall that is predicted for a card, from 0 to 1, on the day that counts; unknown for one that was never seen.
    pub(super) fn readiness(&self, card: usize) -> Option<f64> {
        let state = self.known.states.get(card)?;
        state.reviewed()?;
        Some(self.known.model.recall(state, self.ready_on()))
    }

    /// The points of a card that are left out again and again, but for those that were just said.
    pub(super) fn weak_titles(&self, index: usize, said: &[Said]) -> Vec<&[Inline]> {
        let Some(card) = self.deck.cards.get(index) else { return Vec::new() };
        let was_said = |weak: &WeakPoint| {
            let point = said.get(weak.step).and_then(|said| said.points.get(weak.point));
            point.is_some_and(|point| point.was_said() == Some(true))
        };
        let title = |weak: &WeakPoint| Some(points_of(card, weak.step).get(weak.point)?.title.as_slice());
        self.weak_points_of(index).filter(|weak| !was_said(weak)).filter_map(title).collect()
    }

    /// The cards of which points are left out again and again, those with the most misses first.
    fn weak_cards(&self) -> Vec<WeakCard<'_>> {
        const MOST: usize = 5;
        let mut cards: Vec<(usize, usize)> = Vec::new();
        for weak in self.weak_points() {
            match cards.last_mut() {
                Some((card, n_missed)) if *card == weak.card => *n_missed += weak.n_missed,
                _ => cards.push((weak.card, weak.n_missed)),
            }
        }
        let places = order::by_key(cards.iter().map(|(_, n_missed)| u128::MAX - *n_missed as u128));
        let view = |(index, _): (usize, usize)| {
            let card = self.deck.cards.get(index)?;
            Some(WeakCard {
                id: &card.id.0,
                prompt: lasting_text(&card.prompt.title),
                readiness: self.readiness(index).unwrap_or(0.0),
                points: self.weak_titles(index, &[]),
            })
        };
        order::arrange(cards, places).into_iter().filter_map(view).take(MOST).collect()
    }
}
