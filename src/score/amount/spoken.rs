//! Numbers in words: `two hundred and fifty`, `half a million`, `three quarters`.

use crate::score::words::is_letter;

/// From 0 to 19, then the tens.
const NUMBERS: &str = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
                       sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety";

/// Reads the number that a folded text begins with, and returns the rest.
pub(super) fn read(text: &str) -> Option<(f64, &str)> {
    let (mut sum, mut part) = (0.0, None);
    let mut rest = text;
    // Whether something was read, and whether a part of one would be added: `one and a half`, but `three quarters`.
    let (mut is_read, mut is_joined) = (false, true);
    loop {
        let (word, behind) = split_word(behind_dash(rest));
        match word {
            "a" | "an" if multiplier(split_word(behind.trim_start()).0).is_some() => is_joined = true,
            "a" | "an" if fraction(split_word(behind.trim_start()).0).is_some() => is_joined = true,
            "and" if is_read => is_joined = true,
            _ => {
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
            }
        }
        rest = behind;
    }
    is_read.then_some((sum + part.unwrap_or(0.0), rest))
}

/// What stands behind spaces, and behind the dash of `twenty-five`.
fn behind_dash(text: &str) -> &str {
    let text = text.trim_start();
    text.strip_prefix('-').unwrap_or(text)
}

/// The letters that a text begins with, and the rest.
pub(super) fn split_word(text: &str) -> (&str, &str) {
    let end = text.chars().take_while(|c| is_letter(*c)).map(char::len_utf8).sum();
    text.split_at_checked(end).unwrap_or(("", text))
}

fn number(word: &str) -> Option<f64> {
    let index = NUMBERS.split_ascii_whitespace().position(|number| number == word)?;
    let index = u8::try_from(index).ok()?;
    Some(f64::from(if index < 20 { index } else { (index - 18) * 10 }))
}

fn fraction(word: &str) -> Option<f64> {
    match word {
        "half" | "halves" => Some(0.5),
        "third" | "thirds" => Some(1.0 / 3.0),
        "quarter" | "quarters" => Some(0.25),
        _ => None,
    }
}

fn multiplier(word: &str) -> Option<f64> {
    match word.strip_suffix('s').unwrap_or(word) {
        "hundred" => Some(1e2),
        "dozen" => Some(12.0),
        "thousand" => Some(1e3),
        "million" => Some(1e6),
        "billion" => Some(1e9),
        "trillion" => Some(1e12),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_words_are_read() {
        for (text, value, rest) in [
            ("zero", 0.0, ""),
            ("fifteen percent", 15.0, " percent"),
            ("twenty-five users", 25.0, " users"),
            ("one million two hundred thousand", 1_200_000.0, ""),
            ("two hundred fifty", 250.0, ""),
            ("two hundred and fifty days", 250.0, " days"),
            ("a hundred", 100.0, ""),
            ("a dozen eggs", 12.0, " eggs"),
            ("hundred percent", 100.0, " percent"),
            ("half a million", 500_000.0, ""),
            ("one and a half hours", 1.5, " hours"),
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
