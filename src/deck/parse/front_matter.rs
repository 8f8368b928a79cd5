//! Front matter: `key: value` lines between two `---` lines, one nested level by indentation.

use crate::deck::issue::{Issues, excerpt};

/// The keys that mean something.
const KNOWN: [&str; 7] = ["title", "id", "language", "license", "minutes", "author", "facets"];

/// The front matter of a deck.
#[derive(Debug, Default)]
pub(super) struct FrontMatter {
    entries: Vec<Entry>,
    /// The indented lines below `facets:`.
    pub(super) facets: Vec<Entry>,
    /// The byte offset at which the rest of the deck begins.
    pub(super) end: usize,
}

/// A key, its value and where it stands.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) value: String,
    pub(super) at: usize,
}

impl FrontMatter {
    /// Reads the front matter that `text` begins with, if it has one.
    pub(super) fn read(text: &str, issues: &mut Issues<'_>) -> Self {
        let mut lines = Lines { text, at: 0 };
        if lines.next().is_none_or(|(_, line)| line.trim_end() != "---") {
            return Self::default();
        }
        let begin = lines.at;
        if !lines.any(|(_, line)| matches!(line.trim_end(), "---" | "...")) {
            issues.add(
                0,
                "front matter without an end",
                "close it with a line of three hyphens; the file is read as if it had none",
            );
            return Self::default();
        }
        let mut matter = FrontMatter { end: lines.at, ..Self::default() };
        let inside = || Lines { text: text.get(..lines.at).unwrap_or(""), at: begin };
        if !inside().any(|(_, line)| is_entry(line)) {
            // A rule, text and another rule.
            return Self::default();
        }
        for (at, line) in inside().filter(|(_, line)| !matches!(line.trim_end(), "---" | "...")) {
            matter.line(at, line, issues);
        }
        matter
    }

    fn line(&mut self, at: usize, line: &str, issues: &mut Issues<'_>) {
        let content = line.trim();
        if content.is_empty() || content.starts_with('#') {
            return;
        }
        let is_nested = line.starts_with([' ', '\t']);
        let Some((key, value)) = content.split_once(':') else {
            issues.add(at, format!("front matter line `{}`", excerpt(content)), "write `key: value`");
            return;
        };
        if is_nested {
            self.nested(at, key.trim(), unquoted(value.trim()), issues);
            return;
        }
        let key = key.trim().to_ascii_lowercase();
        if !KNOWN.contains(&key.as_str()) {
            issues.add(
                at,
                format!("unknown front matter key `{}`", excerpt(&key)),
                format!("use one of {}; the line is ignored", KNOWN.join(", ")),
            );
        } else if self.get(&key).is_some() {
            issues.add(at, format!("a second `{key}`"), "keep one of them; the first is used");
        } else {
            self.entries.push(Entry { key, value: unquoted(value.trim()).to_owned(), at });
        }
    }

    /// Only the questions of a grid stand indented.
    fn nested(&mut self, at: usize, key: &str, value: &str, issues: &mut Issues<'_>) {
        if self.entries.last().is_some_and(|entry| entry.key == "facets") {
            self.facets.push(Entry { key: unquoted(key).to_owned(), value: value.to_owned(), at });
        } else {
            let found = format!("indented front matter line `{}`", excerpt(key));
            issues.add(at, found, "only the questions below `facets:` are indented; the line is ignored");
        }
    }

    /// The value of `key`, if it has one that is not empty, and its byte offset.
    pub(super) fn get(&self, key: &str) -> Option<(&str, usize)> {
        let mut entries = self.entries.iter();
        let entry = entries.find(|entry| entry.key == key && !entry.value.is_empty())?;
        Some((entry.value.as_str(), entry.at))
    }
}

/// Whether a line is of the form `key: value`.
fn is_entry(line: &str) -> bool {
    let key = line.split_once(':').map_or("", |(key, _)| key);
    !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
}

/// `value` without the quotation marks around it.
fn unquoted(value: &str) -> &str {
    ['"', '\''].iter().find_map(|quote| value.strip_prefix(*quote)?.strip_suffix(*quote)).unwrap_or(value)
}

/// The lines of a text, each with its byte offset.
struct Lines<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Iterator for Lines<'t> {
    type Item = (usize, &'t str);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let at = self.at;
        let line = rest.split_inclusive('\n').next()?;
        self.at += line.len();
        Some((at, line.trim_end_matches(['\n', '\r'])))
    }
}
