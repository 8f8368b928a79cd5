//! Text as it is compared: without case, accents and the many forms of signs that look alike.

/// The letters that letters with marks are written over, and plain signs for those that look alike: each holds up to the
/// next entry, and a letter alone says that letters stay as they are.
const BASES: &str = "ßss àa æae çc èe ìi ðd ñn òo ÷ øo ùu ýy þth ÿy \u{100}a \u{106}c \u{10E}d \u{112}e \u{11C}g \u{124}h \
                     \u{128}i \u{132}ij \u{134}j \u{136}k \u{139}l \u{143}n \u{14C}o \u{152}oe \u{154}r \u{15A}s \u{162}t \
                     \u{168}u \u{174}w \u{176}y \u{179}z \u{17F}s \u{180} Ơo \u{1A2} Ưu \u{1B1} \u{218}s \u{21A}t \u{21C} \
                     ёе ђ ẞss \u{1E9F} Ạa Ẹe Ỉi Ọo Ụu Ỳy \u{1EFA} ‐- \u{2016} ‘' \u{201C}\" \u{2020} \u{2044}/ \u{2045} −- \
                     \u{2213}";

/// Words that tell no terms apart.
const SMALL: &str = "a an the and";

/// Where signs stand that belong to no word, behind ASCII: from the first to the last.
const SIGNS: [(char, char); 11] = [
    ('\u{80}', '\u{A9}'),
    ('\u{AB}', '\u{B4}'),
    ('\u{B6}', '\u{BF}'),
    ('×', '×'),
    ('÷', '÷'),
    ('\u{2000}', '\u{2BFF}'),
    ('\u{3000}', '\u{3004}'),
    ('\u{3008}', '\u{3020}'),
    ('\u{E000}', '\u{F8FF}'),
    ('\u{FE00}', '\u{FE6F}'),
    // Emoji.
    ('\u{1F000}', '\u{1FAFF}'),
];

/// `text` in small letters without accents, with plain quotes, dashes, spaces and digits.
///
/// Nothing else is taken out: numbers are read from it too. Of letters behind Latin, those of Greek and Cyrillic
/// have small ones here: the tables of all scripts would cost the module more bytes than all of this.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            // Fractions that stand in one sign do not belong to the digits before them.
            '¼' => folded.push_str(" 1/4"),
            '½' => folded.push_str(" 1/2"),
            '¾' => folded.push_str(" 3/4"),
            '´' => folded.push('\''),
            // Combining marks, soft hyphens, and what has no width.
            '\u{300}'..='\u{36F}' | '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' => {}
            c if c.is_whitespace() => folded.push(' '),
            c => push_base(small(c), &mut folded),
        }
    }
    folded
}

/// The small letter of a capital, and the plain form of a wide sign.
pub(super) fn small(c: char) -> char {
    let code = u32::from(c);
    let code = match c {
        // They stand in the order of their plain forms.
        '\u{FF01}'..='\u{FF5E}' => code - 0xFEE0,
        _ => code,
    };
    let c = char::from_u32(code).unwrap_or(c);
    let distance = match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ω' | 'А'..='Я' => 0x20,
        'Ѐ'..='Џ' => 0x50,
        // In the rest of Latin a small letter stands behind each capital, here odd and there even.
        '\u{139}'..='\u{148}' | '\u{179}'..='\u{17E}' => code & 1,
        '\u{100}'..='\u{137}' | '\u{14A}'..='\u{177}' | '\u{1E00}'..='\u{1E95}' | '\u{1EA0}'..='\u{1EFF}' => {
            1 - (code & 1)
        }
        _ => 0,
    };
    char::from_u32(code + distance).unwrap_or(c)
}

fn push_base(c: char, folded: &mut String) {
    let mut base = "";
    for entry in BASES.split_ascii_whitespace() {
        match split_first(entry) {
            Some((first, plain)) if first <= c => base = plain,
            _ => break,
        }
    }
    if base.is_empty() {
        folded.push(c);
    } else {
        folded.push_str(base);
    }
}

/// The first character of a text, and the rest.
pub(super) fn split_first(text: &str) -> Option<(char, &str)> {
    let mut rest = text.chars();
    Some((rest.next()?, rest.as_str()))
}

/// How far a text goes on with characters that belong together, in bytes. `belongs` is given what is behind a character.
pub(super) fn run(text: &str, belongs: fn(char, &str) -> bool) -> usize {
    let mut rest = text;
    while let Some((_, behind)) = split_first(rest).filter(|(c, behind)| belongs(*c, behind)) {
        rest = behind;
    }
    text.len() - rest.len()
}

/// Whether a word is on a list, whose words stand apart.
pub(super) fn is_in(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|known| known == word)
}

/// The words of a list two by two.
pub(super) fn pairs(list: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut words = list.split_ascii_whitespace();
    std::iter::from_fn(move || Some((words.next()?, words.next()?)))
}

// What stands for a character is a function here, so that there is one of each of these in the module.

/// Whether a text begins with such a character.
pub(super) fn begins(text: &str, is_such: fn(char) -> bool) -> bool {
    text.chars().next().is_some_and(is_such)
}

/// Whether a text ends with such a character.
pub(super) fn ends(text: &str, is_such: fn(char) -> bool) -> bool {
    text.chars().next_back().is_some_and(is_such)
}

/// What stands between such characters, if anything does.
pub(super) fn parts(text: &str, is_between: fn(char) -> bool) -> impl Iterator<Item = &str> {
    text.split(is_between).filter(|part| !part.is_empty())
}

/// Whether a character belongs to no word.
pub(super) fn is_sign(c: char) -> bool {
    !is_word(c)
}

/// Whether a folded character is a part of a word: a letter or a digit.
pub(crate) fn is_word(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    let is_sign = |(first, last): &(char, char)| (*first..=*last).contains(&c);
    !SIGNS.iter().any(is_sign)
}

/// Whether a folded character is a letter of any script.
pub(crate) fn is_letter(c: char) -> bool {
    is_word(c) && !is_digit(c)
}

/// Whether a folded character is a digit that numbers are read from.
pub(crate) fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// Whether a character is a capital.
pub(crate) fn is_capital(c: char) -> bool {
    small(c) != c
}

/// The words of a folded text, in their order.
///
/// A word is letters and digits; `c++` and `c#` keep their signs, `1,000` and `0.5` are one word each, and `'s` is
/// no part of one.
pub(crate) fn words(folded: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut rest = folded.chars();
    while let Some(c) = rest.next() {
        let behind = rest.as_str();
        let last = word.chars().next_back();
        let is_in_number = last.is_some_and(is_digit) && begins(behind, is_digit);
        match c {
            c if is_word(c) => word.push(c),
            ',' if is_in_number && behind.chars().take_while(|c| is_digit(*c)).count() == 3 => {}
            '.' | ',' if is_in_number => word.push('.'),
            '+' | '#' if last.is_some_and(is_name) && !begins(behind, is_word) => word.push(c),
            '\'' if last.is_some() && begins_with_word(behind, "s") => {
                rest.next();
            }
            _ => end(&mut word, &mut words),
        }
    }
    end(&mut word, &mut words);
    words
}

/// The words that tell terms apart.
pub(super) fn telling(words: &[String]) -> Vec<&str> {
    let mut telling = Vec::new();
    for (index, word) in words.iter().enumerate() {
        if tells(words, index) {
            telling.push(word.as_str());
        }
    }
    telling
}

/// Whether one of the words tells terms apart: articles and `and` do not, unless they are the last word, as in `vitamin A`.
pub(super) fn tells(words: &[String], index: usize) -> bool {
    let is_small = words.get(index).is_some_and(|word| is_in(SMALL, word));
    index + 1 == words.len() || !is_small
}

fn is_name(c: char) -> bool {
    is_letter(c) || matches!(c, '+' | '#')
}

fn begins_with_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|rest| !begins(rest, is_word))
}

fn end(word: &mut String, words: &mut Vec<String>) {
    if !word.is_empty() {
        words.push(std::mem::take(word));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted() {
        assert!(BASES.split_ascii_whitespace().is_sorted_by_key(|entry| entry.chars().next()));
    }

    #[test]
    fn text_is_folded() {
        for (text, folded) in [
            ("Café CRÈME", "cafe creme"),
            ("Cafe\u{301}", "cafe"),
            ("naïve Œuvre Straße STRAẞE", "naive oeuvre strasse strasse"),
            ("İstanbul ısı", "istanbul isi"),
            ("Đặng Nguyễn Vượng", "dang nguyen vuong"),
            ("Łódź, Žižkov, Åse, Ærø, Șțefan", "lodz, zizkov, ase, aero, stefan"),
            ("ещё", "еще"),
            ("“it’s”", "\"it's\""),
            ("a–b—c−d‑e", "a-b-c-d-e"),
            ("1\u{A0}200\u{202F}000\u{3000}x", "1 200 000 x"),
            ("１２３％ ＡＢ", "123% ab"),
            ("1½", "1 1/2"),
            ("3⁄20", "3/20"),
            ("×÷€£¥₹", "×÷€£¥₹"),
            ("流失率 δ", "流失率 δ"),
            ("co\u{AD}op\u{200B}", "coop"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn words_are_found() {
        for (text, expected) in [
            ("", ""),
            ("  ", ""),
            ("🎉 - !", ""),
            ("Cost-benefit analysis.", "cost benefit analysis"),
            ("The customer's voice", "the customer voice"),
            ("don't, it's 'so'", "don t it so"),
            ("C++, C# and A+B", "c++ c# and a b"),
            ("1,000 or 1,5 or 0.5. 24/7", "1000 or 1.5 or 0.5 24 7"),
            ("R&D", "r d"),
        ] {
            assert_eq!(words(&fold(text)).join(" "), expected, "{text}");
        }
    }

    #[test]
    fn small_words_tell_nothing() {
        for (text, expected) in [
            ("the profit and loss", "profit loss"),
            ("vitamin a", "vitamin a"),
            ("and", "and"),
            ("a", "a"),
            ("", ""),
        ] {
            assert_eq!(telling(&words(text)).join(" "), expected, "{text}");
        }
    }
}
