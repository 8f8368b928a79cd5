//! A text as the scorer reads it: words with their stems, and which of them are negated.

use std::ops::Range;

use super::english;
use super::language::Language;
use super::similarity::Stem;
use super::words::{begins, is_digit, is_letter, parts, run, small};

/// What the ends of shortened words stand for; empty where it depends.
const SHORTENED: [(&str, &str); 7] =
    [("n't", "not"), ("'s", ""), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'d", ""), ("'m", "am")];

/// How many content words a negator reaches.
const REACH: usize = 3;

/// A prepared text.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Text {
    pub(super) tokens: Vec<Token>,
    /// How many of them are negators.
    pub(super) n_negators: usize,
}

/// A word, or a number.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token {
    /// In lower case.
    pub(super) word: Stem,
    pub(super) stem: Stem,
    /// Where it stands in the text, in bytes.
    pub(super) at: Range<usize>,
    /// Whether it says something about what is talked of.
    pub(super) is_content: bool,
    /// Whether a negator before it turns it around.
    pub(super) is_negated: bool,
    /// Whether a clause begins with it.
    pub(super) begins_clause: bool,
}

impl Text {
    pub(super) fn new(text: &str, language: Language) -> Self {
        let is_english = language == Language::English;
        let mut reader =
            Reader { text, is_english, tokens: Vec::new(), begins_clause: true, reach: 0, n_negators: 0 };
        reader.read();
        Text { tokens: reader.tokens, n_negators: reader.n_negators }
    }

    /// The stems of the words that say something, in order.
    pub(super) fn content(&self) -> impl Iterator<Item = &Token> {
        self.tokens.iter().filter(|token| token.is_content)
    }
}

struct Reader<'t> {
    text: &'t str,
    is_english: bool,
    tokens: Vec<Token>,
    begins_clause: bool,
    /// The content words that the last negator still reaches.
    reach: usize,
    n_negators: usize,
}

impl Reader<'_> {
    fn read(&mut self) {
        let mut at = 0;
        while let Some(c) = self.text.get(at..).and_then(|rest| rest.chars().next()) {
            let rest = self.text.get(at..).unwrap_or("");
            let length = if is_letter(c) {
                run(rest, is_part_of_word)
            } else if is_digit(c) {
                run(rest, is_part_of_number)
            } else {
                if matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '\n') {
                    self.end_clause();
                } else if c == '%' && self.is_english {
                    self.push("percent", at..at + 1);
                }
                at += c.len_utf8();
                continue;
            };
            self.word(at, at + length);
            at += length;
        }
    }

    /// A negator reaches no further than its clause.
    fn end_clause(&mut self) {
        self.begins_clause = true;
        self.reach = 0;
    }

    /// Takes in what stands between two places: one word, or two that are written as one.
    fn word(&mut self, from: usize, to: usize) {
        let written = self.text.get(from..to).unwrap_or("");
        let written = spoken(written);
        if !self.is_english {
            self.push(&written, from..to);
            return;
        }
        if english::begins_clause(&written) {
            self.end_clause();
        }
        let (word, whole) = match written.as_str() {
            "can't" | "cant" | "cannot" => ("can", "not"),
            "won't" => ("will", "not"),
            word => match english::auxiliary_of(word) {
                Some(auxiliary) => (auxiliary, "not"),
                None => whole_of(word).unwrap_or((word, "")),
            },
        };
        for part in parts(word, |c| c == '\'').chain([whole]) {
            self.push(part, from..to);
        }
    }

    fn push(&mut self, word: &str, at: Range<usize>) {
        if word.is_empty() {
            return;
        }
        let is_english = self.is_english;
        let last = self.tokens.last().map_or("", |token| &token.word.text);
        let is_negator = is_english && english::is_negator(last, word);
        let is_small = is_negator || is_english && (english::is_stop(word) || word == "no");
        let is_content = !is_small;
        if self.reach > 0 && is_english && english::is_asking(word) {
            self.reach = 0;
        }
        let token = Token {
            word: Stem::new(word),
            // What English does not have is left as it is.
            stem: Stem::new(if is_english { english::stem(word) } else { word }),
            at,
            is_content,
            is_negated: self.reach > 0,
            begins_clause: std::mem::take(&mut self.begins_clause),
        };
        if is_negator {
            self.n_negators += 1;
            // A second negator takes the first one back, unless there is something between that the first one turned.
            self.reach = match self.reach {
                REACH => 0,
                _ => REACH,
            };
        } else if is_content && self.reach > 0 && !(is_english && english::is_light(&token.stem.text)) {
            self.reach = self.reach.saturating_sub(1);
        }
        self.tokens.push(token);
    }
}

/// A word in small letters, with the plain apostrophe.
fn spoken(written: &str) -> String {
    let mut spoken = String::new();
    for c in written.chars() {
        spoken.push(if is_apostrophe(c) { '\'' } else { small(c) });
    }
    spoken
}

/// Also what people type in its place where it is hard to reach.
fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '´' | '`' | '"')
}

/// What a shortened word begins with, and what its end stands for.
fn whole_of(word: &str) -> Option<(&str, &'static str)> {
    SHORTENED.iter().find_map(|(end, whole)| Some((word.strip_suffix(end)?, *whole)))
}

/// Letters, and an apostrophe between two. A letter of a script without spaces is a word of its own with its kin.
fn is_part_of_word(c: char, behind: &str) -> bool {
    is_letter(c) || (is_apostrophe(c) && begins(behind, is_letter))
}

/// Digits, and a point or comma between two.
fn is_part_of_number(c: char, behind: &str) -> bool {
    is_digit(c) || (matches!(c, '.' | ',') && begins(behind, is_digit))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tokens, content words with their stem, `-` before one that is negated and `|` before a clause.
    fn dump(text: &str, language: Language) -> String {
        let tokens = Text::new(text, language).tokens;
        let token = |token: &Token| {
            let clause = if token.begins_clause { "|" } else { "" };
            let word = if token.is_content { token.stem.text.as_str() } else { "_" };
            let is_negated = token.is_negated && token.is_content;
            format!("{clause}{}{word}", if is_negated { "-" } else { "" })
        };
        tokens.iter().map(token).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn texts_are_read_word_by_word() {
        let check =
            |text: &str, expected: &str| assert_eq!(dump(text, Language::English), expected, "{text}");
        check("Measuring the churned customers", "|measur _ churn custom");
        check("We didn't measure churn at all, we guessed", "|_ _ _ -measur -churn _ _ |_ guess");
        for apostrophe in ["'", "’", "‘", "´", "`", "\""] {
            check(&format!("can{apostrophe}t ship"), "|_ _ -ship");
        }
        check("doesnt scale, won't pay", "|_ _ -sca |_ _ -pay");
        check("not without data", "|_ _ data");
        check("no deals and no win data", "|_ -dea _ _ -win -data");
        check("the team failed to ship failed changes", "|_ team fai _ -ship -fai -chang");
        check("nobody can tell what problem it solves", "|_ _ -tel _ problem _ solv");
        check("go/no-go criteria", "|go _ go criter");
        check("the customer's goals, they're clear", "|_ custom goa |_ _ clear");
        check("grew 1,200.5% and 3", "|grow 1,200.5 percent _ 3");
        check("cheap but slow", "|cheap |_ slow");
        check("six months, 60% of 6", "|6 month |60 percent _ 6");
        check("Café naïve — x", "|café naïv x");
        check("", "");
        check("🙂 …", "");
    }

    #[test]
    fn other_languages_are_read_as_they_are_written() {
        assert_eq!(dump("Das ist nicht gut", Language::Spaced), "|das ist nicht gut");
        assert_eq!(dump("l'équipe n'a pas", Language::Spaced), "|l'équipe n'a pas");
    }

    #[test]
    fn words_know_where_they_stand() {
        let text = "Über don’t 1.5x";
        let words =
            Text::new(text, Language::English).tokens.into_iter().map(|token| text[token.at].to_owned());
        assert_eq!(words.collect::<Vec<_>>(), ["Über", "don’t", "don’t", "1.5", "x"]);
    }
}
