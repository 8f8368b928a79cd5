//! Plain text as Markdown that reads back as the same text, with as few backslashes as that takes: people go
//! on editing what is written here.
//!
//! [`is_markup`] is for text anywhere in a line, [`start`] for what a line or a block begins with, and
//! [`heading`] for the end of a heading.

/// Whether `c` would be read as markup. An end of the text counts as the worst that could stand there.
pub(crate) fn is_markup(c: char, before: Option<char>, rest: &str) -> bool {
    let next = rest.chars().next();
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_space = |c: Option<char>| c.is_some_and(char::is_whitespace);
    match c {
        '`' => true,
        '\\' => next.is_none_or(|next| next.is_ascii_punctuation()),
        '*' => !(is_space(before) && is_space(next)),
        '_' => {
            let next = rest.trim_start_matches('_').chars().next();
            !(is_letter(before) && is_letter(next) || is_space(before) && is_space(next))
        }
        // Striking out needs a mark that can close it: `~5` alone is harmless.
        '~' => next == Some('~') || before == Some('~') || !is_letter(next) && !is_space(before),
        // A link needs both, and one of them is enough to break it.
        ']' => next == Some('('),
        '<' => begins_html(rest),
        '&' => begins_entity(rest),
        _ => false,
    }
}

/// Whether what follows a `<` makes it a tag, a comment or an address.
fn begins_html(rest: &str) -> bool {
    rest.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'))
}

/// Whether what follows an `&` makes it an entity.
pub(crate) fn begins_entity(rest: &str) -> bool {
    const LONGEST: usize = 40;
    let name = rest.strip_prefix('#').unwrap_or(rest);
    let end = name.bytes().take(LONGEST).position(|b| !b.is_ascii_alphanumeric());
    end.is_some_and(|end| end > 0 && name.as_bytes().get(end) == Some(&b';'))
}

/// A line of inline Markdown, not indented, for the start of a block or of a line in one.
pub(crate) fn start(markdown: &str) -> String {
    let mut line = markdown.to_owned();
    if let Some(at) = mark(markdown) {
        line.insert(at, '\\');
    }
    line
}

/// Where the character stands that makes the line something else than text.
fn mark(line: &str) -> Option<usize> {
    let consists_of = |marks: &str| line.chars().all(|c| marks.contains(c));
    let ends_word =
        |at: usize| line.get(at..).is_none_or(|rest| rest.is_empty() || rest.starts_with([' ', '\t']));
    let is_mark = match line.chars().next()? {
        // Without a space it is none, but is likely to have been meant as one.
        '#' => {
            let rest = line.trim_start_matches('#');
            let n_signs = line.len() - rest.len();
            ends_word(n_signs) || ((2..=3).contains(&n_signs) && rest.starts_with(char::is_alphanumeric))
        }
        '>' => true,
        // A bullet, a rule, an underline that makes a heading, or the line below a table's head.
        '-' => ends_word(1) || consists_of("-| :\t"),
        '|' | ':' => line.contains('-') && consists_of("-| :\t"),
        '+' => ends_word(1),
        '*' => ends_word(1) || consists_of("* \t"),
        '_' => consists_of("_ \t"),
        '=' => ends_word(1) || consists_of("="),
        '`' => line.starts_with("```") && !line.trim_start_matches('`').contains('`'),
        '~' => line.starts_with("~~~"),
        '<' => line.strip_prefix('<').is_some_and(|rest| begins_html(rest) && !is_address(rest)),
        // A box to tick, or where a link leads.
        '[' => {
            let is_tick = |c: u8| matches!(c, b'x' | b'X' | 0xb) || c.is_ascii_whitespace();
            let is_box = matches!(line.as_bytes(), [_, tick, b']', ..] if is_tick(*tick));
            is_box || line.contains("]:") || !line.contains(']')
        }
        c if c.is_ascii_digit() => {
            let n_digits = line.bytes().take_while(u8::is_ascii_digit).count();
            let is_number = matches!(line.as_bytes().get(n_digits), Some(b'.' | b')'));
            return (n_digits <= 9 && is_number && ends_word(n_digits + 1)).then_some(n_digits);
        }
        _ => false,
    };
    is_mark.then_some(0)
}

fn is_address(rest: &str) -> bool {
    ["http://", "https://", "mailto:"].iter().any(|scheme| rest.starts_with(scheme))
}

/// Inline Markdown for a heading: braces and number signs at its end are part of it.
pub(crate) fn heading(markdown: &str) -> String {
    let mut heading = markdown.trim().to_owned();
    let without_signs = heading.trim_end_matches('#');
    let is_closing = without_signs.len() < heading.len()
        && (without_signs.is_empty() || without_signs.ends_with([' ', '\t']));
    let is_attributes = || {
        let inside = heading.strip_suffix('}')?;
        let open = inside.rfind(['{', '}', '<', '>', '\\', '\n'])?;
        Some(inside.get(open..)?.starts_with('{'))
    };
    if is_closing || is_attributes() == Some(true) {
        heading.insert(heading.len() - 1, '\\');
    }
    heading
}
