//! Which format a text has: the surest signs are looked for first.

use super::records::{self, Separator};
use super::{Format, anki, brainscape, hashcards, note, passage, plain, table};
use crate::deck::Deck;

/// The format of a text. What shows no sign of any is native: Markdown without cards.
pub(super) fn format(text: &str) -> Format {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let lines = plain::lines(text);
    let mut top = lines.iter().take_while(|line| line.starts_with('#') || line.trim().is_empty());
    if top.any(|line| anki::is_header(line)) {
        return Format::Anki;
    }
    let (is_hashcards, begins) = hashcards::recognize(&lines);
    if is_hashcards && begins {
        return Format::Hashcards;
    }
    if has_header(&lines) {
        return Format::Table;
    }
    let signs = note::signs(&lines);
    let is_note = signs.is_certain && signs.n_cards > 0;
    if !is_note && is_native(text, &lines) {
        return Format::Native;
    }
    if brainscape::recognize(&lines) {
        return Format::Brainscape;
    }
    if is_note {
        return Format::Obsidian;
    }
    let is_table = |separator| table::is_table(text, separator);
    if is_table(Separator::Char('\t')) {
        return Format::Table;
    }
    // Notes without the tag: a fifth of their lines are cards.
    if signs.n_cards > 0 && signs.n_cards * 5 >= signs.n_lines {
        return Format::Obsidian;
    }
    let n_lines = lines.iter().filter(|line| !line.trim().is_empty()).count();
    if is_table(Separator::Char(';'))
        || is_table(Separator::Char(','))
        || n_lines > 1 && is_table(Separator::Dash)
    {
        return Format::Table;
    }
    if is_hashcards { Format::Hashcards } else { Format::Native }
}

/// Whether the first line names the columns of a table.
fn has_header(lines: &[&str]) -> bool {
    let first = lines.iter().find(|line| !line.trim().is_empty());
    let names_columns = |separator| {
        let records =
            first.map(|line| records::read(line, Separator::Char(separator), None)).unwrap_or_default();
        records.first().is_some_and(|record| table::header(&record.fields).is_some())
    };
    ['\t', ';', ','].into_iter().any(names_columns)
}

/// Whether front matter or headings make cards. Underlined headings alone do not count: other formats
/// part their cards with such lines.
fn is_native(text: &str, lines: &[&str]) -> bool {
    const KEYS: [&str; 7] = ["title:", "id:", "language:", "license:", "minutes:", "author:", "facets:"];
    let has_matter = lines.first().is_some_and(|line| line.trim_end() == "---")
        && lines
            .iter()
            .skip(1)
            .take_while(|line| line.trim_end() != "---")
            .any(|line| KEYS.iter().any(|key| line.starts_with(key)));
    let has_heading = || {
        let mut headings = lines.iter().zip(passage::fenced(lines));
        headings.any(|(line, is_fenced)| !is_fenced && line.trim_start_matches(' ').starts_with("## "))
    };
    (has_matter || has_heading()) && !Deck::parse(text, "").0.cards.is_empty()
}
