//! The lines of an Obsidian note, and what in them makes a card.

use super::{cloze, passage};

/// A line of a note, and what it is.
pub(super) struct Line<'t> {
    pub(super) number: usize,
    pub(super) text: &'t str,
    pub(super) kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Blank,
    Text,
    Code,
    Heading,
    /// `?` or `??`: the block above asks, the block below answers.
    Divider,
}

/// What shows that a note holds cards.
pub(super) struct Signs {
    /// Something that only this format has.
    pub(super) is_certain: bool,
    /// How many cards there are, Dataview's fields left out.
    pub(super) n_cards: usize,
    /// How many lines are not blank.
    pub(super) n_lines: usize,
}

/// The lines below the front matter.
pub(super) fn read<'t>(lines: &[&'t str]) -> Vec<Line<'t>> {
    let n_matter = front_matter(lines);
    let body = lines.get(n_matter..).unwrap_or_default();
    let numbered = body.iter().zip(n_matter + 1..).zip(passage::fenced(body));
    let line = |((text, number), is_fenced): ((&&'t str, usize), bool)| {
        let content = without_comments(text).trim();
        let kind = match content {
            _ if is_fenced => Kind::Code,
            "" => Kind::Blank,
            "?" | "??" => Kind::Divider,
            _ if heading(content).is_some() => Kind::Heading,
            _ => Kind::Text,
        };
        Line { number, text, kind }
    };
    numbered.map(line).collect()
}

/// How many lines the YAML at the top takes.
pub(super) fn front_matter(lines: &[&str]) -> usize {
    let is_mark = |line: &str| line.trim_end() == "---";
    let is_yaml =
        |line: &str| line.trim().is_empty() || line.contains(':') || line.trim_start().starts_with('-');
    let Some((_, rest)) = lines.split_first().filter(|(first, _)| is_mark(first)) else { return 0 };
    let end = rest.iter().position(|line| is_mark(line) || !is_yaml(line));
    end.filter(|end| rest.get(*end).is_some_and(|line| is_mark(line))).map_or(0, |end| end + 2)
}

/// The title that a line gives.
pub(super) fn heading(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches('#');
    let is_heading = (1..=6).contains(&(line.len() - rest.len())) && rest.starts_with([' ', '\t']);
    is_heading.then(|| rest.trim())
}

/// A line up to its first comment: `<!--SR:…-->` holds what the other program knows about the card.
pub(super) fn without_comments(line: &str) -> &str {
    line.split_once("<!--").map_or(line, |(text, _)| text)
}

/// Looks for them.
pub(super) fn signs(lines: &[&str]) -> Signs {
    let read = read(lines);
    let matter = lines.get(..front_matter(lines)).unwrap_or_default();
    let is_text = |line: &&Line<'_>| line.kind == Kind::Text;
    let mut signs = Signs {
        is_certain: matter.iter().any(|line| line.contains("flashcards")),
        n_cards: 0,
        n_lines: read.iter().filter(|line| line.kind != Kind::Blank).count(),
    };
    for line in read.iter().filter(is_text) {
        signs.is_certain |= line.text.contains("<!--SR:") || line.text.split_whitespace().any(is_tag);
        let content = without_comments(line.text);
        let is_card = split(content).is_some_and(|(front, back, _)| {
            !is_field(content, front, back) && !is_path(content, front, back)
        });
        signs.n_cards += usize::from(is_card || hide(content).1 > 0);
    }
    for (index, _) in read.iter().enumerate().filter(|(_, line)| line.kind == Kind::Divider) {
        let is_text = |index: Option<usize>| {
            index
                .and_then(|index| read.get(index))
                .is_some_and(|line| matches!(line.kind, Kind::Text | Kind::Code))
        };
        signs.n_cards += usize::from(is_text(index.checked_sub(1)) && is_text(Some(index + 1)));
    }
    signs
}

fn is_tag(word: &str) -> bool {
    word == "#flashcards" || word.starts_with("#flashcards/")
}

/// A line without the tag that makes its note a deck.
pub(super) fn without_tags(line: &str) -> String {
    if !line.contains("#flashcards") {
        return line.to_owned();
    }
    let words: Vec<_> = line.split(' ').filter(|word| !is_tag(word)).collect();
    words.join(" ")
}

/// The two sides of a line, and whether it asks both ways. Two colons in code part nothing.
pub(super) fn split(line: &str) -> Option<(&str, &str, bool)> {
    let mut at = 0;
    let mut parts = line.split('`').peekable();
    let mut is_code = false;
    while let Some(part) = parts.next() {
        if let Some(found) = part.find("::").filter(|_| !is_code) {
            let (front, back) = line.split_at_checked(at + found)?;
            let both = back.starts_with(":::");
            let (front, back) = (front.trim(), back.trim_start_matches(':').trim());
            return (!front.is_empty() && !back.is_empty()).then_some((front, back, both));
        }
        at += part.len() + 1;
        // A mark that is never closed begins no code.
        is_code = !is_code && parts.peek().is_some() && line.get(at..).is_some_and(|rest| rest.contains('`'));
    }
    None
}

/// Whether a line could be a field of Dataview's.
pub(super) fn is_field(line: &str, front: &str, back: &str) -> bool {
    let is_word = front.chars().all(|c| c.is_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_'));
    is_word && line.starts_with(front) && line.get(front.len()..) == Some(&format!(":: {back}"))
}

/// Whether the colons look like those of a program's names in the midst of a sentence.
fn is_path(line: &str, front: &str, back: &str) -> bool {
    let is_glued = line.trim().len() == front.len() + back.len() + 2;
    let name = back.split(char::is_whitespace).next().unwrap_or("");
    is_glued && (front.contains(' ') && back.contains(' ') || name.contains("::") || name.contains('('))
}

/// `==hidden==` and `==hidden==^[hint]` in the native form, and how many there are.
pub(super) fn hide(text: &str) -> (String, usize) {
    const MARK: &str = "==";
    let mut out = String::with_capacity(text.len());
    let (mut rest, mut count) = (text, 0);
    while let Some((before, after)) = rest.split_once(MARK) {
        let is_in_code = before.matches('`').count() % 2 == 1;
        let inside = after.split_once(MARK).filter(|(words, _)| {
            !is_in_code && !words.is_empty() && words.trim() == *words && !words.starts_with('=')
        });
        out.push_str(before);
        let Some((words, behind)) = inside else {
            out.push_str(MARK);
            rest = after;
            if is_in_code && let Some((code, behind)) = after.split_once('`') {
                out.push_str(&format!("{code}`"));
                rest = behind;
            }
            continue;
        };
        let hint = behind.strip_prefix("^[").and_then(|hint| hint.split_once(']'));
        let (hint, behind) = hint.unwrap_or(("", behind));
        out.push_str(&cloze::hidden(words, hint));
        count += 1;
        rest = behind;
    }
    out.push_str(rest);
    (out, count)
}
