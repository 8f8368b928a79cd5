//! The addresses of links and pictures.

use super::escape;

/// An address as Markdown reads it.
pub(super) fn address(address: &str) -> String {
    let needs_angles = |c: char| c <= ' ' || matches!(c, '<' | '>');
    let mut written = String::with_capacity(address.len() + 2);
    let has_angles = address.is_empty() || address.contains(needs_angles) || !is_balanced(address);
    written.push_str(if has_angles { "<" } else { "" });
    let mut chars = address.chars();
    while let Some(c) = chars.next() {
        match c {
            '<' | '>' | '\\' => {
                written.push('\\');
                written.push(c);
            }
            '&' if escape::begins_entity(chars.as_str()) => written.push_str("&amp;"),
            // A row of a table would end there.
            '|' => written.push_str("&#124;"),
            c => written.push(c),
        }
    }
    written.push_str(if has_angles { ">" } else { "" });
    written
}

/// Whether each parenthesis in an address has its other half behind it, and none stands inside of others.
fn is_balanced(address: &str) -> bool {
    let mut is_open = false;
    for c in address.chars().filter(|c| matches!(c, '(' | ')')) {
        if is_open == (c == '(') {
            return false;
        }
        is_open = !is_open;
    }
    !is_open
}
