//! An answer that was squeezed into one line, unfolded into lines again.
//!
//! `**Label:** text * bullet * bullet **Label:** 1. first 2. second` has no line breaks, but its labels and
//! markers say where they were. A bullet begins a list only behind a colon or at the start, and goes on only
//! with its own mark; numbers count from one: so `5 * 3` and `in 2024. Then` stay as they are.

use super::label::{is_mnemonic, known_label};

/// The longest label, in characters.
const LONGEST_LABEL: usize = 120;

/// The lines of a text on one line. Nested items are indented.
pub(super) fn unfold(text: &str) -> Vec<String> {
    let mut unfolder = Unfolder::default();
    let text = text.trim();
    // A mark without a partner begins no code.
    let has_code = text.matches('`').count().is_multiple_of(2);
    let mut is_code = false;
    let mut rest = text;
    let mut before = ' ';
    while let Some(c) = rest.chars().next() {
        if c == '`' && has_code {
            is_code = !is_code;
        }
        let taken = if before.is_whitespace() && !is_code { unfolder.mark(rest) } else { 0 };
        let length = if taken > 0 {
            taken
        } else {
            unfolder.line.push(c);
            c.len_utf8()
        };
        before = if taken > 0 { ' ' } else { c };
        rest = rest.get(length..).unwrap_or("");
    }
    unfolder.end_line();
    unfolder.lines
}

#[derive(Default)]
struct Unfolder {
    lines: Vec<String>,
    /// The line in hand.
    line: String,
    /// The mark of the open bullet list.
    bullet: Option<char>,
    /// The last number of the open numbered list.
    number: Option<u32>,
    /// Whether the bullets stand inside of a numbered item.
    is_nested: bool,
}

impl Unfolder {
    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        if !line.trim().is_empty() {
            self.lines.push(line.trim_end().to_owned());
        }
    }

    /// Whether a list can begin here.
    fn can_begin(&self, rest: &str) -> bool {
        let line = self.line.trim_end().trim_end_matches('*');
        if line.is_empty() || line.ends_with(':') {
            return true;
        }
        if !line.ends_with(['.', '?', '!']) || self.number.is_some() {
            return false;
        }
        // Behind a sentence a hyphen is a dash, and a one needs its two.
        const FAR: usize = 2000;
        let near = || rest.char_indices().nth(FAR).map_or(rest, |(at, _)| rest.get(..at).unwrap_or(rest));
        match rest.chars().next() {
            Some('1') => near().contains(" 2. ") || near().contains(" 2) "),
            Some(mark) => !matches!(mark, '-' | '–'),
            None => false,
        }
    }

    /// Whether an item has just begun.
    fn is_at_item(&self) -> bool {
        super::plain::marker(self.line.trim()).is_some_and(|(_, text)| text.is_empty())
    }

    /// Reads a label or a marker at the start of a word. Returns how long it is, or nothing.
    fn mark(&mut self, rest: &str) -> usize {
        if let Some((label, length)) = bold_label(rest).filter(|_| !self.is_at_item()) {
            self.end_line();
            (self.bullet, self.number, self.is_nested) = (None, None, false);
            self.lines.push(format!("**{label}:**"));
            return length;
        }
        let ends_sentence = self.line.trim_end().ends_with(['.', '?', '!', '”', ')']);
        // What helps to remember needs no sentence before it.
        let is_known = |(label, _): (&str, &str)| ends_sentence || is_mnemonic(label);
        if !self.line.trim().is_empty() && !self.is_at_item() && known_label(rest).is_some_and(is_known) {
            self.end_line();
            (self.bullet, self.number, self.is_nested) = (None, None, false);
            return 0;
        }
        let Some((number, _)) = super::plain::marker(rest) else { return 0 };
        let marker = rest.split(' ').next().unwrap_or("");
        match number {
            Some(number) => {
                let goes_on = self.number.is_some_and(|last| last + 1 == number);
                let begins = number == 1 && self.can_begin(rest) && !self.is_at_item();
                if !(goes_on || begins) {
                    return 0;
                }
                self.end_line();
                (self.bullet, self.number, self.is_nested) = (None, Some(number), false);
            }
            None => {
                let mark = marker.chars().next();
                let between_digits = self.line.trim_end().ends_with(|c: char| c.is_ascii_digit())
                    && rest.trim_start_matches(['*', '-', ' ']).starts_with(|c: char| c.is_ascii_digit());
                let goes_on = self.bullet.is_some() && self.bullet == mark && !between_digits;
                let begins = self.bullet.is_none() && self.can_begin(rest) && !self.is_at_item();
                if !(goes_on || begins) {
                    return 0;
                }
                self.end_line();
                if self.bullet.is_none() {
                    self.is_nested = self.number.is_some();
                }
                self.bullet = mark;
            }
        }
        if self.is_nested {
            self.line.push_str("  ");
        }
        self.line.push_str(marker);
        marker.len()
    }
}

/// `**Label:**` or `**Label**:`, and how long it is.
pub(super) fn bold_label(text: &str) -> Option<(&str, usize)> {
    let inside = text.strip_prefix("**")?;
    let longest = inside.char_indices().nth(LONGEST_LABEL).map_or(inside.len(), |(at, _)| at);
    let end = inside.get(..longest)?.find("**")?;
    let (label, after) = inside.split_at_checked(end)?;
    let after = after.strip_prefix("**")?;
    let label = label.trim();
    let length = text.len() - after.len();
    match label.strip_suffix(':') {
        Some(label) if !label.is_empty() => Some((label.trim_end(), length)),
        None if after.starts_with(':') && !label.is_empty() => Some((label, length + 1)),
        _ => None,
    }
}
