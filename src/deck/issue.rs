//! Faults found in a deck's text, and where they stand.

use serde::Serialize;

use crate::order;

/// A fault in a deck's text. Faults are collected; the rest of the deck works.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Issue {
    /// The line, counted from 1.
    pub line: usize,
    /// The column, counted from 1 in characters.
    pub column: usize,
    /// What stands there.
    pub found: String,
    /// What to do about it.
    pub advice: String,
}

impl std::fmt::Display for Issue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Issue { line, column, found, advice } = self;
        write!(f, "{line}:{column}: {found}: {advice}")
    }
}

/// Collects issues and turns byte offsets into lines and columns.
pub(super) struct Issues<'a> {
    text: &'a str,
    /// The byte offset at which each line begins.
    line_starts: Vec<usize>,
    /// With the offset each was found at, to sort by.
    found: Vec<(usize, Issue)>,
    /// How many more there were than are worth reading.
    n_left_out: usize,
    /// The offset asked for last and its column: faults on one long line follow each other.
    last: (usize, usize),
}

/// As many as anybody reads.
const MOST_ISSUES: usize = 500;

impl<'a> Issues<'a> {
    /// For faults in `text`.
    pub(super) fn new(text: &'a str) -> Self {
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        let line_starts = std::iter::once(0).chain(breaks).collect();
        Issues { text, line_starts, found: Vec::new(), n_left_out: 0, last: (0, 1) }
    }

    /// Notes a fault at a byte offset.
    pub(super) fn add(&mut self, offset: usize, found: impl Into<String>, advice: impl Into<String>) {
        if self.found.len() >= MOST_ISSUES {
            self.n_left_out += 1;
            return;
        }
        let (line, column) = (self.line(offset), self.column(offset));
        let issue = Issue { line, column, found: found.into(), advice: advice.into() };
        self.found.push((offset, issue));
    }

    /// The line of a byte offset, counted from 1.
    pub(super) fn line(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= offset)
    }

    /// The column of a byte offset, counted from 1 in characters.
    fn column(&mut self, offset: usize) -> usize {
        let start = self.line(offset).checked_sub(1).and_then(|index| self.line_starts.get(index)).copied();
        let start = start.unwrap_or(0);
        let (from, column) = if (start..=offset).contains(&self.last.0) { self.last } else { (start, 1) };
        let between = self.text.get(from..offset).unwrap_or("");
        self.last = (offset, column + between.chars().count());
        self.last.1
    }

    /// All that was found, in the order of the text.
    pub(super) fn finish(mut self) -> Vec<Issue> {
        let end = self.text.len();
        if self.n_left_out > 0 {
            let (line, column) = (self.line(end), self.column(end));
            let found = format!("{} more problems", self.n_left_out);
            self.found.push((end, Issue { line, column, found, advice: "mend those above first".into() }));
        }
        let places = order::by_key(self.found.iter().map(|(offset, _)| *offset as u128));
        let (_, issues): (Vec<usize>, Vec<Issue>) = self.found.into_iter().unzip();
        order::arrange(issues, places)
    }
}

/// `text` cut to a length that fits a message.
pub(super) fn excerpt(text: &str) -> String {
    const LONGEST: usize = 60;
    let line = text.lines().next().unwrap_or("").trim();
    match line.char_indices().nth(LONGEST) {
        Some((cut, _)) => format!("{}…", line.get(..cut).unwrap_or(line)),
        None => line.to_owned(),
    }
}
