//! What the learner said, as it is shown beside the answer.

use serde::Serialize;

use crate::deck::{Block, Card, Inline};
use crate::progress::How;
use crate::score::{Coverage, NumberVerdict, Place, Remark, ShortVerdict, Side, Typed, UnitGiven};
use crate::session::{PointSaid, Said, order};

#[derive(Debug, PartialEq, Serialize)]
pub(super) struct SaidView<'a> {
    how: How,
    text: Vec<RunView<'a>>,
    points: Vec<PointSaidView>,
    typed: Option<TypedView<'a>>,
    remark: Option<Remark>,
    add: Vec<usize>,
    pitfalls: Vec<&'a [Block]>,
}

/// A stretch of what was written, with the points whose words it has.
#[derive(Debug, PartialEq, Serialize)]
struct RunView<'a> {
    text: &'a str,
    points: Vec<usize>,
}

#[derive(Debug, PartialEq, Serialize)]
struct PointSaidView {
    found: Coverage,
    said: Option<bool>,
    place: Option<Place>,
}

#[derive(Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
enum TypedView<'a> {
    Short {
        verdict: ShortKind,
        form: Option<usize>,
    },
    Number {
        verdict: NumberKind,
        unit: Option<UnitGiven>,
        times: Option<u32>,
        side: Option<Side>,
        mistake: Option<&'a [Inline]>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
enum ShortKind {
    Right,
    Slip,
    Swapped,
    Initials,
    OtherTerm,
    Wrong,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
enum NumberKind {
    Right,
    Near,
    Mistake,
    OffBy,
    WrongSign,
    WrongUnit,
    Off,
    NoNumber,
}

/// What was said before a step of a card. `add` are the points worth adding next time.
pub(super) fn said<'a>(card: &'a Card, step: usize, said: &'a Said, add: Vec<usize>) -> SaidView<'a> {
    let places = said.has_order(order(card, step)).then(|| said.ranking().places);
    let place = |index: usize| places.as_ref()?.get(index).copied().filter(|place| *place != Place::Missing);
    let points = said.points.iter().enumerate().map(|(index, point)| PointSaidView {
        found: point.found,
        said: point.was_said(),
        place: place(index),
    });
    SaidView {
        how: said.how,
        text: runs(&said.text, &said.points),
        points: points.collect(),
        typed: said.typed.as_ref().map(|typed| typed_view(card, typed)),
        remark: said.remark,
        add,
        pitfalls: said.pitfalls.iter().filter_map(|index| pitfall(&card.pitfalls, *index)).collect(),
    }
}

/// A text cut where the words of points begin and end.
fn runs<'a>(text: &'a str, points: &[PointSaid]) -> Vec<RunView<'a>> {
    let ends = points.iter().flat_map(|point| &point.words).flat_map(|word| [word.start, word.end]);
    let mut cuts: Vec<usize> = Vec::new();
    for end in ends.chain([0, text.len()]) {
        if let Err(place) = cuts.binary_search(&end) {
            cuts.insert(place, end);
        }
    }
    let pairs = cuts.iter().zip(cuts.iter().skip(1));
    let run = |(from, to): (&usize, &usize)| {
        let is_here = |(_, point): &(usize, &PointSaid)| point.words.iter().any(|word| word.contains(from));
        let points = points.iter().enumerate().filter(is_here).map(|(index, _)| index);
        Some(RunView { text: text.get(*from..*to)?, points: points.collect() })
    };
    pairs.filter_map(run).collect()
}

fn typed_view<'a>(card: &'a Card, typed: &Typed) -> TypedView<'a> {
    match typed {
        Typed::Short(verdict) => {
            let (verdict, form) = match *verdict {
                ShortVerdict::Right { form } => (ShortKind::Right, Some(form)),
                ShortVerdict::Slip { form } => (ShortKind::Slip, Some(form)),
                ShortVerdict::Swapped { form } => (ShortKind::Swapped, Some(form)),
                ShortVerdict::Initials { form } => (ShortKind::Initials, Some(form)),
                ShortVerdict::OtherTerm => (ShortKind::OtherTerm, None),
                ShortVerdict::Wrong | ShortVerdict::Empty => (ShortKind::Wrong, None),
            };
            TypedView::Short { verdict, form }
        }
        Typed::Number(verdict) => {
            let mistakes = card.number().map_or(&[][..], |number| &number.mistakes);
            let mistake = |index: usize| mistakes.get(index).map(|mistake| mistake.said.as_slice());
            let (mut unit, mut times, mut side, mut named) = (None, None, None, None);
            let verdict = match *verdict {
                NumberVerdict::Right(given) => {
                    unit = Some(given);
                    NumberKind::Right
                }
                NumberVerdict::Near(given) => {
                    unit = Some(given);
                    NumberKind::Near
                }
                NumberVerdict::Mistake(index) => {
                    named = mistake(index);
                    NumberKind::Mistake
                }
                NumberVerdict::OffBy(factor, on) => {
                    (times, side) = (Some(factor.times()), Some(on));
                    NumberKind::OffBy
                }
                NumberVerdict::WrongSign => NumberKind::WrongSign,
                NumberVerdict::WrongUnit => NumberKind::WrongUnit,
                NumberVerdict::Off => NumberKind::Off,
                NumberVerdict::NoNumber => NumberKind::NoNumber,
            };
            TypedView::Number { verdict, unit, times, side, mistake: named }
        }
    }
}

/// A pitfall by its place, items of lists counted one by one.
fn pitfall(pitfalls: &[Block], index: usize) -> Option<&[Block]> {
    let texts = pitfalls.iter().flat_map(|block| match block {
        Block::List { items, .. } => items.iter().map(|item| item.content.as_slice()).collect(),
        block => vec![std::slice::from_ref(block)],
    });
    texts.into_iter().nth(index)
}
