//! Plain text: its lines, its list markers, and the blocks that they make.

use super::block::Block;
use crate::exchange::escape;

/// The lines of a text, whatever they end with.
pub(super) fn lines(text: &str) -> Vec<&str> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r')).collect()
}

/// `text` with single spaces and without control characters.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let at = folded.len();
        folded.extend(word.chars().filter(|c| !c.is_control()));
        // A word of control characters alone leaves no gap.
        if at > 0 && folded.len() > at {
            folded.insert(at, ' ');
        }
    }
    folded
}

/// What a line that begins with a bullet or a number is: its number, and the text behind the marker.
pub(super) fn marker(line: &str) -> Option<(Option<u32>, &str)> {
    if let Some(rest) = line.strip_prefix(['•', '◦', '▪', '‣', '●', '○']) {
        return Some((None, rest.trim()));
    }
    let is_apart = |rest: &&str| rest.is_empty() || rest.starts_with(char::is_whitespace);
    if let Some(rest) = line.strip_prefix(['-', '*', '–']).filter(is_apart) {
        return Some((None, rest.trim()));
    }
    let n_digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = line.split_at_checked(n_digits).filter(|_| n_digits <= 4)?;
    let rest = rest.strip_prefix(['.', ')']).filter(is_apart)?;
    Some((Some(digits.parse().ok()?), rest.trim()))
}

/// How far a line is indented, in columns.
pub(super) fn indent(line: &str) -> usize {
    let blanks = line.chars().take_while(|c| c.is_whitespace());
    blanks.map(|c| if c == '\t' { 4 } else { 1 }).sum()
}

/// How deep list items stand inside each other, from how far they are indented.
#[derive(Default)]
pub(super) struct Depths(Vec<usize>);

impl Depths {
    /// The depth of the next item.
    pub(super) fn of(&mut self, indent: usize) -> usize {
        while self.0.last().is_some_and(|outer| *outer >= indent) {
            self.0.pop();
        }
        self.0.push(indent);
        self.0.len() - 1
    }

    /// The list is over.
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }
}

/// The blocks of a plain text: bullets and numbers that count from one make lists, a blank line parts
/// paragraphs, and any other line break is kept.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut depths = Depths::default();
    let (mut is_apart, mut number) = (true, 0);
    for line in lines(text) {
        let folded = fold(line);
        if folded.is_empty() {
            is_apart = true;
            continue;
        }
        // A year that ends a sentence is no list.
        let counts = |found: Option<u32>| found.is_none_or(|found| found == 1 || found == number + 1);
        match marker(&folded).filter(|(found, text)| !text.is_empty() && counts(*found)) {
            Some((found, text)) => {
                number = found.unwrap_or(number);
                let text = escape::line(text);
                blocks.push(Block::Item { depth: depths.of(indent(line)), number: found, text });
            }
            None => {
                depths.clear();
                number = 0;
                push_line(&mut blocks, escape::line(&folded), is_apart);
            }
        }
        is_apart = false;
    }
    blocks
}

/// Adds a line to the paragraph at the end, or begins another.
pub(super) fn push_line(blocks: &mut Vec<Block>, line: String, is_apart: bool) {
    match blocks.last_mut() {
        Some(Block::Text(text)) if !is_apart => {
            text.push('\n');
            text.push_str(&line);
        }
        _ => blocks.push(Block::Text(line)),
    }
}
