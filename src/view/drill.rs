//! A point that is asked on its own, as it is shown.

use serde::Serialize;

use super::CardFace;
use super::said::{SaidView, said};
use crate::deck::{Block, Inline, Point, points_of};
use crate::session::{Drilled, Session};

#[derive(Debug, PartialEq, Serialize)]
pub(super) struct DrillScreen<'a> {
    card: CardFace<'a>,
    /// The step that the point belongs to.
    step: Option<&'a [Inline]>,
    /// What the point is called; none where that is what is asked.
    title: Option<&'a [Inline]>,
    /// The other points of the card, where one is to be added to them.
    others: Vec<&'a [Inline]>,
    missed: usize,
    answer: Option<PointView<'a>>,
    said: Option<SaidView<'a>>,
}

#[derive(Debug, PartialEq, Serialize)]
struct PointView<'a> {
    title: &'a [Inline],
    detail: &'a [Block],
}

impl Session {
    pub(super) fn drill_screen<'a>(&'a self, drilled: &'a Drilled) -> Option<DrillScreen<'a>> {
        let card = self.deck.cards.get(drilled.card)?;
        let all = points_of(card, drilled.step);
        let point = all.get(drilled.point)?;
        // A point of nothing but its title is asked by what stands beside it.
        let has_detail = !point.detail.is_empty();
        let others =
            |(index, other): (usize, &'a Point)| (index != drilled.point).then_some(other.title.as_slice());
        Some(DrillScreen {
            card: self.face(card),
            step: card.stages.get(drilled.step).map(|stage| stage.title.as_slice()),
            title: has_detail.then_some(&point.title),
            others: if has_detail { Vec::new() } else { all.iter().enumerate().filter_map(others).collect() },
            missed: drilled.n_missed,
            answer: drilled
                .said
                .is_some()
                .then_some(PointView { title: &point.title, detail: &point.detail }),
            said: drilled.said.as_ref().map(|told| said(card, drilled.step, told, Vec::new())),
        })
    }
}
