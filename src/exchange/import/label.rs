//! The labels of an answer, such as `Common pitfalls:`, and what they are about.

/// What a label is about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// It says what something is: the headline.
    Purpose,
    Mnemonic,
    Pitfalls,
    Other,
}

/// What a label is about.
pub(super) fn kind(label: &str) -> Kind {
    let base = base(label);
    let is = |names: &[&str]| names.iter().any(|name| eq(base, name));
    if is_mnemonic(label) {
        Kind::Mnemonic
    } else if contains(base, "pitfall") || contains(base, "mistake") {
        Kind::Pitfalls
    } else if is(&["purpose", "definition", "definitions", "answer", "short answer"]) {
        Kind::Purpose
    } else {
        Kind::Other
    }
}

/// Whether a label is one of those that help to remember.
pub(super) fn is_mnemonic(label: &str) -> bool {
    ["memory device", "memory aid", "mnemonic", "hook"].iter().any(|name| eq(base(label), name))
}

/// Whether a label is one of terms rather than of the thing that is asked about.
pub(super) fn is_definitions(label: &str) -> bool {
    contains(base(label), "definition")
}

/// A label without what it says in parentheses.
pub(super) fn base(label: &str) -> &str {
    label.split_once('(').map_or(label, |(base, _)| base).trim()
}

/// Whether two texts are the same but for capitals.
pub(super) fn eq(text: &str, other: &str) -> bool {
    text.eq_ignore_ascii_case(other)
}

/// Whether a text has a word in it, whatever its capitals.
pub(super) fn contains(text: &str, word: &str) -> bool {
    text.as_bytes().windows(word.len()).any(|found| found.eq_ignore_ascii_case(word.as_bytes()))
}

/// A label that is known even with text behind it, and that text.
pub(super) fn known_label(text: &str) -> Option<(&str, &str)> {
    const KNOWN: [&str; 17] = [
        "Purpose",
        "Definition",
        "Definitions",
        "Elaboration",
        "Explanation",
        "Example",
        "Examples",
        "Pitfalls",
        "Common pitfalls",
        "Relevant pitfalls",
        "Common mistakes",
        "Memory device",
        "Memory aid",
        "Mnemonic",
        "Hook",
        "Answer",
        "Short answer",
    ];
    const LONGEST: usize = 80;
    let head = text.char_indices().nth(LONGEST).map_or(text, |(at, _)| text.get(..at).unwrap_or(text));
    let (label, rest) = head.split_once(':')?;
    let is_known = KNOWN.iter().any(|known| eq(known, base(label)));
    let is_capital = label.starts_with(|c: char| c.is_ascii_uppercase());
    let is_apart = rest.is_empty() || rest.starts_with(' ');
    let whole = text.get(label.len() + 1..).unwrap_or("").trim();
    (is_known && is_capital && is_apart).then_some((label, whole))
}
