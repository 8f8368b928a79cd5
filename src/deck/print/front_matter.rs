//! Front matter: what a deck says about itself in `key: value` lines.

use crate::deck::model::Deck;

/// The front matter of a deck. Its title always stands there: without it the first topic would give it, and
/// might be no topic any more.
pub(super) fn print(deck: &Deck) -> String {
    let mut out = "---\n".to_owned();
    let mut line = |key: &str, value: &str| {
        out.push_str(&format!("{key}: {}", quoted(value)));
        out.push('\n');
    };
    line("title", if deck.title.is_empty() { " " } else { &deck.title });
    let minutes = deck.minutes.map(|minutes| minutes.to_string());
    let lines = [
        ("id", Some(&deck.id.0)),
        ("language", Some(&deck.language)),
        ("author", deck.author.as_ref()),
        ("license", deck.license.as_ref()),
        ("minutes", minutes.as_ref()),
    ];
    for (key, value) in lines {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            line(key, value);
        }
    }
    if !deck.facets.is_empty() {
        out.push_str("facets:\n");
    }
    for facet in &deck.facets {
        out.push_str(&format!("  {}: {}\n", quoted(&facet.name), quoted(&facet.question)));
    }
    out.push_str("---\n");
    out
}

/// A value in quotation marks where this parser or other readers of YAML need them. It has one line.
fn quoted(value: &str) -> String {
    let value = value.replace(['\n', '\r'], " ");
    let is_special = value
        .starts_with(|c: char| c.is_ascii_punctuation() && !matches!(c, '(' | '/' | '.' | '$'))
        || value.trim() != value
        || value.contains(": ")
        || value.contains(" #")
        || value.ends_with(':');
    if !is_special {
        return value;
    }
    let mark = if value.contains(['"', '\\']) && !value.contains('\'') { '\'' } else { '"' };
    format!("{mark}{value}{mark}")
}
