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
}

impl<'a> Issues<'a> {
    /// For faults in `text`.
    pub(super) fn new(text: &'a str) -> Self {
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        Issues { text, line_starts: std::iter::once(0).chain(breaks).collect(), found: Vec::new() }
    }

    /// Notes a fault at a byte offset.
    pub(super) fn add(&mut self, offset: usize, found: impl Into<String>, advice: impl Into<String>) {
        let (line, column) = self.position(offset);
        let issue = Issue { line, column, found: found.into(), advice: advice.into() };
        self.found.push((offset, issue));
    }

    /// The line of a byte offset, counted from 1.
    pub(super) fn line(&self, offset: usize) -> usize {
        self.position(offset).0
    }

    /// The line and column of a byte offset, each counted from 1.
    fn position(&self, offset: usize) -> (usize, usize) {
        let line = self.line_starts.partition_point(|start| *start <= offset);
        let start = line.checked_sub(1).and_then(|index| self.line_starts.get(index));
        let before = self.text.get(start.copied().unwrap_or(0)..offset).unwrap_or("");
        (line, before.chars().count() + 1)
    }

    /// All that was found, in the order of the text.
    pub(super) fn finish(self) -> Vec<Issue> {
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
