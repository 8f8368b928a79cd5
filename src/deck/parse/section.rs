//! Level-3 headings: which part of a card they feed.

use crate::deck::model::{HelpKind, SectionKind};
use crate::deck::rich::{Inline, plain_text};

/// The part of a card that a section feeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SectionPlace {
    Help(HelpKind),
    Pitfalls,
    Fold(SectionKind),
    /// `### Step 1: Clarify (2 min)`, with the number that it has been given.
    Stage {
        number: Option<usize>,
    },
    /// `### Variant: Telemedicine`
    Variant,
}

/// What a level-3 heading says.
pub(super) struct SectionHeading {
    pub(super) place: SectionPlace,
    /// The heading without what its place has been read from.
    pub(super) title: Vec<Inline>,
    /// From `(2 min)`, of a stage.
    pub(super) minutes: Option<u32>,
}

/// The headings with a meaning of their own.
const KNOWN: [&str; 7] =
    ["Hint", "Mnemonic", "Pitfalls", "Common mistakes", "Weak answer", "Strong answer", "Variant: …"];

/// The heading with a meaning of its own that this one is nearly.
pub(super) fn meant(content: &[Inline]) -> Option<&'static str> {
    let text = plain_text(content).trim().to_ascii_lowercase();
    let label = text.split_inclusive(':').next().unwrap_or("");
    let is_near = |known: &&&str| {
        let known = known.trim_end_matches(" …").to_ascii_lowercase();
        // A variant is known by its colon, the others have none.
        label != known
            && label.ends_with(':') == known.ends_with(':')
            && label.len().abs_diff(known.len()) <= 2
            && label.get(..4) == known.get(..4)
    };
    KNOWN.iter().find(is_near).copied()
}

/// Whether a heading is `Step` and a number, and no more.
pub(super) fn is_step_without_title(content: &[Inline]) -> bool {
    let text = plain_text(content).to_ascii_lowercase();
    text.trim().strip_prefix("step ").is_some_and(|number| number.trim().parse::<usize>().is_ok())
}

/// Reads a level-3 heading.
pub(super) fn read(content: Vec<Inline>) -> SectionHeading {
    let text = plain_text(&content);
    let lower = text.trim().to_ascii_lowercase();
    let place = match lower.as_str() {
        "hint" => SectionPlace::Help(HelpKind::Hint),
        "mnemonic" => SectionPlace::Help(HelpKind::Mnemonic),
        "pitfalls" | "common mistakes" => SectionPlace::Pitfalls,
        "weak answer" => SectionPlace::Fold(SectionKind::Weak),
        "strong answer" => SectionPlace::Fold(SectionKind::Strong),
        _ => return read_stage_or_variant(content, &lower),
    };
    SectionHeading { place, title: content, minutes: None }
}

fn read_stage_or_variant(content: Vec<Inline>, lower: &str) -> SectionHeading {
    let plain = SectionPlace::Fold(SectionKind::Plain);
    // A label in emphasis is a part of the author's own title.
    let has_label = matches!(content.first(), Some(Inline::Text { text }) if text.contains(':'));
    let Some((label, _)) = lower.split_once(':').filter(|_| has_label) else {
        return SectionHeading { place: plain, title: content, minutes: None };
    };
    let number = label.strip_prefix("step").map(str::trim);
    let place = match (label.trim_end(), number) {
        ("variant", _) => SectionPlace::Variant,
        ("step", _) => SectionPlace::Stage { number: None },
        (_, Some(number)) if number.parse::<usize>().is_ok() => {
            SectionPlace::Stage { number: number.parse().ok() }
        }
        _ => return SectionHeading { place: plain, title: content, minutes: None },
    };
    let title = without_label(content);
    match place {
        SectionPlace::Stage { .. } => {
            let (title, minutes) = without_minutes(title);
            SectionHeading { place, title, minutes }
        }
        _ => SectionHeading { place, title, minutes: None },
    }
}

/// What follows the first colon.
fn without_label(mut title: Vec<Inline>) -> Vec<Inline> {
    if let Some(Inline::Text { text }) = title.first_mut() {
        let rest = text.split_once(':').map_or("", |(_, rest)| rest);
        *text = rest.trim_start().to_owned();
        if text.is_empty() {
            title.remove(0);
        }
    }
    title
}

/// Takes `(2 min)` off the end.
fn without_minutes(mut title: Vec<Inline>) -> (Vec<Inline>, Option<u32>) {
    let Some(Inline::Text { text }) = title.last_mut() else { return (title, None) };
    let Some((before, minutes)) = text.trim_end().strip_suffix(')').and_then(|text| text.rsplit_once('('))
    else {
        return (title, None);
    };
    let number = minutes.trim_end_matches(char::is_alphabetic).trim();
    let unit = minutes.strip_prefix(number).unwrap_or("").trim();
    let minutes = number.parse().ok().filter(|minutes| (1..=600).contains(minutes));
    if minutes.is_none() || !matches!(unit, "min" | "minute" | "minutes") {
        return (title, None);
    }
    *text = before.trim_end().to_owned();
    if text.is_empty() {
        title.pop();
    }
    (title, minutes)
}
