//! A course of study as the planner sees it: the days, the cards, and what reviews make of memories.

use fsrs::MemoryState;

use super::grid::{Spot, points};
use super::practice_days::PracticeDay;
use super::turn::{Choice, Turn};
use super::{Pace, PracticeDays};
use crate::day::Day;
use crate::schedule::{CardState, Model};

/// What does not depend on prices or minutes, computed once.
#[derive(Debug)]
pub(super) struct Course {
    pub(super) days: PracticeDays,
    /// Asking a card with the memory of each point, after so many days.
    turns: Vec<Vec<Turn<2>>>,
    /// For each day of practice: the places of those on which a review may follow, and the days between.
    after: Vec<Vec<(usize, usize)>>,
    /// For each day of practice: recall on the day of the interview of each point, last updated then.
    idle: Vec<Vec<f32>>,
    pub(super) cards: Vec<Planned>,
}

/// A card, and when it may be asked.
#[derive(Debug)]
pub(super) enum Planned {
    /// Never seen: on any day.
    New(Turn<4>),
    /// Asked today already: it is worth what its memory is.
    Today(Spot),
    /// Seen on a day before.
    Seen(Seen),
}

/// A card seen before today.
#[derive(Debug)]
pub(super) struct Seen {
    /// Recall on the day if it is never asked again.
    pub(super) idle: f32,
    /// The places of the days on which it may be asked next, and what that would come to.
    turns: Vec<(usize, Turn<2>)>,
}

impl Seen {
    /// A card with this memory, `elapsed` days old today.
    pub(super) fn new(
        model: &Model,
        pace: &Pace,
        days: &PracticeDays,
        memory: MemoryState,
        elapsed: u32,
    ) -> Self {
        let places = days.all().first().map(|day| (0, *day)).into_iter().chain(days.after(0));
        let turn = |ahead| Turn::later(model, pace, memory, elapsed.saturating_add(ahead));
        Seen {
            idle: model.recall_after(memory, elapsed.saturating_add(days.horizon)),
            turns: places.map(|(place, day)| (place, turn(day.ahead))).collect(),
        }
    }
}

impl Seen {
    /// When it may be asked next, today first.
    pub(super) fn choices(&self) -> impl Iterator<Item = Choice<'_>> {
        self.turns.iter().map(|(place, turn)| turn.on(*place))
    }
}

impl Planned {
    /// A card as it is today.
    pub(super) fn new(
        model: &Model,
        pace: &Pace,
        days: &PracticeDays,
        state: &CardState,
        today: Day,
    ) -> Self {
        let Some(reviewed) = state.reviewed() else { return Planned::New(Turn::first(model, pace)) };
        match today.since(reviewed.updated()) {
            0 => Planned::Today(Spot::of(reviewed.memory())),
            elapsed => Planned::Seen(Seen::new(model, pace, days, reviewed.memory(), elapsed)),
        }
    }

    /// Recall on the day if it is never asked again. `today` is that of memories updated today.
    pub(super) fn idle(&self, today: &[f32]) -> f32 {
        match self {
            Planned::New(_) => 0.0,
            Planned::Today(spot) => spot.value(today),
            Planned::Seen(seen) => seen.idle,
        }
    }

    /// When it may be asked next, in place of what `choices` held; nothing for a card that was asked today, which
    /// the grid knows. (A list is filled again and again, because making one takes longer than to fill it.)
    pub(super) fn choices<'a>(&'a self, n_days: usize, choices: &mut Vec<Choice<'a>>) {
        choices.clear();
        match self {
            Planned::New(turn) => choices.extend((0..n_days).map(|place| turn.on(place))),
            Planned::Today(_) => {}
            Planned::Seen(seen) => choices.extend(seen.choices()),
        }
    }
}

impl Course {
    /// The course of `cards` over `days`.
    pub(super) fn new(
        model: &Model,
        pace: &Pace,
        days: PracticeDays,
        cards: &[CardState],
        today: Day,
    ) -> Self {
        let turns = |gap| points().map(|memory| Turn::later(model, pace, memory, gap)).collect();
        let planned = cards.iter().map(|card| Planned::new(model, pace, &days, card, today));
        let after = |(place, here): (usize, &PracticeDay)| {
            let gap = |day: PracticeDay| usize::try_from(day.ahead - here.ahead).unwrap_or(usize::MAX);
            days.after(place).map(|(next, day)| (next, gap(day))).collect()
        };
        Course {
            after: days.all().iter().enumerate().map(after).collect(),
            turns: (0..days.horizon).map(turns).collect(),
            idle: (days.all().iter())
                .map(|day| {
                    points().map(|memory| model.recall_after(memory, days.horizon - day.ahead)).collect()
                })
                .collect(),
            cards: planned.collect(),
            days,
        }
    }

    /// Recall on the day of the interview of each point, last updated on the day at a place.
    pub(super) fn idle(&self, place: usize) -> &[f32] {
        self.idle.get(place).map_or(&[], Vec::as_slice)
    }

    /// The next reviews of a point that was last updated on the day at a place, in place of what `choices` held.
    pub(super) fn choices_after<'a>(&'a self, place: usize, point: usize, choices: &mut Vec<Choice<'a>>) {
        choices.clear();
        for (next, gap) in self.after.get(place).into_iter().flatten() {
            if let Some(turn) = self.turns.get(*gap).and_then(|turns| turns.get(point)) {
                choices.push(turn.on(*next));
            }
        }
    }

    /// A card never seen, which stands for all that are.
    pub(super) fn new_card(&self) -> Option<&Planned> {
        self.cards.iter().find(|card| matches!(card, Planned::New(_)))
    }

    /// Seconds that it takes to ask all cards never seen, once.
    pub(super) fn seconds_of_new(&self) -> f32 {
        let seconds = |card: &Planned| match card {
            Planned::New(turn) => turn.on(0).seconds,
            Planned::Today(_) | Planned::Seen(_) => 0.0,
        };
        self.cards.iter().map(seconds).sum()
    }

    /// Cards expected to be recalled on the day if no card is asked any more.
    pub(super) fn recall_idle(&self) -> f64 {
        self.cards.iter().map(|card| f64::from(card.idle(self.idle(0)))).sum()
    }
}
