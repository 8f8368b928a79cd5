//! Exact decimal numbers, as a deck writes them.

use std::fmt;

use borsh::{BorshDeserialize, BorshSerialize};

/// The digits that fit: more would not be exact in a `f64` either.
const MOST_DIGITS: usize = 15;

/// A decimal number that is not negative: digits over a power of ten.
///
/// Decks are compared and printed, so their numbers are exact. The text of a `f64` would also cost the module
/// more bytes than all of this.
#[derive(BorshDeserialize, BorshSerialize, Clone, Copy, Debug, Default)]
pub struct Decimal {
    digits: u64,
    /// How many of the digits stand behind the point.
    scale: u8,
    /// Whether its thousands are set off by commas, as in `1,200`.
    is_grouped: bool,
}

impl Decimal {
    pub(crate) const ONE: Self = Decimal { digits: 1, scale: 0, is_grouped: false };

    /// Reads what `text` begins with, and returns the rest: `1,200.5 users` is 1200.5 and ` users`.
    ///
    /// Commas between groups of three digits are no part of it, but it is written with them again.
    pub(crate) fn read(text: &str) -> Option<(Self, &str)> {
        let (whole, rest) = split_digits(text, true);
        let behind = rest.strip_prefix('.').map(|rest| split_digits(rest, false));
        let (fraction, rest) = behind.filter(|(fraction, _)| !fraction.is_empty()).unwrap_or(("", rest));
        if whole.is_empty() {
            return None;
        }
        let characters = || whole.bytes().filter(u8::is_ascii_digit).chain(fraction.bytes());
        let significant = characters().skip_while(|digit| *digit == b'0').count();
        if significant > MOST_DIGITS || fraction.len() > MOST_DIGITS {
            return None;
        }
        let digits = characters().fold(0, |digits, digit| digits * 10 + u64::from(digit - b'0'));
        let scale = u8::try_from(fraction.len()).unwrap_or(0);
        Some((Decimal { digits, scale, is_grouped: whole.contains(',') }, rest))
    }

    /// Whether its thousands are set off.
    pub(crate) fn is_grouped(self) -> bool {
        self.is_grouped
    }

    /// The same number with its thousands set off, or not.
    pub(crate) fn grouped(self, is_grouped: bool) -> Self {
        Decimal { is_grouped, ..self }
    }

    /// The number of steps of this size that fit between `low` and `high`, and at the most `most`.
    pub(crate) fn steps(self, low: Self, high: Self, most: u64) -> Option<u64> {
        let scale = self.scale.max(low.scale).max(high.scale);
        let (step, low, high) = (self.at(scale)?, low.at(scale)?, high.at(scale)?);
        high.checked_sub(low)?.checked_div(step).filter(|steps| *steps <= most)
    }

    /// `self + steps * step`.
    pub(crate) fn plus(self, steps: u64, step: Self) -> Self {
        let scale = self.scale.max(step.scale);
        let sum = || self.at(scale)?.checked_add(step.at(scale)?.checked_mul(steps)?);
        sum().map_or(self, |digits| Decimal { digits, scale, ..self })
    }

    /// One in the last place that is written: 0.01 of `12.50`.
    pub(crate) fn last_place(self) -> Self {
        Decimal { digits: 1, ..self }
    }

    /// The nearest number that calculations are made with.
    pub(crate) fn to_f64(self) -> f64 {
        #[allow(clippy::cast_precision_loss, reason = "at most fifteen digits")]
        let digits = self.digits as f64;
        digits / power_of_ten(self.scale)
    }

    fn at(self, scale: u8) -> Option<u64> {
        let power = 10_u64.checked_pow(u32::from(scale.checked_sub(self.scale)?))?;
        self.digits.checked_mul(power)
    }
}

/// Numbers are equal when their values are: `0.50` is `0.5`.
impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        let scale = self.scale.max(other.scale);
        self.at(scale) == other.at(scale)
    }
}

impl Eq for Decimal {}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let power = 10_u64.saturating_pow(u32::from(self.scale));
        let (whole, mut fraction) = (self.digits / power, self.digits % power);
        let mut scale = usize::from(self.scale);
        while scale > 0 && fraction % 10 == 0 {
            (fraction, scale) = (fraction / 10, scale - 1);
        }
        if self.is_grouped {
            write_groups(whole, f)?
        } else {
            write!(f, "{whole}")?
        }
        if scale == 0 { Ok(()) } else { write!(f, ".{fraction:0scale$}") }
    }
}

/// Writes a number in groups of three digits.
fn write_groups(whole: u64, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut power = 1;
    while whole / power >= 1000 {
        power *= 1000;
    }
    write!(f, "{}", whole / power)?;
    while power > 1 {
        power /= 1000;
        write!(f, ",{:03}", whole / power % 1000)?;
    }
    Ok(())
}

pub(crate) fn power_of_ten(exponent: u8) -> f64 {
    (0..exponent).fold(1.0, |power, _| power * 10.0)
}

/// The digits that `text` begins with, and the rest. A comma counts where three digits follow it, and no fourth.
fn split_digits(text: &str, with_commas: bool) -> (&str, &str) {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let is_group = |at: usize| at > 0 && digit(at + 1) && digit(at + 2) && digit(at + 3) && !digit(at + 4);
    let mut end = 0;
    while digit(end) || (with_commas && bytes.get(end) == Some(&b',') && is_group(end)) {
        end += 1;
    }
    text.split_at_checked(end).unwrap_or(("", text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_exactly_and_printed_back() {
        for (text, printed, rest) in [
            ("0", "0", ""),
            ("007", "7", ""),
            ("1,200,000 users", "1,200,000", " users"),
            ("12,000.50", "12,000.5", ""),
            ("007,045", "7,045", ""),
            ("1,2", "1", ",2"),
            ("1,2000", "1", ",2000"),
            ("0.50%", "0.5", "%"),
            ("3.", "3", "."),
            ("12.04.", "12.04", "."),
            ("123456789012345", "123456789012345", ""),
        ] {
            let (number, left) = Decimal::read(text).unwrap();
            assert_eq!((number.to_string().as_str(), left), (printed, rest), "{text}");
        }
        for text in ["", "x", ".5", ",500", "-1", "1234567890123456", "0.1234567890123456"] {
            assert!(Decimal::read(text).is_none(), "{text}");
        }
    }

    #[test]
    fn steps_are_exact() {
        let number = |text| Decimal::read(text).unwrap().0;
        assert_eq!(number("0.1").steps(number("0"), number("0.3"), 100), Some(3));
        assert_eq!(number("10").steps(number("50"), number("300"), 100), Some(25));
        assert_eq!(number("10").steps(number("300"), number("50"), 100), None);
        assert_eq!(number("0").steps(number("1"), number("2"), 100), None);
        assert_eq!(number("1").steps(number("0"), number("1000"), 100), None);
        assert_eq!(number("0.5").plus(3, number("0.25")).to_string(), "1.25");
        assert_eq!(number("0.5"), number("0.50"));
        assert!((number("12.04").to_f64() - 12.04).abs() < 1e-12);
    }
}
