//! A text as the scorer reads it: words with their stems, and which of them are negated.

use std::ops::Range;

use frostem::{Algorithm, Stemmer};

use super::english;
use super::language::Language;
use super::words::{is_digit, is_letter, parts, small};

/// What the ends of shortened words stand for; empty where it depends.
const SHORTENED: [(&str, &str); 6] =
    [("'s", ""), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'d", ""), ("'m", "am")];

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
    pub(super) word: String,
    pub(super) stem: String,
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
        let written: String = written.chars().map(|c| if c == '’' { '\'' } else { small(c) }).collect();
        if !self.is_english {
            self.push(&written, from..to);
            return;
        }
        if english::begins_clause(&written) {
            self.end_clause();
        }
        let not = |word: &str| -> Option<String> {
            match word {
                "can't" | "cant" | "cannot" => Some("can".to_owned()),
                "won't" => Some("will".to_owned()),
                word => word.strip_suffix("n't").or_else(|| english::auxiliary_of(word)).map(str::to_owned),
            }
        };
        if let Some(first) = not(&written) {
            self.push(&first, from..to);
            self.push("not", from..to);
            return;
        }
        let short = SHORTENED.iter().find_map(|(end, whole)| Some((written.strip_suffix(end)?, *whole)));
        let (word, whole) = short.unwrap_or((&written, ""));
        for part in parts(word, |c| c == '\'').chain([whole]) {
            self.push(part, from..to);
        }
    }

    fn push(&mut self, word: &str, at: Range<usize>) {
        if word.is_empty() {
            return;
        }
        let is_english = self.is_english;
        let last = self.tokens.last().map_or("", |token| &token.word);
        let is_negator = is_english && english::is_negator(last, word);
        let is_small = is_negator || is_english && (english::is_stop(word) || english::is_negator("", word));
        let is_content = !is_small;
        if is_english && english::is_asking(word) {
            self.reach = 0;
        }
        let token = Token {
            word: word.to_owned(),
            stem: self.stem(word),
            at,
            is_content,
            is_negated: is_content && self.reach > 0,
            begins_clause: std::mem::take(&mut self.begins_clause),
        };
        if is_negator {
            self.n_negators += 1;
            // A second negator takes the first one back, unless there is something between that the first one turned.
            self.reach = match self.reach {
                REACH => 0,
                // "People who do not report to me" says something of people, not of what follows.
                _ if self.is_about_whom() => 1,
                _ => REACH,
            };
        } else if is_content && !(is_english && english::is_light(&token.stem)) {
            self.reach = self.reach.saturating_sub(1);
        }
        self.tokens.push(token);
    }

    /// Whether the last words are `who` or `which`, maybe with an auxiliary.
    fn is_about_whom(&self) -> bool {
        let last = self.tokens.iter().rev().take(2);
        last.take_while(|token| !token.is_content).any(|token| matches!(token.word.as_str(), "who" | "which"))
    }

    fn stem(&self, word: &str) -> String {
        // What English does not have is left as it is.
        if self.is_english && word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            english::regular(&Stemmer::new(Algorithm::English).stem(word)).to_owned()
        } else {
            word.to_owned()
        }
    }
}

/// How far a text goes on with characters that belong together, in bytes. `next` is what follows a character.
fn run(text: &str, belongs: fn(char, Option<char>) -> bool) -> usize {
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !belongs(c, chars.peek().map(|(_, next)| *next)) {
            return at;
        }
    }
    text.len()
}

/// Letters, and an apostrophe between two. A letter of a script without spaces is a word of its own with its kin.
fn is_part_of_word(c: char, next: Option<char>) -> bool {
    is_letter(c) || (matches!(c, '\'' | '’') && next.is_some_and(is_letter))
}

/// Digits, and a point or comma between two.
fn is_part_of_number(c: char, next: Option<char>) -> bool {
    is_digit(c) || (matches!(c, '.' | ',') && next.is_some_and(is_digit))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tokens, content words with their stem, `-` before one that is negated and `|` before a clause.
    fn dump(text: &str, language: Language) -> String {
        let tokens = Text::new(text, language).tokens;
        let token = |token: &Token| {
            let clause = if token.begins_clause { "|" } else { "" };
            let word = if token.is_content { token.stem.as_str() } else { "_" };
            format!("{clause}{}{word}", if token.is_negated { "-" } else { "" })
        };
        tokens.iter().map(token).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn texts_are_read_word_by_word() {
        let check = |text, expected: &str| assert_eq!(dump(text, Language::English), expected, "{text}");
        check("Measuring the churned customers", "|measur _ churn custom");
        check("We didn't measure churn at all, we guessed", "|_ _ _ -measur -churn _ _ |_ guess");
        check("can’t ship", "|_ _ -ship");
        check("doesnt scale, won't pay", "|_ _ -scale |_ _ -pay");
        check("not without data", "|_ _ data");
        check("no deals and no win data", "|_ -deal _ _ -win -data");
        check("people who don't report to me act", "|peopl _ _ _ -report _ _ act");
        check("the team failed to ship failed changes", "|_ team fail _ -ship -fail -chang");
        check("nobody can tell what problem it solves", "|_ _ -tell _ problem _ solv");
        check("go/no-go criteria", "|go _ go criterion");
        check("the customer's goals, they're clear", "|_ custom goal |_ _ clear");
        check("grew 1,200.5% and 3", "|grow 1,200.5 _ 3");
        check("cheap but slow", "|cheap |_ slow");
        check("Café naïve — x", "|café naïve x");
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
