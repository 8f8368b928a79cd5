//! From an answer to what came of it: which points were said, what it is worth, what to add next time.

use super::said::{self, PointSaid, Said};
use super::{Drilled, Screen, Session, Shown};
use crate::day::Moment;
use crate::deck::{Card, points_of};
use crate::progress::{How, Told};
use crate::schedule::Rating;
use crate::score::{Asked, Calibration, Coverage, Evidence, offset_of};

/// The longest answer that is read, in bytes: an hour of speech.
const LONGEST: usize = 60_000;

impl Session {
    /// Shows the answer, or the next step of it, to what was said.
    pub(super) fn reveal(&mut self, how: How, text: String, now: Moment) {
        match &self.screen {
            Screen::Card(shown) if !self.is_complete(shown) => {
                let said = self.said(shown, how, shortened(text));
                let thought = now.at.0.saturating_sub(shown.since.at.0);
                let Screen::Card(shown) = &mut self.screen else { return };
                shown.n_revealed += 1;
                shown.said.push(said);
                shown.thought = shown.thought.or(Some(thought));
            }
            Screen::Drill(drilled) if drilled.said.is_none() => {
                let said = self.said_of_point(drilled, how, shortened(text));
                let Screen::Drill(drilled) = &mut self.screen else { return };
                drilled.said = Some(said);
            }
            _ => {}
        }
    }

    /// What comes of what was said before the next step.
    fn said(&self, shown: &Shown, how: How, text: String) -> Said {
        let step = shown.n_revealed;
        let Some(card) = self.deck.cards.get(shown.ask.card) else { return Said::new(how, 0) };
        let said = Said { text, ..Said::new(how, points_of(card, step).len()) };
        self.examined(said, |text| {
            let asked = Asked::new(card, step, shown.showing, text);
            asked.with_offsets(&self.offsets(card, shown.ask.card, step))
        })
    }

    /// The same for a point that is asked on its own.
    fn said_of_point(&self, drilled: &Drilled, how: How, text: String) -> Said {
        let said = Said { text, ..Said::new(how, 1) };
        let Some(card) = self.deck.cards.get(drilled.card) else { return said };
        self.examined(said, |text| {
            let asked = Asked::new(card, drilled.step, 0, text);
            asked.with_offsets(&self.offsets(card, drilled.card, drilled.step)).only(drilled.point)
        })
    }

    /// Has an answer read, if it was written and there is somebody to read it.
    fn examined(&self, mut said: Said, asked: impl FnOnce(&str) -> Asked) -> Said {
        let examiner =
            self.examiner.as_ref().filter(|_| said.how == How::Written && !said.text.trim().is_empty());
        let Some(examiner) = examiner else { return said };
        let examined = examiner.examine(&asked(&said.text));
        for (point, found) in said.points.iter_mut().zip(examined.points) {
            *point = PointSaid { found: found.coverage, tick: None, words: found.words, rank: found.rank };
        }
        Said { typed: examined.typed, remark: examined.remark, pitfalls: examined.pitfalls, ..said }
    }

    /// How much more than usual must be said of each point of a step, from the learner's corrections.
    fn offsets(&self, card: &Card, index: usize, step: usize) -> Vec<f64> {
        let ticked = self.known.ticked(index);
        let of_point = |key| ticked.iter().filter(move |(_, ticked)| ticked.point == key);
        let offset = |key| offset_of(of_point(key).map(|(_, ticked)| (ticked.found, ticked.tick)));
        said::keys(card, step).into_iter().map(offset).collect()
    }

    /// What the log is to keep of what was said; nothing where nothing was.
    pub(super) fn told(&self, card: &Card, shown: &Shown) -> Option<Told> {
        let share = self.share(card, shown);
        let has_said = shown.said.iter().any(|said| said.how != How::Thought)
            || shown.said.iter().flat_map(|said| &said.points).any(|point| point.tick.is_some());
        (has_said || shown.sure.is_some()).then(|| said::to_told(card, shown, share))
    }

    /// How much of the answer was right, from 0 to 1; unknown where nothing was compared.
    pub(crate) fn share(&self, card: &Card, shown: &Shown) -> Option<f64> {
        match self.options(shown) {
            Some(options) if shown.picked != 0 => Some(options.credit(shown.picked)),
            Some(_) => None,
            None => shown.share(card),
        }
    }

    /// The rating that what was said suggests.
    pub(crate) fn suggested(&self, card: &Card, shown: &Shown) -> Option<Rating> {
        if !self.is_complete(shown) || shown.said.iter().any(Said::is_doubtful) {
            return None;
        }
        let minutes =
            card.stages.iter().filter_map(|stage| stage.minutes).reduce(|sum, minutes| sum + minutes);
        let is_long = !points_of(card, 0).is_empty();
        let minutes = minutes.or(self.deck.minutes.filter(|_| is_long));
        let evidence = Evidence {
            share: self.share(card, shown)?,
            help: shown.help,
            seconds: seconds(shown.thought?),
            expected: minutes.map(|minutes| f64::from(minutes) * 60.0),
        };
        Some(evidence.rating())
    }

    /// How sure the learner was of the cards of this deck, and how right; nothing until there is enough to say.
    pub(crate) fn calibration(&self) -> Option<Calibration> {
        let told = (0..self.deck.cards.len()).flat_map(|card| self.known.told(card));
        let calibration = Calibration::of(told.filter_map(|(_, told)| Some((told.sure?, told.share?))));
        calibration.is_telling().then_some(calibration)
    }

    /// The points of a step that are worth adding next time: those that are left out again and again first, then in the
    /// deck's order. One or two; none where nothing was read or all was said.
    pub(crate) fn worth_adding(&self, shown: &Shown, step: usize) -> Vec<usize> {
        const MOST: usize = 2;
        let Some(said) = shown.said.get(step) else { return Vec::new() };
        if said.points.iter().all(|point| point.found == Coverage::Unscored && point.tick.is_none()) {
            return Vec::new();
        }
        let weak: Vec<_> =
            self.weak.of(shown.ask.card).filter(|weak| weak.step == step).map(|weak| weak.point).collect();
        let is_missing =
            |index: &usize| said.points.get(*index).is_some_and(|point| point.was_said() == Some(false));
        let others = (0..said.points.len()).filter(|index| !weak.contains(index));
        weak.iter().copied().chain(others).filter(is_missing).take(MOST).collect()
    }
}

/// A clock that went back counts as no time.
fn seconds(millis: i64) -> f64 {
    // Exact for 285,000 years.
    #[allow(clippy::cast_precision_loss)]
    let millis = millis.max(0) as f64;
    millis / 1000.0
}

/// An answer of bearable length, cut between two characters.
fn shortened(mut text: String) -> String {
    if text.len() > LONGEST {
        let end = (0..=LONGEST).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
        text.truncate(end);
    }
    text
}
