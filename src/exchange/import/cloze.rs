//! Hidden words of a prompt, on their way from another format to the native `{{words::hint}}`.
//!
//! Between reading and writing they stand between characters that no other text has, so that escaping the
//! text around them leaves them alone.

/// Stands for `{{`.
const OPEN: char = '\u{e000}';
/// Stands for `}}`.
const CLOSE: char = '\u{e001}';
/// Stands for the `::` before a hint.
const HINT: char = '\u{e002}';

/// Whether a field of Anki's has hidden words.
pub(super) fn is_anki(field: &str) -> bool {
    field.match_indices("{{c").any(|(at, _)| field.get(at..).is_some_and(|rest| anki_open(rest).is_some()))
}

/// What follows `{{c1::`.
fn anki_open(rest: &str) -> Option<&str> {
    let rest = rest.strip_prefix("{{c")?;
    let n_digits = rest.bytes().take(4).take_while(u8::is_ascii_digit).count();
    rest.get(n_digits..)?.strip_prefix("::").filter(|_| n_digits > 0)
}

/// Marks `{{c1::words::hint}}`. Returns the text, and how many are hidden. What is hidden inside of other
/// hidden words is hidden with them.
pub(super) fn mark_anki(field: &str) -> (String, usize) {
    let mut out = String::with_capacity(field.len());
    let (mut rest, mut count, mut depth, mut has_hint) = (field, 0, 0_usize, false);
    // Where the open one begins in `out`.
    let mut began = 0;
    while let Some(c) = rest.chars().next() {
        if let Some(inside) = anki_open(rest) {
            if depth == 0 {
                (began, has_hint) = (out.len(), false);
                out.push(OPEN);
            }
            depth += 1;
            rest = inside;
            continue;
        }
        if c == '}' && depth > 0 {
            // Braces of a formula may stand before those that close.
            let after = rest.trim_start_matches('}');
            let n_braces = rest.len() - after.len();
            let n_closed = depth.min(n_braces / 2);
            out.extend(std::iter::repeat_n('}', n_braces - 2 * n_closed));
            depth -= n_closed;
            if depth == 0 && n_closed > 0 {
                let is_empty =
                    out.get(began + OPEN.len_utf8()..).is_none_or(|inside| inside.trim().is_empty());
                if is_empty {
                    out.truncate(began);
                } else {
                    out.push(CLOSE);
                    count += 1;
                }
            }
            rest = after;
            continue;
        }
        if let Some(after) = rest.strip_prefix("::").filter(|_| depth == 1 && !has_hint) {
            has_hint = true;
            out.push(HINT);
            rest = after;
            continue;
        }
        if !matches!(c, OPEN..=HINT) {
            out.push(c);
        }
        rest = rest.get(c.len_utf8()..).unwrap_or("");
    }
    if depth > 0 {
        let open = out.split_off(began);
        out.push_str(&open.replace([OPEN, HINT], " "));
    }
    (out, count)
}

/// Hides words in Markdown, where nothing is escaped any more.
pub(super) fn hidden(words: &str, hint: &str) -> String {
    let [words, hint] = [words, hint].map(plain);
    match (words.as_str(), hint.as_str()) {
        ("", _) => String::new(),
        (words, "") => format!("{{{{{words}}}}}"),
        (words, hint) => format!("{{{{{words}::{hint}}}}}"),
    }
}

/// What may stand between the braces: no markup, no brace, and no colons in a row.
fn plain(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    let mut chars = words.chars().peekable();
    while let Some(c) = chars.next() {
        let is_inside_word = || plain.ends_with(char::is_alphanumeric);
        match c {
            '*' | '`' | '[' | ']' | '<' | '>' | '~' | '\\' => plain.push(' '),
            '_' if !(is_inside_word() && chars.peek().is_some_and(|next| next.is_alphanumeric())) => {
                plain.push(' ');
            }
            '{' => plain.push('('),
            '}' => plain.push(')'),
            ':' if plain.ends_with(':') => plain.push_str(" :"),
            c => plain.push(c),
        }
    }
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The marks as native Markdown.
pub(super) fn unmark(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    let mut rest = markdown;
    while let Some((before, inside)) = rest.split_once(OPEN) {
        out.push_str(before);
        let (inside, after) = inside.split_once(CLOSE).unwrap_or((inside, ""));
        let (words, hint) = inside.split_once(HINT).unwrap_or((inside, ""));
        out.push_str(&hidden(words, hint));
        rest = after;
    }
    out.push_str(rest);
    out
}
