//! Numbers in digits: `1,200,000`, `1.200,5`, `1 1/2`, `2.5e2`.

use crate::score::words::{is_in, is_sign, parts, split_first};

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
        let tag = tag.to_ascii_lowercase();
        let language = parts(&tag, is_sign).next().unwrap_or("");
        if is_in(COMMA, language) && !is_in(POINT, &tag) { Self::Comma } else { Self::Point }
    }
}

/// The digits of a fraction that are read.
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
        let (whole, fraction, rest) = split(text, mark)?;
        let is_whole = fraction.is_empty();
        // More of them change nothing, and would not be numbers any more.
        let fraction = fraction.get(..MOST_PLACES).unwrap_or(fraction);
        let digits = whole.chars().chain(fraction.chars()).filter_map(|c| c.to_digit(10));
        let scale = digits_power(fraction.len());
        let value = digits.fold(0.0, |value, digit| value * 10.0 + f64::from(digit)) / scale;
        let place = 1.0 / scale;
        let n_zeros = whole.chars().rev().filter(char::is_ascii_digit).take_while(|c| *c == '0').count();
        let round_place = if is_whole { digits_power(n_zeros) } else { place };
        let number = Numeral { value, place, round_place };
        let (number, rest) = number.with_exponent(rest);
        Some(number.with_fraction(is_whole, rest))
    }

    /// `2.5e2`, `10^6` and `2.5 x 10^6`.
    fn with_exponent(self, text: &str) -> (Self, &str) {
        if let Some((exponent, rest)) = text.strip_prefix('e').and_then(exponent) {
            return (self.times(power(exponent)), rest);
        }
        let is_ten = (self.value - 10.0).abs() < 1e-9;
        if let Some((exponent, rest)) = text.strip_prefix('^').filter(|_| is_ten).and_then(exponent) {
            return (Numeral::exact(power(exponent)), rest);
        }
        let behind = split_first(text.trim_start())
            .filter(|(c, _)| is_times_sign(*c))
            .map(|(_, rest)| rest.trim_start());
        match behind.and_then(|rest| rest.strip_prefix("10^")).and_then(exponent) {
            Some((exponent, rest)) => (self.times(power(exponent)), rest),
            None => (self, text),
        }
    }

    /// `3/20`, and `1 1/2` behind a whole number.
    fn with_fraction(self, is_whole: bool, text: &str) -> (Self, &str) {
        let begin = text.trim_start();
        if let Some((below, rest)) = begin.strip_prefix('/').and_then(|rest| count(rest.trim_start())) {
            return (Numeral::exact(self.value / below), rest);
        }
        let part = || {
            let (above, rest) = count(begin).filter(|_| is_whole && begin.len() < text.len())?;
            let (below, rest) = count(rest.strip_prefix('/')?)?;
            Some((Numeral::exact(self.value + above / below), rest))
        };
        part().unwrap_or((self, text))
    }
}

/// Splits a number into its whole digits with what groups them, the digits of its fraction, and the rest.
fn split(text: &str, mark: DecimalMark) -> Option<(&str, &str, &str)> {
    let first = n_digits(text);
    // The separators, with the places at which the digits behind them begin and end.
    let mut parts: Vec<(char, usize, usize)> = Vec::new();
    let mut end = first;
    while let Some(separator) = text.get(end..).and_then(|rest| rest.chars().next()) {
        let begin = end + separator.len_utf8();
        let n = n_digits(text.get(begin..).unwrap_or(""));
        let is_first = parts.is_empty();
        let is_like_first = parts.first().is_none_or(|(other, ..)| *other == separator);
        let is_group = n == 3 && (1..=3).contains(&first) && is_like_first;
        let is_part = match separator {
            ' ' | '\'' => is_group,
            '.' | ',' => n > 0,
            _ => false,
        };
        if !is_part {
            break;
        }
        parts.push((separator, begin, begin + n));
        end = begin + n;
        // Behind a fraction there is nothing more.
        if !is_group || (is_first && first == 1 && text.starts_with('0')) {
            break;
        }
    }
    if end == 0 {
        return None;
    }
    let rest = text.get(end..).unwrap_or("");
    let last_is_fraction = match parts.as_slice() {
        [] => false,
        [(separator, begin, end)] if matches!(separator, '.' | ',') => {
            let groups = match mark {
                DecimalMark::Point => ',',
                DecimalMark::Comma => '.',
            };
            end - begin != 3 || !(1..=3).contains(&first) || text.starts_with('0') || *separator != groups
        }
        [(separator, ..), .., (last, begin, end)] => last != separator || end - begin != 3,
        _ => false,
    };
    match parts.last().filter(|_| last_is_fraction) {
        Some((_, begin, end)) => Some((text.get(..begin - 1)?, text.get(*begin..*end)?, rest)),
        None => Some((text.get(..end)?, "", rest)),
    }
}

fn is_times_sign(c: char) -> bool {
    matches!(c, 'x' | '×' | '*' | '·')
}

/// A whole number above nothing, and the rest.
fn count(text: &str) -> Option<(f64, &str)> {
    let (digits, rest) = text.split_at_checked(n_digits(text))?;
    let value = digits
        .chars()
        .filter_map(|c| c.to_digit(10))
        .fold(0.0, |value, digit| value * 10.0 + f64::from(digit));
    (value > 0.0).then_some((value, rest))
}

/// An exponent of at most three digits, and the rest.
fn exponent(text: &str) -> Option<(i32, &str)> {
    let unsigned = text.strip_prefix('-').or_else(|| text.strip_prefix('+')).unwrap_or(text);
    let (digits, rest) = unsigned.split_at_checked(n_digits(unsigned))?;
    let exponent: i32 = digits.parse().ok().filter(|_| digits.len() <= 3)?;
    Some((if text.starts_with('-') { -exponent } else { exponent }, rest))
}

fn power(exponent: i32) -> f64 {
    10.0_f64.powi(exponent)
}

fn digits_power(n_digits: usize) -> f64 {
    power(i32::try_from(n_digits).unwrap_or(i32::MAX))
}

fn n_digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
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
