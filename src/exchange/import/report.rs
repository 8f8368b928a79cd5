//! What could not be read, line by line.

use super::Skipped;
use crate::order;

/// Collects what was skipped.
#[derive(Default)]
pub(super) struct Report {
    skipped: Vec<Skipped>,
    n_left_out: usize,
}

/// As many as anybody reads.
const MOST_SKIPPED: usize = 500;

impl Report {
    /// Notes something about a line, counted from 1.
    pub(super) fn add(&mut self, line: usize, why: impl Into<String>) {
        if self.skipped.len() < MOST_SKIPPED {
            self.skipped.push(Skipped { line, why: why.into() });
        } else {
            self.n_left_out += 1;
        }
    }

    /// All that was noted, in the order of the text.
    pub(super) fn finish(mut self) -> Vec<Skipped> {
        let places = order::by_key(self.skipped.iter().map(|skipped| skipped.line as u128));
        self.skipped = order::arrange(self.skipped, places);
        if let (Some(last), 1..) = (self.skipped.last(), self.n_left_out) {
            let why = format!("{} more lines were skipped: mend those above first", self.n_left_out);
            self.skipped.push(Skipped { line: last.line, why });
        }
        self.skipped
    }
}

/// `text` cut to a length that fits a message.
pub(super) fn excerpt(text: &str) -> String {
    const LONGEST: usize = 60;
    let line = text.trim().lines().next().unwrap_or("").trim_end();
    match line.char_indices().nth(LONGEST) {
        Some((cut, _)) => format!("{}…", line.get(..cut).unwrap_or(line)),
        None => line.to_owned(),
    }
}
