//! Markdown of another format inside a card: it stays as it is, except for what would end the card.

use super::block::Block;
use super::plain;
use crate::exchange::escape;

/// Which lines stand in fenced code, the fences included. A fence that is never closed is none.
pub(super) fn fenced(lines: &[&str]) -> Vec<bool> {
    let fence = |line: &str| {
        let mark = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
        let rest = line.trim_start_matches(mark);
        let length = line.len() - rest.len();
        let is_fence = length >= 3 && !(mark == '`' && rest.contains('`'));
        is_fence.then_some((mark, length, rest.trim().is_empty()))
    };
    // The longest fence below each line that can close one, by its mark.
    let mut longest = vec![(0, 0); lines.len() + 1];
    let mut below = (0, 0);
    for (slot, line) in longest.iter_mut().rev().skip(1).zip(lines.iter().rev()) {
        *slot = below;
        match fence(line.trim_start_matches(' ')) {
            Some(('`', length, true)) => below.0 = length.max(below.0),
            Some((_, length, true)) => below.1 = length.max(below.1),
            _ => {}
        }
    }
    let mut open: Option<(char, usize)> = None;
    let is_fenced = lines.iter().zip(&longest).map(|(line, (ticks, tildes))| match open {
        Some((mark, length)) => {
            let indent = plain::indent(line);
            let found = fence(line.trim_start_matches(' ')).filter(|_| indent <= 3);
            if found.is_some_and(|(other, long, is_bare)| other == mark && long >= length && is_bare) {
                open = None;
            }
            true
        }
        None => {
            open = fence(line).map(|(mark, length, _)| (mark, length)).filter(|(mark, length)| {
                let below = if *mark == '`' { *ticks } else { *tildes };
                below >= *length
            });
            open.is_some()
        }
    });
    is_fenced.collect()
}

/// The lines of a passage as a block of Markdown. Headings go down to the fourth level: those above it are
/// the deck's.
pub(super) fn block(lines: &[&str]) -> Block {
    let mut out = String::new();
    let mut is_below_text = false;
    for (line, is_fenced) in lines.iter().zip(fenced(lines)) {
        let content = line.trim_start_matches([' ', '\t']);
        let is_nested = plain::indent(line) > 3;
        if is_fenced || is_nested || content.is_empty() {
            out.push_str(line.trim_end_matches(['\n', '\r']));
        } else {
            let (indent, _) = line.split_at_checked(line.len() - content.len()).unwrap_or_default();
            if is_rule(content) && is_below_text {
                // It would make a heading of the line above.
                out.push('\n');
            }
            out.push_str(indent);
            out.push_str(&guarded(content));
        }
        is_below_text = !content.is_empty() && !is_fenced;
        out.push('\n');
    }
    Block::Markdown(out.trim_matches('\n').trim_end().to_owned())
}

/// A line that leaves the card it stands in alone.
fn guarded(line: &str) -> String {
    let rest = line.trim_start_matches('#');
    let level = line.len() - rest.len();
    let ends = |rest: &str| rest.is_empty() || rest.starts_with([' ', '\t']);
    if (1..=3).contains(&level) && ends(rest) {
        return format!("####{}", if rest.is_empty() { " " } else { rest });
    }
    let is_underline = line.trim_end().chars().all(|c| c == '=') || matches!(line.trim_end(), "-" | "--");
    if is_underline || line.starts_with('<') || is_open_fence(line) {
        return escape::start(line);
    }
    line.to_owned()
}

fn is_rule(line: &str) -> bool {
    let marks = line.trim_end();
    marks.len() >= 3 && marks.chars().all(|c| c == '-')
}

/// A fence here is one that is never closed.
fn is_open_fence(line: &str) -> bool {
    line.starts_with("```") || line.starts_with("~~~")
}

/// Markdown of a prompt: braces that hide nothing are escaped.
pub(super) fn prompt_line(line: &str) -> String {
    escape::start(&plain::fold(line).replace("{{", escape::NO_GAP))
}
