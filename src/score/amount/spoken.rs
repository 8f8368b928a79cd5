//! Numbers in words: `two hundred and fifty`, `half a million`, `three quarters`.

use super::tokens::Tokens;
use super::unit::{self, Kind, Meaning, is_among};
use crate::score::words::is_in;

/// From 0 to 19, then the tens.
const NUMBERS: &str = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
                       sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety";

/// Fractions in the singular, then what each is.
const FRACTIONS: [(&str, f64); 3] = [("half halve", 0.5), ("third", 1.0 / 3.0), ("quarter", 0.25)];

impl Tokens<'_> {
    /// The number in words that begins at a place, and where it ends.
    pub(super) fn spoken(&self, from: usize) -> Option<(f64, usize)> {
        let (mut sum, mut part) = (0.0, None);
        let mut end = from;
        // Whether something was read, and whether a part of one would be added: `one and a half`, but `three quarters`.
        let (mut is_read, mut is_joined) = (false, true);
        loop {
            // Behind the dash of `twenty-five`.
            let at = end + usize::from(is_read && self.sign(end) == '-');
            let word = self.word(at);
            let behind = self.word(at + 1);
            if is_in("a an", word) && (multiplier(behind).is_some() || fraction(behind).is_some())
                || word == "and" && is_read
            {
                is_joined = true;
                end = at + 1;
                continue;
            }
            if let Some(number) = number(word) {
                part = Some(part.unwrap_or(0.0) + number);
                is_joined = false;
            } else if let Some(fraction) = fraction(word) {
                part = Some(match part {
                    Some(part) if !is_joined => part * fraction,
                    part => part.unwrap_or(0.0) + fraction,
                });
            } else if word == "hundred" {
                part = Some(part.unwrap_or(1.0) * 100.0);
            } else if let Some(times) = multiplier(word) {
                sum += part.take().unwrap_or(1.0) * times;
            } else {
                break;
            }
            is_read = true;
            end = at + 1;
        }
        is_read.then_some((sum + part.unwrap_or(0.0), end))
    }
}

fn number(word: &str) -> Option<f64> {
    let index = NUMBERS.split_ascii_whitespace().position(|number| number == word)?;
    let index = u8::try_from(index).ok()?;
    Some(f64::from(if index < 20 { index } else { (index - 18) * 10 }))
}

fn fraction(word: &str) -> Option<f64> {
    FRACTIONS.iter().find(|(names, _)| is_among(names, word)).map(|(_, value)| *value)
}

/// What a word multiplies by: not a letter, which is not said.
fn multiplier(word: &str) -> Option<f64> {
    match unit::meaning(word, Kind::PLAIN) {
        Meaning::Times(times) if word.len() > 2 => Some(times),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::DecimalMark;
    use super::*;

    #[test]
    fn numbers_in_words_are_read() {
        let read = |text| {
            let tokens = Tokens::read(text, DecimalMark::Point);
            tokens.spoken(0).map(|(value, end)| (value, tokens.word(end).to_owned()))
        };
        for (text, value, rest) in [
            ("zero", 0.0, ""),
            ("fifteen percent", 15.0, "percent"),
            ("twenty-five users", 25.0, "users"),
            ("one million two hundred thousand", 1_200_000.0, ""),
            ("two hundred fifty", 250.0, ""),
            ("two hundred and fifty days", 250.0, "days"),
            ("a hundred", 100.0, ""),
            ("a dozen eggs", 12.0, "eggs"),
            ("hundred percent", 100.0, "percent"),
            ("half a million", 500_000.0, ""),
            ("one and a half hours", 1.5, "hours"),
            ("three quarters", 0.75, ""),
            ("a quarter", 0.25, ""),
            ("two thirds", 2.0 / 3.0, ""),
            ("ninety nine", 99.0, ""),
        ] {
            let (value_read, left) = read(text).unwrap();
            assert!((value_read - value).abs() < 1e-9, "{text}: {value_read}");
            assert_eq!(left, rest, "{text}");
        }
        for text in ["", "a", "an idea", "and five", "none", "tenth"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
