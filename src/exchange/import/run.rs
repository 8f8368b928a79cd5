//! A line of text in several styles, as Markdown.

use super::plain::fold;
use crate::deck::Link;
use crate::exchange::escape;

/// How a run of text is set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) code: bool,
    pub(super) link: Option<Link>,
}

/// The text of a line without markup, and with it.
pub(super) fn markdown(runs: &[(Style, String)]) -> (String, String) {
    let (mut plain, mut out) = (String::new(), String::new());
    for (index, (style, text)) in runs.iter().enumerate() {
        let folded = fold(text);
        if text.starts_with(char::is_whitespace) && !plain.is_empty() && !plain.ends_with(' ') {
            plain.push(' ');
            out.push(' ');
        }
        plain.push_str(&folded);
        let next = runs.get(index + 1).and_then(|(_, next)| next.chars().next());
        let next = if text.ends_with(char::is_whitespace) { Some(' ') } else { next };
        push_run(style, &folded, next, &mut out);
        // It would be a link.
        if next == Some('(') && out.ends_with(']') && !out.ends_with("\\]") {
            out.insert(out.len() - 1, '\\');
        }
        if text.ends_with(char::is_whitespace) && !plain.is_empty() && !plain.ends_with(' ') {
            plain.push(' ');
            out.push(' ');
        }
    }
    (plain.trim().to_owned(), out.trim().to_owned())
}

/// Emphasis begins and ends at a letter wherever it touches another word: Markdown needs it so.
fn push_run(style: &Style, text: &str, next: Option<char>, out: &mut String) {
    if style.code && !text.is_empty() {
        let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
        let (fence, pad) = ("`".repeat(longest + 1), if longest > 0 { " " } else { "" });
        // Two code spans that touch would be one.
        let gap = if out.ends_with('`') { " " } else { "" };
        out.push_str(&format!("{gap}{fence}{pad}{text}{pad}{fence}"));
        return;
    }
    let mark = match (style.bold, style.italic) {
        (true, true) => "***",
        (true, false) => "**",
        (false, true) => "*",
        (false, false) => "",
    };
    let touches = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
    let is_outside = |c: char| !c.is_alphanumeric();
    let mut inside = text;
    if touches(out.chars().next_back()) {
        inside = inside.trim_start_matches(is_outside);
    }
    let (before, _) = text.split_at_checked(text.len() - inside.len()).unwrap_or_default();
    if touches(next) {
        inside = inside.trim_end_matches(is_outside);
    }
    let after = text.get(before.len() + inside.len()..).unwrap_or("");
    // Marks that touch others would join them.
    let is_plain = mark.is_empty() || inside.is_empty() || before.is_empty() && out.ends_with('*');
    let (before, inside, after) = if is_plain { ("", text, "") } else { (before, inside, after) };
    let mark = if is_plain { "" } else { mark };
    let mut markdown = escape::inline(inside);
    if let Some(link) = style.link.as_ref().filter(|_| !inside.is_empty()) {
        let escaped = inside.split_inclusive(['[', ']']).map(|part| match part.strip_suffix(['[', ']']) {
            Some(text) => escape::inline(text) + "\\" + part.get(text.len()..).unwrap_or(""),
            None => escape::inline(part),
        });
        markdown = format!("[{}]({})", escaped.collect::<String>(), destination(link));
        // It would be a picture.
        if before.is_empty() && out.ends_with('!') {
            out.insert(out.len() - 1, '\\');
        }
    }
    out.push_str(&escape::inline(before));
    out.push_str(&format!("{mark}{markdown}{mark}"));
    out.push_str(&escape::inline(after));
}

/// An address that Markdown reads to its end.
fn destination(link: &Link) -> String {
    let mut out = String::new();
    for c in link.as_str().chars() {
        match c {
            '(' | ')' | '<' | '>' | ' ' | '\\' | '`' => out.push_str(&format!("%{:02X}", c as u32)),
            c => out.push(c),
        }
    }
    out
}
