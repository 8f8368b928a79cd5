//! Delimited text: what people copy out of Quizlet or a spreadsheet.

use super::block::Block;
use super::draft::{self, Draft};
use super::plain::{self, fold};
use super::records::{self, Record, Separator};
use super::report::{Report, excerpt};
use super::{Format, Import};
use crate::exchange::escape;

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Prompt,
    Answer,
    Topic,
    Tags,
    Id,
    /// A section of this title.
    Section(String),
    /// Something that only its own program has a use for.
    Nothing,
}

pub(super) fn import(text: &str, name: &str) -> Import {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut report = Report::default();
    let occurs = |separator: &Separator| separator.occurs_in(text);
    let separator = separator(text).or_else(|| candidates().into_iter().find(occurs));
    let separator = separator.unwrap_or(Separator::Char('\t'));
    let mut rows = records::read(text, separator, Some(&mut report));
    let header = rows.first().and_then(|row| header(&row.fields));
    let columns = match header {
        Some(columns) => {
            let head = rows.remove(0);
            if head.fields == OUR_HEADER {
                rows.iter_mut().flat_map(|row| &mut row.fields).for_each(unguard);
            }
            columns
        }
        None => {
            let width = width(&rows);
            for row in rows.iter_mut().filter(|row| row.fields.len() > width && width == 2) {
                let why = format!(
                    "{} fields where the other rows have 2: all but the first are kept as the answer",
                    row.fields.len(),
                );
                report.add(row.line, why);
                let answer = row.fields.split_off(1).join(joint(separator));
                row.fields.push(answer);
            }
            let longest = rows.iter().map(|row| row.fields.len()).max().unwrap_or(0);
            (0..longest).map(unnamed).collect()
        }
    };
    let drafts = drafts(&rows, &columns, &mut report, |text, _| plain::blocks(text));
    draft::finish(Format::Table, "", name, drafts, report)
}

/// The header of our own tables, whose cells are guarded against spreadsheets that take them for formulas.
const OUR_HEADER: [&str; 4] = ["topic", "question", "answer", "hint"];

fn unguard(field: &mut String) {
    if field.strip_prefix('\'').is_some_and(|rest| rest.starts_with(['=', '+', '-', '@', '\''])) {
        field.remove(0);
    }
}

fn joint(separator: Separator) -> &'static str {
    match separator {
        Separator::Char(',') => ",",
        Separator::Char(';') => ";",
        Separator::Char(_) => " ",
        Separator::Dash => " - ",
    }
}

/// The column at this place in a table without a header.
pub(super) fn unnamed(place: usize) -> Column {
    match place {
        0 => Column::Prompt,
        1 => Column::Answer,
        _ => Column::Section(format!("Field {}", place + 1)),
    }
}

/// A card for each row.
pub(super) fn drafts(
    rows: &[Record],
    columns: &[Column],
    report: &mut Report,
    mut blocks: impl FnMut(&str, &Record) -> Vec<Block>,
) -> Vec<Draft> {
    // Tags say what a card is about only where they are used like topics.
    let tags = columns.iter().position(|column| *column == Column::Tags);
    let tags = tags.filter(|_| !columns.contains(&Column::Topic));
    let has_one_tag = |row: &Record, tags| row.field(tags).split_whitespace().count() == 1;
    let tags = tags.filter(|tags| rows.iter().all(|row| has_one_tag(row, *tags)));
    let mut drafts = Vec::new();
    for row in rows {
        let mut draft = Draft { line: row.line, ..Draft::default() };
        for (place, column) in columns
            .iter()
            .enumerate()
            .take(row.fields.len())
            .filter(|(place, _)| !row.field(*place).trim().is_empty())
        {
            let field = row.field(place);
            match column {
                Column::Prompt => draft.prompt = blocks(field, row),
                Column::Answer => draft.answer.extend(blocks(field, row)),
                Column::Topic => draft.topic = fold(field.rsplit("::").next().unwrap_or(field)),
                Column::Tags if Some(place) == tags => {
                    draft.topic = fold(field.rsplit("::").next().unwrap_or(field))
                }
                Column::Id => draft.id = safe_id(field),
                Column::Section(title) => {
                    let title = escape::inline(&fold(title));
                    draft.sections.push((title, blocks(field, row)));
                }
                Column::Tags | Column::Nothing => {}
            }
        }
        if draft.prompt.is_empty() {
            let text = row.fields.iter().find(|field| !field.trim().is_empty());
            let text = excerpt(text.map_or("", String::as_str));
            report.add(row.line, format!("a row without a question, with `{text}`: it is left out"));
            continue;
        }
        drafts.push(draft);
    }
    drafts
}

/// A name that can stand in a heading's braces.
fn safe_id(field: &str) -> Option<String> {
    let id = field.trim();
    let is_safe = !id.is_empty() && id.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '/'));
    is_safe.then(|| id.to_owned())
}

/// The number of fields that most rows have, and at least two.
fn width(rows: &[Record]) -> usize {
    let mut counts = [0_usize; 16];
    for row in rows {
        if let Some(count) = counts.get_mut(row.fields.len()) {
            *count += 1;
        }
    }
    let widths = counts.iter().zip(0..).skip(2);
    widths.fold((0, 2), |most, (count, width)| if *count > most.0 { (*count, width) } else { most }).1
}

/// The columns that a row names, if it names a question and its answer.
pub(super) fn header(fields: &[String]) -> Option<Vec<Column>> {
    const NAMES: [(&str, Column); 17] = [
        ("question", Column::Prompt),
        ("term", Column::Prompt),
        ("front", Column::Prompt),
        ("prompt", Column::Prompt),
        ("word", Column::Prompt),
        ("q", Column::Prompt),
        ("answer", Column::Answer),
        ("definition", Column::Answer),
        ("back", Column::Answer),
        ("meaning", Column::Answer),
        ("a", Column::Answer),
        ("topic", Column::Topic),
        ("deck", Column::Topic),
        ("category", Column::Topic),
        ("tags", Column::Tags),
        ("tag", Column::Tags),
        ("id", Column::Id),
    ];
    let column = |field: &String| {
        let field = fold(field);
        let known = NAMES.into_iter().find(|(name, _)| name.eq_ignore_ascii_case(&field));
        known.map_or_else(|| Column::Section(capitalized(&field)), |(_, column)| column)
    };
    let columns: Vec<_> = fields.iter().map(column).collect();
    let has_one = |wanted: Column| columns.iter().filter(|column| **column == wanted).count() == 1;
    (has_one(Column::Prompt) && has_one(Column::Answer)).then_some(columns)
}

/// `hints` as the title of a section.
fn capitalized(name: &str) -> String {
    if name.eq_ignore_ascii_case("hints") {
        return "Hint".to_owned();
    }
    let mut title = name.to_owned();
    if let Some(first) = title.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    if title.is_empty() { "Field".to_owned() } else { title }
}

/// What parts the fields of a text: the separator with which it begins with a header, else the one that most rows agree
/// on.
pub(super) fn separator(text: &str) -> Option<Separator> {
    let with_header =
        candidates().into_iter().find(|separator| has_header(&records::read(text, *separator, None)));
    with_header.or_else(|| candidates().into_iter().find(|separator| is_table(text, *separator)))
}

fn has_header(rows: &[Record]) -> bool {
    rows.first().is_some_and(|row| header(&row.fields).is_some())
}

/// The separators in the order in which they are tried: the rarer in prose, the earlier.
fn candidates() -> [Separator; 4] {
    [Separator::Char('\t'), Separator::Char(';'), Separator::Char(','), Separator::Dash]
}

/// Whether the rows of a text agree on a separator.
pub(super) fn is_table(text: &str, separator: Separator) -> bool {
    let rows = records::read(text, separator, None);
    if has_header(&rows) {
        return true;
    }
    let width = width(&rows);
    let is_filled = |row: &&Record| [0, 1].iter().all(|place| !row.field(*place).trim().is_empty());
    let n_filled = rows.iter().filter(is_filled).count();
    let n_even = rows.iter().filter(is_filled).filter(|row| row.fields.len() == width).count();
    match separator {
        Separator::Char('\t') => n_filled > 0 && n_filled * 2 >= rows.len(),
        Separator::Char(',') => rows.len() >= 2 && n_even * 4 >= rows.len() * 3 && !is_prose(&rows),
        Separator::Char(_) => rows.len() >= 2 && n_even * 4 >= rows.len() * 3,
        Separator::Dash => n_filled > 0 && rows.iter().all(|row| row.fields.len() == 2 && is_filled(&row)),
    }
}

/// Whether most commas are those of sentences: a space follows them.
fn is_prose(rows: &[Record]) -> bool {
    let is_spaced = |row: &&Record| row.field(1).starts_with(' ');
    let ends = |row: &&Record| row.fields.last().is_some_and(|field| field.ends_with(['.', '?', '!', ':']));
    let n_spaced = rows.iter().filter(is_spaced).count();
    n_spaced * 2 > rows.len() && (rows.len() < 3 || rows.iter().any(|row| ends(&row)))
}
