//! Which languages the engine reads, and how.

use super::words::{fold, is_in, is_letter, is_sign, parts};

/// How a language is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// With stems, stop words, negation and synonyms.
    #[default]
    English,
    /// Words stand apart: they are compared as they are written, and by their parts.
    Spaced,
    /// Words cannot be told apart, as in Chinese, Japanese or Thai: answers are not scored.
    Unspaced,
}

/// The languages, as ISO 639 has them, whose words run together.
const UNSPACED: &str = "zh ja th lo km my bo dz zxx";

/// The smallest share of the words below that a text in English has: in whole sentences it is about a third, and in those
/// of its neighbors less than a twentieth.
const ENGLISH_SHARE: f64 = 0.1;

impl Language {
    /// A tag of BCP 47 that leads back to it: `en`, `und` (a language that nobody determined) or `zxx` (none that can be
    /// read).
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spaced => "und",
            Self::Unspaced => "zxx",
        }
    }

    /// The language of a tag such as `en-GB`; where there is none, that of the texts themselves.
    pub fn new<'a>(tag: &str, texts: impl Iterator<Item = &'a str>) -> Self {
        match parts(&fold(tag), is_sign).next().unwrap_or("") {
            "" => Self::guess(texts),
            "en" => Self::English,
            tag if is_in(UNSPACED, tag) => Self::Unspaced,
            _ => Self::Spaced,
        }
    }

    /// From the script, and from the words that every English text is full of.
    fn guess<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let (mut n_letters, mut n_unspaced, mut n_words, mut n_english) = (0_u32, 0_u32, 0_u32, 0_u32);
        for text in texts {
            for c in text.chars().filter(|c| is_letter(*c)) {
                n_letters += 1;
                n_unspaced += u32::from(is_unspaced(c));
            }
            for word in parts(&fold(text), is_sign) {
                n_words += 1;
                n_english += u32::from(is_english(word));
            }
        }
        if n_unspaced * 2 > n_letters {
            Self::Unspaced
        } else if n_words < 5 || f64::from(n_english) >= ENGLISH_SHARE * f64::from(n_words) {
            Self::English
        } else {
            Self::Spaced
        }
    }
}

/// Whether a letter is of a script that is written without spaces.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{0e00}'..='\u{0eff}' | '\u{0f00}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Words that English is full of and that its neighbors do not have. (`in`, `was`, `an` and `die` are German too.)
fn is_english(word: &str) -> bool {
    const WORDS: &str =
        "the of and to is that it for with as are be this by from or their they we which you not what how";
    is_in(WORDS, word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_known_by_tag_and_else_by_text() {
        let check = |tag: &str, text: &str, expected| {
            assert_eq!(Language::new(tag, [text].into_iter()), expected, "{tag} {text}")
        };
        check("en-GB", "", Language::English);
        check("EN_us", "völlig egal", Language::English);
        check("de", "The same", Language::Spaced);
        check("zh-Hant", "", Language::Unspaced);
        check("", "Clarify the goal: which objective the tier serves.", Language::English);
        check("", "Churn", Language::English);
        check(
            "",
            "Die Nachricht wird vom Empfänger nicht vollständig gelesen und später erneut gesendet.",
            Language::Spaced,
        );
        check("", "Le client qui part ne revient jamais sans une bonne raison.", Language::Spaced);
        check("", "ユーザーの目標を明確にする", Language::Unspaced);
        check("", "ต้นทุนต่อผู้ใช้หนึ่งราย", Language::Unspaced);
        check("", "", Language::English);
        for language in [Language::English, Language::Spaced, Language::Unspaced] {
            check(language.tag(), "", language);
        }
    }
}
