//! Numbers in digits: `1,200,000`, `1.200,5`, `1 1/2`, `2.5e2`.

use crate::score::words::{fold, is_in, is_sign, parts, split_first};

/// Which sign stands before the fraction of a number. It decides what a lone `1,234` is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DecimalMark {
    /// As in English: `1,234` is more than a thousand.
    #[default]
    Point,
    /// As in most languages of Europe: `1,234` is little more than one, and `1.234` more than a thousand.
    Comma,
}

/// Languages with a decimal comma, by their codes of two letters.
const COMMA: &str = "af az be bg bs ca cs da de el es et eu fi fr gl hr hu hy id is it ka kk lt lv mk nb nl nn no \
                     pl pt ro ru sk sl sq sr sv tr uk vi";

/// Where a language with a decimal comma is written with a point.
const POINT: &str = "de-ch de-li it-ch es-mx es-us es-419 es-pr es-gt es-hn es-ni es-pa es-pe es-sv es-do";

impl DecimalMark {
    /// The mark of a language, given as a BCP 47 tag such as `de` or `es-MX`; a point where it is not known.
    pub fn of_language(tag: &str) -> Self {
        let tag = fold(tag);
        let language = parts(&tag, is_sign).next().unwrap_or("");
        if is_in(COMMA, language) && !is_in(POINT, &tag) { Self::Comma } else { Self::Point }
    }
}

/// The digits of a fraction that are read: more of them change nothing, and would not be numbers any more.
const MOST_PLACES: usize = 30;

/// A number as it stands in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Numeral {
    pub(super) value: f64,
    /// What one is worth in its last place; 0 for fractions and words, which are exact.
    pub(super) place: f64,
    /// The same, zeros at the end of a whole number left out: a round number may be rounded.
    pub(super) round_place: f64,
}

impl Numeral {
    pub(super) fn times(self, factor: f64) -> Self {
        let Numeral { value, place, round_place } = self;
        Numeral { value: value * factor, place: place * factor, round_place: round_place * factor }
    }

    pub(super) fn exact(value: f64) -> Self {
        Numeral { value, place: 0.0, round_place: 0.0 }
    }

    /// Reads what a folded text begins with, and returns the rest.
    pub(super) fn read(text: &str, mark: DecimalMark) -> Option<(Self, &str)> {
        let (whole, end) = extent(text, mark);
        let mut number = Numeral { value: 0.0, place: 1.0, round_place: 1.0 };
        for (at, byte) in text.bytes().enumerate().take(end) {
            if !byte.is_ascii_digit() || at > whole + MOST_PLACES {
                continue;
            }
            number.value = number.value * 10.0 + f64::from(byte - b'0');
            if at > whole {
                number.place *= 10.0;
            } else {
                number.round_place = if byte == b'0' { number.round_place * 10.0 } else { 1.0 };
            }
        }
        let is_whole = whole >= end;
        number.value /= number.place;
        number.place = 1.0 / number.place;
        if !is_whole {
            number.round_place = number.place;
        }
        let rest = text.get(end..).filter(|_| end > 0)?;
        let (number, rest) = number.with_exponent(rest);
        Some(number.with_fraction(is_whole, rest))
    }

    /// `2.5e2`, `10^6` and `2.5 x 10^6`.
    fn with_exponent(self, text: &str) -> (Self, &str) {
        let is_ten = (self.value - 10.0).abs() < 1e-9;
        let power_of_ten = || {
            let (sign, behind) = split_first(text.trim_start())?;
            let power = behind.trim_start().strip_prefix("10^");
            power.filter(|_| matches!(sign, 'x' | '×' | '*' | '·')).and_then(exponent)
        };
        match split_first(text) {
            Some(('e', rest)) => exponent(rest).map(|(power, rest)| (self.times(power), rest)),
            Some(('^', rest)) if is_ten => exponent(rest).map(|(power, rest)| (Numeral::exact(power), rest)),
            _ => power_of_ten().map(|(power, rest)| (self.times(power), rest)),
        }
        .unwrap_or((self, text))
    }

    /// `3/20`, and `1 1/2` behind a whole number.
    fn with_fraction(self, is_whole: bool, text: &str) -> (Self, &str) {
        let begin = text.trim_start();
        if let Some((below, rest)) = below(begin) {
            return (Numeral::exact(self.value / below), rest);
        }
        let part = count(begin).filter(|_| is_whole && begin.len() < text.len());
        match part.and_then(|(above, rest)| Some((above, below(rest)?))) {
            Some((above, (below, rest))) => (Numeral::exact(self.value + above / below), rest),
            None => (self, text),
        }
    }
}

/// Where the whole digits of a number end, with what groups them, and where the number ends.
fn extent(text: &str, mark: DecimalMark) -> (usize, usize) {
    let digits = |from: usize| text.bytes().skip(from).take_while(u8::is_ascii_digit).count();
    let first = digits(0);
    let is_nothing = first == 1 && text.starts_with('0');
    let (mut whole, mut end) = (first, first);
    let mut separator = None;
    while let Some(&next) = text.as_bytes().get(end) {
        let n = digits(end + 1);
        let is_first = separator.is_none();
        let is_group = n == 3 && (1..=3).contains(&first) && *separator.get_or_insert(next) == next;
        let is_point = matches!(next, b'.' | b',') && n > 0;
        if !(is_point || is_group && matches!(next, b' ' | b'\'')) {
            break;
        }
        // A lone point or comma is what the language says.
        let groups = if mark == DecimalMark::Point { b',' } else { b'.' };
        let is_fraction = !is_group || (is_first && is_point && (text.starts_with('0') || next != groups));
        whole = if is_fraction { end } else { end + 1 + n };
        end += 1 + n;
        // Behind a fraction there is nothing more.
        if !is_group || (is_first && is_nothing) {
            break;
        }
    }
    (whole, end)
}

/// What stands below the line of a fraction, and the rest.
fn below(text: &str) -> Option<(f64, &str)> {
    count(text.strip_prefix('/')?.trim_start())
}

/// A whole number above nothing, and the rest.
fn count(text: &str) -> Option<(f64, &str)> {
    let (digits, rest) = split_digits(text)?;
    let value = digits.bytes().fold(0.0, |value, digit| value * 10.0 + f64::from(digit - b'0'));
    (value > 0.0).then_some((value, rest))
}

/// The power of ten that an exponent of at most three digits means, and the rest.
fn exponent(text: &str) -> Option<(f64, &str)> {
    let (is_negative, unsigned) = match split_first(text) {
        Some(('-', rest)) => (true, rest),
        Some(('+', rest)) => (false, rest),
        _ => (false, text),
    };
    let (digits, rest) = split_digits(unsigned).filter(|(digits, _)| (1..=3).contains(&digits.len()))?;
    let exponent = digits.bytes().fold(0, |value, digit| value * 10 + u16::from(digit - b'0'));
    let power = (0..exponent).fold(1.0, |power, _| power * 10.0);
    Some((if is_negative { 1.0 / power } else { power }, rest))
}

fn split_digits(text: &str) -> Option<(&str, &str)> {
    text.split_at_checked(text.bytes().take_while(u8::is_ascii_digit).count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(mark: DecimalMark, text: &str, value: f64, rest: &str) {
        let (numeral, left) = Numeral::read(text, mark).unwrap();
        assert!((numeral.value - value).abs() <= value.abs() * 1e-12, "{text}: {}", numeral.value);
        assert_eq!(left, rest, "{text}");
    }

    #[test]
    fn numbers_are_read() {
        for (text, value, rest) in [
            ("0", 0.0, ""),
            ("1200000", 1_200_000.0, ""),
            ("1,200,000", 1_200_000.0, ""),
            ("1.200.000", 1_200_000.0, ""),
            ("1 200 000 $", 1_200_000.0, " $"),
            ("1'200'000", 1_200_000.0, ""),
            ("1,200.5", 1200.5, ""),
            ("1.200,5", 1200.5, ""),
            ("1 200,50", 1200.5, ""),
            ("1,200,000.25.", 1_200_000.25, "."),
            ("1,2m", 1.2, "m"),
            ("1,234", 1234.0, ""),
            ("1.234", 1.234, ""),
            ("0,500", 0.5, ""),
            ("1234,567", 1234.567, ""),
            ("1,2000", 1.2, ""),
            (".25k", 0.25, "k"),
            (",5", 0.5, ""),
            ("5, 10", 5.0, ", 10"),
            ("5.", 5.0, "."),
            ("2024 300", 2024.0, " 300"),
            ("12 34", 12.0, " 34"),
            ("2.5e2", 250.0, ""),
            ("2e-3 x", 0.002, " x"),
            ("5 euros", 5.0, " euros"),
            ("5e", 5.0, "e"),
            ("10^6", 1e6, ""),
            ("2.5 x 10^6 users", 2.5e6, " users"),
            ("3 * 4", 3.0, " * 4"),
            ("3/20", 0.15, ""),
            ("3 / 20", 0.15, ""),
            ("1 1/2 h", 1.5, " h"),
            ("1/0", 1.0, "/0"),
            ("5/day", 5.0, "/day"),
        ] {
            check(DecimalMark::Point, text, value, rest);
        }
        for (text, value) in
            [("1,234", 1.234), ("1.234", 1234.0), ("1.5", 1.5), ("0.125", 0.125), ("1.234,5", 1234.5)]
        {
            check(DecimalMark::Comma, text, value, "");
        }
        for text in ["", "x", ".", ",x", "-5", "$5"] {
            assert_eq!(Numeral::read(text, DecimalMark::Point), None, "{text}");
        }
    }

    #[test]
    fn places_are_those_of_the_last_digit() {
        for (text, place, round_place) in [
            ("52", 1.0, 1.0),
            ("1,200", 1.0, 100.0),
            ("1.50", 0.01, 0.01),
            ("3/4", 0.0, 0.0),
            ("2.5e2", 10.0, 10.0),
        ] {
            let (numeral, _) = Numeral::read(text, DecimalMark::Point).unwrap();
            assert!((numeral.place - place).abs() < 1e-12, "{text}");
            assert!((numeral.round_place - round_place).abs() < 1e-12, "{text}");
        }
    }

    #[test]
    fn languages_have_their_mark() {
        for tag in ["de", "de-AT", "fr", "pt-BR", "tr", "es", "nb"] {
            assert_eq!(DecimalMark::of_language(tag), DecimalMark::Comma, "{tag}");
        }
        for tag in ["", "en", "en-GB", "ja", "zh-Hant", "de-CH", "es-MX", "?", "deutsch"] {
            assert_eq!(DecimalMark::of_language(tag), DecimalMark::Point, "{tag}");
        }
    }
}
