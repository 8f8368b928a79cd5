//! A card as two sides, for formats that know no more.

use crate::deck::{
    Block, Card, HelpKind, Hole, Inline, ListItem, Number, Passage, Prompt, Task, Variant, print,
};

/// What becomes of the gaps of a prompt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gaps {
    /// They stay.
    Kept,
    /// The one that the card asks for is left open, and the others are filled.
    Asked,
}

/// What is asked. Of a calculation it is the first showing, with a line that says so.
pub(super) fn front(card: &Card, gaps: Gaps) -> Vec<Block> {
    let Prompt { title, quote } = shown_once(card, gaps);
    let mut front = vec![Block::Paragraph { content: title }];
    if !quote.is_empty() {
        front.push(Block::Quote { content: quote });
    }
    if let Task::Choice(options) = &card.task {
        let item = |text: &[Inline]| ListItem { checked: None, content: vec![paragraph(text.to_vec())] };
        let items = options.iter().map(|option| item(&option.text)).collect();
        front.push(Block::List { start: None, items });
    }
    if card.number().is_some_and(|number| !number.inputs.is_empty()) {
        front.push(said("The numbers are an example: in Greenroom they change each time."));
    }
    front
}

/// The prompt with the numbers of its first showing, and its gaps filled but for the one that is asked for.
fn shown_once(card: &Card, gaps: Gaps) -> Prompt {
    let drawn = card.number().map(|number| (number, number.draw(0)));
    card.prompt.filled(&mut |hole| match hole {
        Hole::Gap { text, hint, .. } if gaps == Gaps::Kept => {
            Inline::Gap { text: text.to_owned(), hint: hint.cloned() }
        }
        Hole::Gap { number, hint, .. } if card.gap == Some(number) => {
            text(&format!("[{}]", hint.map_or("…", String::as_str)))
        }
        Hole::Gap { text: words, .. } => text(words),
        Hole::Input(name) => {
            let drawn = drawn.as_ref().and_then(|(number, drawn)| number.text_of(name, drawn));
            text(&drawn.unwrap_or_else(|| name.to_owned()))
        }
    })
}

/// The answer with all that belongs to it. `gaps` tells what the front did.
pub(super) fn back(card: &Card, gaps: Gaps) -> Vec<Block> {
    let mut back = Vec::new();
    if let (Some(gap), Gaps::Asked) = (card.gap, gaps) {
        back.extend(card.prompt.gaps().get(gap).map(|words| said(words)));
    }
    back.extend(card.headline.iter().cloned());
    match &card.task {
        Task::Recall => {}
        Task::Points(points) => back.push(print::points(points)),
        Task::Choice(options) => back.push(print::choice(options)),
        Task::Short(accepted) => back.push(said(&accepted.join(" | "))),
        Task::Number(number) => back.push(said(&answer(number))),
    }
    back.extend(card.notes.iter().cloned());
    push_variants(&card.variants, &mut back);
    for (stage, index) in card.stages.iter().zip(1_usize..) {
        let mut title = vec![text(&format!("Step {index}: "))];
        print::join(&mut title, &stage.title);
        if let Some(minutes) = stage.minutes {
            print::join(&mut title, &[text(&format!(" ({minutes} min)"))]);
        }
        back.push(Block::Heading { content: title });
        push_passage(&stage.passage, &mut back);
        push_variants(&stage.variants, &mut back);
    }
    if !card.pitfalls.is_empty() {
        back.push(Block::Heading { content: vec![text("Pitfalls")] });
        back.extend(card.pitfalls.iter().cloned());
    }
    for section in &card.sections {
        back.push(Block::Heading { content: section.title.clone() });
        back.extend(section.content.iter().cloned());
    }
    back
}

/// The help before the answer.
pub(super) fn help(card: &Card) -> Vec<Block> {
    let mut help = Vec::new();
    for rung in &card.help {
        if rung.kind == HelpKind::Mnemonic {
            help.push(Block::Heading { content: vec![text("Mnemonic")] });
        }
        help.extend(rung.content.iter().cloned());
    }
    help
}

fn push_passage(passage: &Passage, back: &mut Vec<Block>) {
    back.extend(passage.headline.iter().cloned());
    if !passage.points.items.is_empty() {
        back.push(print::points(&passage.points));
    }
    back.extend(passage.notes.iter().cloned());
}

fn push_variants(variants: &[Variant], back: &mut Vec<Block>) {
    for variant in variants {
        back.push(Block::Heading { content: variant.title.clone() });
        push_passage(&variant.passage, back);
    }
}

/// `36000 = 12 * 3000 ± 5%`
fn answer(number: &Number) -> String {
    let drawn = number.draw(0);
    let Some(worked) = number.worked(&drawn) else { return number.to_string() };
    match number.value(&drawn).and_then(|value| amount(value, &number.unit)) {
        Some(value) => format!("{value} = {worked}{}", number.tolerance),
        None => format!("{worked}{}", number.tolerance),
    }
}

/// A number with its unit.
fn amount(value: f64, unit: &str) -> Option<String> {
    let number = rounded(if unit == "%" { value * 100.0 } else { value }.abs())?;
    let sign = if value < 0.0 { "-" } else { "" };
    Some(match unit {
        "" | "%" => format!("{sign}{number}{unit}"),
        "$" | "€" | "£" | "¥" | "₹" => format!("{sign}{unit}{number}"),
        _ => format!("{sign}{number} {unit}"),
    })
}

/// A number to four digits behind the point, if it is of a size that people read. The text of a `f64` would
/// cost the module more bytes than all of this file.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked above")]
fn rounded(value: f64) -> Option<String> {
    const PARTS: u64 = 10_000;
    if !(0.0..1e15).contains(&value) {
        return None;
    }
    let whole = value.trunc();
    let parts = ((value - whole) * 1e4).round() as u64;
    let (whole, parts) = (whole as u64 + parts / PARTS, parts % PARTS);
    let digits = format!("{whole}.{parts:04}");
    Some(digits.trim_end_matches('0').trim_end_matches('.').to_owned())
}

fn text(text: &str) -> Inline {
    Inline::Text { text: text.to_owned() }
}

fn paragraph(content: Vec<Inline>) -> Block {
    Block::Paragraph { content }
}

fn said(words: &str) -> Block {
    paragraph(vec![text(words)])
}
