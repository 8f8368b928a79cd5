//! What the learner said before a part of the answer was shown, and what came of it.

use std::ops::Range;

use super::Shown;
use crate::deck::{Card, PointKey, PointOrder, Task, plain_text, points_of};
use crate::progress::{How, Ticked, Told};
use crate::score::{Coverage, Place, Ranking, Remark, Share, Typed};

/// The most that a list is worth in which a point stands out of order: less than a rating of 5 is suggested for.
const OUT_OF_ORDER: f64 = 0.85;

/// What was said before a step was shown, or before the whole answer where there are no steps.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Said {
    pub(crate) how: How,
    /// What was written.
    pub(crate) text: String,
    /// What came of each of the key points.
    pub(crate) points: Vec<PointSaid>,
    /// What came of an answer of a few words, or of a number.
    pub(crate) typed: Option<Typed>,
    pub(crate) remark: Option<Remark>,
    /// The pitfalls that the answer fell into: their places in the list.
    pub(crate) pitfalls: Vec<usize>,
}

/// What came of a key point.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct PointSaid {
    pub(crate) found: Coverage,
    /// What the learner said about that.
    pub(crate) tick: Option<bool>,
    /// Where it stands in the text, in bytes: the words that matched.
    pub(crate) words: Vec<Range<usize>>,
    /// The order in which it was said, where order is part of the answer.
    pub(crate) rank: Option<usize>,
}

impl PointSaid {
    /// Whether it was said; unknown where the engine was not sure and the learner said nothing.
    pub(crate) fn was_said(&self) -> Option<bool> {
        self.tick.or(self.found.was_said())
    }

    /// What it counts for, from 0 to 1.
    fn credit(&self) -> f64 {
        self.tick.map_or(self.found.credit(), |was_said| if was_said { 1.0 } else { 0.0 })
    }
}

impl Said {
    /// Nothing yet of these points.
    pub(super) fn new(how: How, n_points: usize) -> Self {
        Said {
            how,
            text: String::new(),
            points: vec![PointSaid::default(); n_points],
            typed: None,
            remark: None,
            pitfalls: Vec::new(),
        }
    }

    /// Whether more was said than the engine understood: a long answer in which it finds little, and of which the learner
    /// has not said so. There are more ways to say a point than a deck can list.
    pub(super) fn is_doubtful(&self) -> bool {
        const LONG: usize = 40;
        const LITTLE: f64 = 0.4;
        self.typed.is_none()
            && self.remark.is_none()
            && self.points.iter().all(|point| point.tick.is_none())
            && self.points.iter().any(|point| point.found != Coverage::Unscored)
            && self.text.split_whitespace().count() >= LONG
            && self.share(PointOrder::Any) < LITTLE
    }

    /// Whether anything can be told from it.
    fn is_telling(&self) -> bool {
        self.typed.is_some()
            || self.points.iter().any(|point| point.found != Coverage::Unscored || point.tick.is_some())
    }

    /// How the points stand to their order, as far as they were said. One that the engine did not find has no place.
    pub(crate) fn ranking(&self) -> Ranking {
        let mut said: Vec<(usize, usize)> = Vec::new();
        for (index, point) in self.points.iter().enumerate() {
            if let Some(rank) = point.rank.filter(|_| point.tick != Some(false)) {
                let at = said.partition_point(|(other, _)| *other <= rank);
                said.insert(at, (rank, index));
            }
        }
        Ranking::of(&said.into_iter().map(|(_, index)| Some(index)).collect::<Vec<_>>(), self.points.len())
    }

    /// The pairs of points that were said in their order, as a part of all pairs.
    fn concordance(&self, ranking: &Ranking) -> f64 {
        let n_placed = ranking.places.iter().filter(|place| **place != Place::Missing).count();
        #[allow(clippy::cast_precision_loss)]
        let placed = n_placed as f64 / self.points.len().max(1) as f64;
        // The other half of its credit.
        (2.0 * ranking.credit - placed).clamp(0.0, 1.0)
    }

    /// Whether the order in which the points were said is known, and counts.
    pub(crate) fn has_order(&self, order: PointOrder) -> bool {
        order == PointOrder::Ranked && self.points.iter().any(|point| point.rank.is_some())
    }

    /// How much of it was right, from 0 to 1.
    fn share(&self, order: PointOrder) -> f64 {
        match &self.typed {
            Some(typed) => typed.credit(),
            None => {
                let credits: f64 = self.points.iter().map(PointSaid::credit).sum();
                // A card has at most some dozens of points.
                #[allow(clippy::cast_precision_loss)]
                let found = credits / self.points.len().max(1) as f64;
                if !self.has_order(order) {
                    return found;
                }
                let ranking = self.ranking();
                let share = f64::midpoint(found, self.concordance(&ranking));
                // With a point out of order it is not the answer that was asked for, however many there are.
                if ranking.places.contains(&Place::Wrong) { share.min(OUT_OF_ORDER) } else { share }
            }
        }
    }
}

impl Shown {
    /// Says whether a point was in the answer.
    pub(super) fn tick(&mut self, step: usize, point: usize, was_said: bool) {
        let point = self.said.get_mut(step).and_then(|said| said.points.get_mut(point));
        if let Some(point) = point {
            // Agreeing with the engine is no correction.
            point.tick = Some(was_said).filter(|_| point.found.was_said() != Some(was_said));
        }
    }

    /// How much of the answer was right, from 0 to 1, as far as it was said; unknown where nothing was compared and
    /// nothing ticked. Each step counts the same.
    pub(crate) fn share(&self, card: &Card) -> Option<f64> {
        if !self.said.iter().any(Said::is_telling) {
            return None;
        }
        let shares = self
            .said
            .iter()
            .enumerate()
            .filter(|(step, said)| said.typed.is_some() || !points_of(card, *step).is_empty());
        let (sum, n) =
            shares.fold((0.0, 0.0), |(sum, n), (step, said)| (sum + said.share(order(card, step)), n + 1.0));
        (n > 0.0).then(|| sum / n)
    }
}

/// Whether the order of those points is part of the answer.
pub(crate) fn order(card: &Card, step: usize) -> PointOrder {
    match (card.stages.get(step), &card.task) {
        (Some(stage), _) => stage.passage.points.order,
        (None, Task::Points(points)) => points.order,
        (None, _) => PointOrder::Any,
    }
}

/// The name of a step that its points are known by.
fn step_name(card: &Card, step: usize) -> String {
    card.stages.get(step).map_or_else(String::new, |stage| plain_text(&stage.title))
}

/// The keys of the points of a step, in order.
pub(crate) fn keys(card: &Card, step: usize) -> Vec<PointKey> {
    let name = step_name(card, step);
    points_of(card, step).iter().map(|point| PointKey::new(&name, &plain_text(&point.title))).collect()
}

/// How many steps a card has; one that is not told in steps has one.
pub(crate) fn n_steps(card: &Card) -> usize {
    card.stages.len().max(1)
}

/// What the log keeps of what was said.
pub(super) fn to_told(card: &Card, shown: &Shown, share: Option<f64>) -> Told {
    let ticked = shown.said.iter().enumerate().flat_map(|(step, said)| {
        let points = keys(card, step).into_iter().zip(&said.points);
        points.map(|(point, said)| Ticked { point, found: said.found, tick: said.tick })
    });
    let how = shown.said.iter().map(|said| said.how).min().unwrap_or(How::Thought);
    Told { how, sure: shown.sure, share: share.map(Share::new), points: ticked.collect() }
}

/// What was said before each step, from what the log kept of it; nothing is kept where nothing was said.
pub(super) fn from_told(card: &Card, told: Option<&Told>) -> Vec<Said> {
    let how = told.map_or(How::Thought, |told| told.how);
    let of_step = |step| {
        let points = keys(card, step).into_iter().map(|key| {
            let ticked = told.and_then(|told| told.points.iter().find(|ticked| ticked.point == key));
            ticked.map_or_else(PointSaid::default, |ticked| PointSaid {
                found: ticked.found,
                tick: ticked.tick,
                ..PointSaid::default()
            })
        });
        Said { points: points.collect(), ..Said::new(how, 0) }
    };
    (0..n_steps(card)).map(of_step).collect()
}
