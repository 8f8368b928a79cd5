//! The answer of a card as it is shown, as far as it has been revealed.

use serde::Serialize;

use crate::deck::{
    Block, Card, Drawn, HelpKind, Inline, Number, Passage, PointOrder, Points, SectionKind, Stage, Task,
    Tolerance, Variant,
};

#[derive(Debug, PartialEq, Serialize)]
pub(super) struct Answer<'a> {
    headline: &'a [Block],
    points: PointsView<'a>,
    short: &'a [String],
    number: Option<NumberView<'a>>,
    notes: &'a [Block],
    variants: Vec<VariantView<'a>>,
    stages: Vec<StageView<'a>>,
    mnemonic: Vec<&'a Block>,
    pitfalls: &'a [Block],
    sections: Vec<SectionView<'a>>,
}

#[derive(Debug, Default, PartialEq, Serialize)]
struct PointsView<'a> {
    ranked: bool,
    items: Vec<PointView<'a>>,
}

#[derive(Debug, PartialEq, Serialize)]
struct PointView<'a> {
    title: &'a [Inline],
    detail: &'a [Block],
}

#[derive(Debug, PartialEq, Serialize)]
struct PassageView<'a> {
    headline: &'a [Block],
    points: PointsView<'a>,
    notes: &'a [Block],
}

#[derive(Debug, PartialEq, Serialize)]
struct VariantView<'a> {
    title: &'a [Inline],
    passage: PassageView<'a>,
}

#[derive(Debug, PartialEq, Serialize)]
struct StageView<'a> {
    title: &'a [Inline],
    minutes: Option<u32>,
    passage: PassageView<'a>,
    variants: Vec<VariantView<'a>>,
}

/// The step that comes next, as the question that its heading is.
#[derive(Debug, PartialEq, Serialize)]
pub(super) struct NextStage<'a> {
    number: usize,
    title: &'a [Inline],
    minutes: Option<u32>,
}

#[derive(Debug, PartialEq, Serialize)]
struct NumberView<'a> {
    value: Option<f64>,
    unit: &'a str,
    tolerance: ToleranceView,
    /// The formula with the numbers of this showing, where there is more to it than the answer.
    worked: Option<String>,
    mistakes: Vec<MistakeView<'a>>,
}

#[derive(Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
enum ToleranceView {
    Exact,
    Within { by: f64, unit: String },
    OrderOfMagnitude,
}

#[derive(Debug, PartialEq, Serialize)]
struct MistakeView<'a> {
    said: &'a [Inline],
    value: Option<f64>,
}

#[derive(Debug, PartialEq, Serialize)]
struct SectionView<'a> {
    kind: SectionKind,
    title: &'a [Inline],
    content: &'a [Block],
}

/// The answer with its first `n_revealed` steps. What belongs to the whole waits for the last.
pub(super) fn answer<'a>(card: &'a Card, drawn: &Drawn, n_revealed: usize) -> Answer<'a> {
    let is_complete = n_revealed >= card.stages.len();
    let when_complete = |blocks: &'a [Block]| if is_complete { blocks } else { &[] };
    let mnemonics = card.help.iter().filter(|rung| is_complete && rung.kind == HelpKind::Mnemonic);
    let sections = card.sections.iter().filter(|_| is_complete);
    Answer {
        headline: &card.headline,
        points: match &card.task {
            Task::Points(list) => points(list),
            _ => PointsView::default(),
        },
        short: match &card.task {
            Task::Short(accepted) => accepted,
            _ => &[],
        },
        number: card.number().map(|number| number_view(number, drawn)),
        notes: when_complete(&card.notes),
        variants: card.variants.iter().map(variant).collect(),
        stages: card.stages.iter().take(n_revealed).map(stage).collect(),
        mnemonic: mnemonics.flat_map(|rung| &rung.content).collect(),
        pitfalls: when_complete(&card.pitfalls),
        sections: sections
            .map(|section| SectionView {
                kind: section.kind,
                title: &section.title,
                content: &section.content,
            })
            .collect(),
    }
}

/// The step after so many.
pub(super) fn next_stage(card: &Card, n_revealed: usize) -> Option<NextStage<'_>> {
    let stage = card.stages.get(n_revealed)?;
    Some(NextStage { number: n_revealed + 1, title: &stage.title, minutes: stage.minutes })
}

fn points(points: &Points) -> PointsView<'_> {
    let items = points.items.iter();
    PointsView {
        ranked: points.order == PointOrder::Ranked,
        items: items.map(|point| PointView { title: &point.title, detail: &point.detail }).collect(),
    }
}

fn passage(passage: &Passage) -> PassageView<'_> {
    PassageView { headline: &passage.headline, points: points(&passage.points), notes: &passage.notes }
}

fn variant(variant: &Variant) -> VariantView<'_> {
    VariantView { title: &variant.title, passage: passage(&variant.passage) }
}

fn stage(stage: &Stage) -> StageView<'_> {
    StageView {
        title: &stage.title,
        minutes: stage.minutes,
        passage: passage(&stage.passage),
        variants: stage.variants.iter().map(variant).collect(),
    }
}

fn number_view<'a>(number: &'a Number, drawn: &Drawn) -> NumberView<'a> {
    let mistakes = number.mistakes.iter();
    NumberView {
        value: number.value(drawn),
        unit: &number.unit,
        tolerance: match &number.tolerance {
            Tolerance::Exact => ToleranceView::Exact,
            Tolerance::Within(by) => ToleranceView::Within { by: by.value(), unit: by.unit().to_owned() },
            Tolerance::OrderOfMagnitude => ToleranceView::OrderOfMagnitude,
        },
        worked: number.worked(drawn),
        mistakes: mistakes
            .map(|mistake| MistakeView { said: &mistake.said, value: mistake.value(drawn) })
            .collect(),
    }
}
