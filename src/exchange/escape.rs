//! Plain text as Markdown that reads back as the same text, with as few backslashes as that takes: people go
//! on editing what is written here.
//!
//! [`inline`] is for text anywhere in a line, [`start`] for what a line or a block begins with, [`line`] for
//! both together, and [`heading`] for the end of a heading. Line breaks are the caller's.

use crate::deck::print::escape::is_markup;
pub(crate) use crate::deck::print::escape::{heading, start};

/// Stands behind a brace that would begin a gap or an input: it is not seen, and parts no words.
const JOINER: char = '\u{2060}';

/// What is written for two braces that are to stay text.
pub(crate) const NO_GAP: &str = "{\u{2060}{";

/// `text` for the middle of a line.
pub(crate) fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    let mut before = None;
    let mut is_escaped = false;
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        // Underscores in a row are one mark: what counts is what stands around all of them.
        if c != '_' || before != Some('_') {
            is_escaped = is_markup(c, before, chars.as_str());
        }
        if is_escaped {
            out.push('\\');
        }
        out.push(c);
        if c == '{' && begins_field(chars.as_str()) {
            out.push(JOINER);
        }
        before = Some(c);
    }
    out
}

/// Whether what follows a brace in a prompt would be a gap or an input.
fn begins_field(rest: &str) -> bool {
    let is_input = || {
        let name = rest.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_');
        let values = name.trim_start().strip_prefix(':')?;
        Some(
            name.len() < rest.len()
                && values.find(['{', '}']).is_some_and(|at| values.as_bytes().get(at) == Some(&b'}')),
        )
    };
    rest.starts_with('{') || is_input() == Some(true)
}

/// `text` for the start of a block or of a line in one.
pub(crate) fn line(text: &str) -> String {
    start(&inline(text))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::deck::{Block, Deck, Inline, plain_text};

    #[test]
    fn only_what_needs_it_is_escaped() {
        for (text, expected) in [
            ("plain text, with (brackets) and \"quotes\".", "plain text, with (brackets) and \"quotes\"."),
            ("snake_case and 5 * 3", "snake_case and 5 * 3"),
            ("*a* _b_ `c`", r"\*a\* \_b\_ \`c\`"),
            ("~5 minutes, ~~gone~~", r"~5 minutes, \~\~gone\~\~"),
            ("see [1] and [2](x)", r"see [1] and [2\](x)"),
            ("a < b, <b>, R&D, AT&amp;T, &#65;", r"a < b, \<b>, R&D, AT\&amp;T, \&#65;"),
            (r"C:\temp and \* and \", r"C:\temp and \\\* and \\"),
            ("{{x}} {y} {z: 1}", "{\u{2060}{x}} {y} {\u{2060}z: 1}"),
            ("# x", r"\# x"),
            ("#1 is not a heading", "#1 is not a heading"),
            ("- x", r"\- x"),
            ("-5 degrees", "-5 degrees"),
            ("---", r"\---"),
            ("===", r"\==="),
            ("= 42", r"\= 42"),
            ("=>", "=>"),
            ("> x", r"\> x"),
            ("+ x", r"\+ x"),
            ("12. x", r"12\. x"),
            ("1) x", r"1\) x"),
            ("1.5 percent", "1.5 percent"),
            ("1234567890. x", "1234567890. x"),
            ("```", r"\`\`\`"),
            ("[ ] box", r"\[ ] box"),
            ("[a]: b", r"\[a]: b"),
            ("[a] b", "[a] b"),
            ("|--|:-:|", r"\|--|:-:|"),
        ] {
            assert_eq!(line(text), expected, "{text:?}");
        }
        for (markdown, expected) in [
            ("braces {#x}", r"braces {#x\}"),
            ("C #", r"C \#"),
            ("C#", "C#"),
            ("##", r"#\#"),
            ("a {{cloze}}", "a {{cloze}}"),
            ("{a}", r"{a\}"),
        ] {
            assert_eq!(heading(markdown), expected, "{markdown:?}");
        }
        for (markdown, expected) in [
            ("<!-- x", r"\<!-- x"),
            ("<https://example.com>", "<https://example.com>"),
            ("```js", r"\```js"),
            ("```a``` b", "```a``` b"),
            ("~~~", r"\~~~"),
            ("**b** c", "**b** c"),
            ("* * *", r"\* * *"),
        ] {
            assert_eq!(start(markdown), expected, "{markdown:?}");
        }
    }

    fn words(blocks: &[Block]) -> Vec<String> {
        let words = blocks.iter().map(|block| match block {
            Block::Paragraph { content } => content.iter().fold(String::new(), |text, inline| match inline {
                Inline::Text { text: more } => text + more,
                other => format!("{text}<{other:?}>"),
            }),
            Block::List { items, .. } => items.iter().map(|item| words(&item.content).join("/")).collect(),
            other => format!("{other:?}"),
        });
        words.collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn escaped_text_reads_back(
            text in r"(\PC{0,12}|[-#*_~`\[\]()<>!&;:|=+.{}\\ 0-9a-c/x]{0,16}|&amp;|&#6;|1\. |- |# |\[a\]: |\[ \] |<!-- ){1,4}",
            more in r"[-#*_~`\[\]()<>!&:|=+.{}\\ 0-9ax]{1,9}",
        ) {
            let fold = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            let (text, more) = (fold(&text), fold(&more));
            prop_assume!(!text.is_empty() && !more.is_empty());
            let (one, two, both) = (line(&text), line(&more), format!("{text} {more}"));
            let head = heading(&inline(&text));
            let deck = format!(
                "## {head}\n\n### {head}\n\n{one}\n\n- {one}\n\n{one}\n{two}\n\n1. {one}\n   {two}\n"
            );
            let (deck, issues) = Deck::parse(&deck, "");
            prop_assert_eq!(issues.iter().map(ToString::to_string).collect::<Vec<_>>(), Vec::<String>::new());
            prop_assert_eq!(deck.cards.len(), 1);
            let seen = |text: String| text.replace(JOINER, "");
            prop_assert_eq!(seen(plain_text(&deck.cards[0].prompt.title)), text.clone());
            prop_assert_eq!(seen(plain_text(&deck.cards[0].sections[0].title)), text.clone());
            let found = words(&deck.cards[0].sections[0].content).into_iter().map(seen).collect::<Vec<_>>();
            prop_assert_eq!(found, vec![text.clone(), text, both.clone(), both]);
        }
    }
}
