//! Anki's export as text: header lines that begin with `#`, then rows of fields.

use super::block::Block;
use super::draft;
use super::plain::{self, fold};
use super::records::{self, Record, Separator};
use super::report::{Report, excerpt};
use super::table::{self, Column};
use super::{Format, Import, cloze, html};

/// What the header lines say.
#[derive(Default)]
struct Header {
    separator: Option<Separator>,
    is_html: Option<bool>,
    names: Option<String>,
    notetype: String,
    deck: String,
    notetype_column: Option<usize>,
    deck_column: Option<usize>,
    tags_column: Option<usize>,
    guid_column: Option<usize>,
    /// How many lines it takes.
    n_lines: usize,
}

const KEYS: [&str; 9] = [
    "separator",
    "html",
    "tags",
    "columns",
    "notetype",
    "deck",
    "notetype column",
    "deck column",
    "tags column",
];

/// Whether a line is one of Anki's header lines.
pub(super) fn is_header(line: &str) -> bool {
    entry(line).is_some_and(|(key, _)| {
        KEYS.iter().chain(&["guid column"]).any(|known| known.eq_ignore_ascii_case(key))
    })
}

fn entry(line: &str) -> Option<(&str, &str)> {
    line.strip_prefix('#')?.split_once(':')
}

impl Header {
    fn read(lines: &[&str], report: &mut Report) -> Self {
        let mut header = Header::default();
        let top = lines.iter().take_while(|line| line.starts_with('#') || line.trim().is_empty());
        for (index, line) in top.enumerate() {
            header.n_lines = index + 1;
            // Lines without a key are comments.
            let Some((key, value)) = entry(line).filter(|_| is_header(line)) else { continue };
            let is = |known: &str| key.eq_ignore_ascii_case(known);
            let column = || value.trim().parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            let mut is_understood = true;
            if is("separator") {
                header.separator = separator(value);
                is_understood = header.separator.is_some();
            } else if is("html") {
                header.is_html = Some(value.trim().eq_ignore_ascii_case("true"));
            } else if is("columns") {
                header.names = Some(value.to_owned());
            } else if is("notetype") {
                header.notetype = fold(value);
            } else if is("deck") {
                header.deck = fold(value);
            } else if is("notetype column") {
                header.notetype_column = column();
                is_understood = header.notetype_column.is_some();
            } else if is("deck column") {
                header.deck_column = column();
                is_understood = header.deck_column.is_some();
            } else if is("tags column") {
                header.tags_column = column();
                is_understood = header.tags_column.is_some();
            } else if is("guid column") {
                header.guid_column = column();
                is_understood = header.guid_column.is_some();
            }
            if !is_understood {
                report.add(
                    index + 1,
                    format!("the header line `{}` is not understood: it is ignored", excerpt(line)),
                );
            }
        }
        header
    }

    /// What each of `n` columns holds.
    fn columns(&self, n: usize, separator: Separator) -> Vec<Column> {
        let names = self.names.as_deref().map(|names| records::read(names, separator, None));
        let names =
            names.and_then(|names| names.into_iter().next()).map(|record| record.fields).unwrap_or_default();
        let mut n_fields = 0;
        let column = |place| {
            let is = |column: Option<usize>| column == Some(place);
            if is(self.deck_column) {
                return Column::Topic;
            } else if is(self.tags_column) {
                return Column::Tags;
            } else if is(self.guid_column) {
                return Column::Id;
            } else if is(self.notetype_column) {
                return Column::Nothing;
            }
            n_fields += 1;
            match (table::unnamed(n_fields - 1), names.get(place).map(|name| fold(name))) {
                (Column::Section(_), Some(name)) if !name.is_empty() => Column::Section(name),
                (column, _) => column,
            }
        };
        (0..n).map(column).collect()
    }
}

fn separator(value: &str) -> Option<Separator> {
    const NAMES: [(&str, char); 6] =
        [("comma", ','), ("semicolon", ';'), ("tab", '\t'), ("space", ' '), ("pipe", '|'), ("colon", ':')];
    let named = NAMES.iter().find(|(name, _)| name.eq_ignore_ascii_case(value.trim())).map(|(_, c)| *c);
    let mut chars = value.chars();
    let own =
        || chars.next().filter(|c| !matches!(c, '"' | '\r' | '\n') && value.trim_end().len() <= c.len_utf8());
    named.or_else(own).map(Separator::Char)
}

pub(super) fn import(text: &str, name: &str) -> Import {
    let lines = plain::lines(text);
    let mut report = Report::default();
    let header = Header::read(&lines, &mut report);
    // Blank lines keep the numbers of the rows right.
    let body = "\n".repeat(header.n_lines) + &lines.get(header.n_lines..).unwrap_or_default().join("\n");
    let separator = header.separator.or_else(|| table::separator(&body)).unwrap_or(Separator::Char('\t'));
    let mut rows = records::read(&body, separator, Some(&mut report));
    let width = rows.first().map_or(0, |row| row.fields.len());
    for row in rows.iter().filter(|row| row.fields.len() > width) {
        let why = format!(
            "{} fields where the first row has {width}: those beyond are kept as sections",
            row.fields.len(),
        );
        report.add(row.line, why);
    }
    let longest = rows.iter().map(|row| row.fields.len()).max().unwrap_or(0);
    let columns = header.columns(longest, separator);
    report_reversed(&header, &rows, &mut report);
    let title = settle_decks(&header, &mut rows);

    let is_html = header.is_html.unwrap_or_else(|| looks_like_html(&body));
    let mut notes = Vec::new();
    let mut drafts = table::drafts(&rows, &columns, &mut report, |field, row| {
        let field = without_sounds(field, &mut |why| notes.push((row.line, why)));
        if is_html {
            html::blocks(&field, &mut |why| notes.push((row.line, why)))
        } else {
            plain::blocks(&field)
        }
    });
    hide_words(&rows, &columns, is_html, &mut drafts);
    for (line, why) in notes {
        report.add(line, why);
    }
    let topic = header.deck.rsplit_once("::").map(|(_, last)| fold(last));
    for draft in drafts.iter_mut().filter(|draft| draft.topic.is_empty()) {
        draft.topic = topic.clone().filter(|_| header.deck_column.is_none()).unwrap_or_default();
    }
    draft::finish(Format::Anki, &title, name, drafts, report)
}

/// The title: what all decks have in common. A deck's own name stays in its column as the topic.
fn settle_decks(header: &Header, rows: &mut [Record]) -> String {
    let Some(column) = header.deck_column else {
        let title = header.deck.rsplit_once("::").map_or(header.deck.as_str(), |(title, _)| title);
        return title.replace("::", ": ");
    };
    let whole = |row: &Record| fold(row.field(column));
    let first = rows.first().map(whole).unwrap_or_default();
    let root = first.split("::").next().unwrap_or("").to_owned();
    if rows.iter().any(|row| whole(row).split("::").next() != Some(&root)) {
        return String::new();
    }
    // A deck with no other beside it or inside it is the title alone.
    for field in
        rows.iter_mut().filter_map(|row| row.fields.get_mut(column)).filter(|field| fold(field) == root)
    {
        field.clear();
    }
    root
}

fn report_reversed(header: &Header, rows: &[Record], report: &mut Report) {
    const WORD: &str = "reversed";
    let is_reversed = |name: &str| {
        name.as_bytes().windows(WORD.len()).any(|word| word.eq_ignore_ascii_case(WORD.as_bytes()))
    };
    let own = |row: &&Record| header.notetype_column.is_some_and(|column| is_reversed(row.field(column)));
    let first = rows.iter().find(own).or_else(|| rows.first().filter(|_| is_reversed(&header.notetype)));
    if let Some(row) = first {
        report.add(row.line, "notes with a reversed card: each becomes one card, from front to back");
    }
}

/// Turns the prompts that hide words into the native form.
fn hide_words(rows: &[Record], columns: &[Column], is_html: bool, drafts: &mut [draft::Draft]) {
    let Some(column) = columns.iter().position(|column| *column == Column::Prompt) else { return };
    let mut rows = rows.iter();
    for draft in drafts {
        let Some(row) = rows.find(|row| row.line == draft.line) else { return };
        if !cloze::is_anki(row.field(column)) {
            continue;
        }
        let (field, count) = cloze::mark_anki(&without_sounds(row.field(column), &mut |_| {}));
        let mut prompt = if is_html { html::blocks(&field, &mut |_| {}) } else { plain::blocks(&field) };
        for block in &mut prompt {
            if let Block::Text(text) | Block::Item { text, .. } = block {
                *text = cloze::unmark(text);
            }
        }
        if count > 0 {
            (draft.prompt, draft.n_deletions) = (prompt, count);
        }
    }
}

fn looks_like_html(text: &str) -> bool {
    const SIGNS: [&str; 10] = ["<br", "<div", "<b>", "<i>", "<p>", "<ul>", "<li>", "<span", "<img", "&nbsp;"];
    SIGNS.iter().any(|sign| text.contains(sign))
}

/// A field without its `[sound:…]` marks, each of which is noted.
fn without_sounds(field: &str, note: &mut impl FnMut(String)) -> String {
    const MARK: &str = "[sound:";
    let mut out = String::with_capacity(field.len());
    let mut rest = field;
    while let Some((before, after)) = rest.split_once(MARK) {
        let Some((file, behind)) = after.split_once(']') else { break };
        out.push_str(before);
        note(format!("the sound `{}` is left out", excerpt(file)));
        rest = behind;
    }
    out + rest
}
