//! Delimited text as records: fields in quotation marks may hold separators, line breaks and doubled
//! quotation marks.

use super::report::Report;

/// A row of a table.
pub(super) struct Record {
    /// Where it begins, counted from 1.
    pub(super) line: usize,
    pub(super) fields: Vec<String>,
}

impl Record {
    pub(super) fn is_blank(&self) -> bool {
        self.fields.iter().all(|field| field.trim().is_empty())
    }

    pub(super) fn field(&self, column: usize) -> &str {
        self.fields.get(column).map_or("", String::as_str)
    }
}

/// What parts the fields of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Separator {
    Char(char),
    /// A hyphen between spaces.
    Dash,
}

impl Separator {
    /// Whether there is one in a text.
    pub(super) fn occurs_in(self, text: &str) -> bool {
        text.contains(self.text(&mut [0; 4]))
    }

    fn text(self, buffer: &mut [u8; 4]) -> &str {
        match self {
            Separator::Char(c) => c.encode_utf8(buffer),
            Separator::Dash => " - ",
        }
    }
}

/// How a field that begins with a quotation mark ends.
enum Quoted<'t> {
    /// With another one: the text between them, and what follows.
    Closed(String, &'t str),
    /// Not in this way: the mark belongs to the text.
    Text,
    /// Never, or in the midst of another line.
    Open,
}

/// The records of a text. Blank lines between them are dropped.
pub(super) fn read(text: &str, separator: Separator, mut report: Option<&mut Report>) -> Vec<Record> {
    let mut records = Vec::new();
    let mut reader = Reader { rest: text, line: 1, separator, has_open_end: false };
    while !reader.rest.is_empty() {
        let line = reader.line;
        let (fields, is_open) = reader.record();
        let record = Record { line, fields };
        if let (Some(report), true) = (report.as_deref_mut(), is_open) {
            report.add(
                line,
                "a quotation mark that is never closed: it is read as text up to the end of its line",
            );
        }
        if !record.is_blank() {
            records.push(record);
        }
    }
    records
}

struct Reader<'t> {
    rest: &'t str,
    line: usize,
    separator: Separator,
    /// Whether a quotation mark was found to be open up to the end of the text: then all later ones are.
    has_open_end: bool,
}

impl<'t> Reader<'t> {
    /// The fields up to the end of the record, and whether one of them was never closed.
    fn record(&mut self) -> (Vec<String>, bool) {
        let mut buffer = [0; 4];
        let separator = self.separator;
        let separator = separator.text(&mut buffer);
        let (mut fields, mut is_open) = (Vec::new(), false);
        loop {
            let mut ends_at_separator = true;
            match self.quoted(separator) {
                Quoted::Closed(field, after) => {
                    self.line += breaks(&field);
                    fields.push(field);
                    self.rest = after;
                }
                Quoted::Text => fields.push(self.plain(separator).to_owned()),
                Quoted::Open => {
                    is_open = true;
                    ends_at_separator = false;
                    fields.push(self.plain("\n").to_owned());
                }
            }
            if let Some(rest) = self.rest.strip_prefix(separator).filter(|_| ends_at_separator) {
                self.rest = rest;
                continue;
            }
            let rest = self.rest;
            let end = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\r', '\n']));
            self.rest = end.unwrap_or(rest);
            self.line += usize::from(end.is_some());
            return (fields, is_open);
        }
    }

    /// The text up to the separator or the end of the line.
    fn plain(&mut self, separator: &str) -> &'t str {
        // One pass: a line can have as many fields as it has characters.
        let is_end = |(at, c): &(usize, char)| {
            matches!(c, '\n' | '\r') || self.rest.get(*at..).is_some_and(|rest| rest.starts_with(separator))
        };
        let end = self.rest.char_indices().find(is_end).map_or(self.rest.len(), |(at, _)| at);
        let (field, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        self.rest = rest;
        field
    }

    fn quoted(&mut self, separator: &str) -> Quoted<'t> {
        let Some(mut rest) = self.rest.strip_prefix('"').filter(|_| separator != " - ") else {
            return Quoted::Text;
        };
        if self.has_open_end {
            return Quoted::Open;
        }
        let mut field = String::new();
        loop {
            let Some((text, after)) = rest.split_once('"') else {
                self.has_open_end = true;
                return Quoted::Open;
            };
            field.push_str(text);
            if let Some(after) = after.strip_prefix('"') {
                field.push('"');
                rest = after;
                continue;
            }
            let is_end =
                |rest: &str| rest.is_empty() || rest.starts_with(separator) || rest.starts_with(['\n', '\r']);
            let after_blanks = after.trim_start_matches(' ');
            return if is_end(after) {
                Quoted::Closed(field, after)
            } else if is_end(after_blanks) {
                Quoted::Closed(field, after_blanks)
            } else if field.contains(['\n', '\r']) {
                Quoted::Open
            } else {
                Quoted::Text
            };
        }
    }
}

/// How many lines a field goes on for.
fn breaks(field: &str) -> usize {
    super::plain::lines(field).len().saturating_sub(1)
}
