//! Quantities as people write them: `$1.2M`, `15%`, `3 days`.

use borsh::{BorshDeserialize, BorshSerialize};

use super::decimal::{Decimal, power_of_ten};

/// A number with its unit, as it is written.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Default, PartialEq, Eq)]
pub struct Quantity {
    number: Decimal,
    /// What stands around the number.
    form: Form,
}

/// What stands around a number, and what it is worth for that.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Form {
    /// Such as `$`.
    pub(crate) before: String,
    /// Such as `k` or ` million`, with the power of ten that it stands for.
    pub(crate) magnitude: Option<(String, u8)>,
    pub(crate) is_percent: bool,
    /// Such as ` days`.
    pub(crate) after: String,
}

/// Longer ones first: `million` begins with an `m` that is none.
const MAGNITUDES: [(&str, u8); 12] = [
    ("thousand", 3),
    ("million", 6),
    ("billion", 9),
    ("trillion", 12),
    ("mn", 6),
    ("bn", 9),
    ("k", 3),
    ("K", 3),
    ("M", 6),
    ("B", 9),
    ("G", 9),
    ("T", 12),
];

const CURRENCIES: [char; 5] = ['$', '€', '£', '¥', '₹'];

impl Quantity {
    /// Reads what `text` begins with, and returns the rest. A word after the number is its unit if `with_unit`;
    /// in a formula it would be a name.
    pub(crate) fn read(text: &str, with_unit: bool) -> Option<(Self, &str)> {
        let unsigned = text.strip_prefix(CURRENCIES);
        let before = unsigned.map_or("", |rest| text.strip_suffix(rest).unwrap_or(""));
        let (number, rest) = Decimal::read(unsigned.unwrap_or(text).trim_start())?;
        let (magnitude, rest) = read_magnitude(rest);
        let (is_percent, rest) = match rest.strip_prefix('%').or_else(|| rest.strip_prefix(" %")) {
            Some(rest) => (true, rest),
            None => (false, rest),
        };
        let (after, rest) = if with_unit && !is_percent { split_unit(rest) } else { ("", rest) };
        let form = Form { before: before.to_owned(), magnitude, is_percent, after: after.to_owned() };
        Some((Quantity { number, form }, rest))
    }

    /// A number of this form.
    pub(crate) fn new(number: Decimal, form: Form) -> Self {
        Quantity { number, form }
    }

    /// The number as it is written, without what its form makes of it.
    pub(crate) fn number(&self) -> Decimal {
        self.number
    }

    pub(crate) fn form(&self) -> &Form {
        &self.form
    }

    /// What it is worth: 1,200,000 for `$1.2M`, and 0.15 for `15%`.
    pub fn value(&self) -> f64 {
        let number = self.number.to_f64();
        let number = self.form.magnitude.as_ref().map_or(number, |(_, power)| number * power_of_ten(*power));
        if self.form.is_percent { number / 100.0 } else { number }
    }

    /// What one is worth in its last place: 100,000 for `$1.2M`, and 0.01 for `15%`.
    pub(crate) fn place(&self) -> f64 {
        Quantity::new(self.number.last_place(), self.form.clone()).value()
    }

    /// What it is counted in, such as `$`, `%` or `days`; empty for a bare number.
    pub fn unit(&self) -> &str {
        match &self.form {
            Form { is_percent: true, .. } => "%",
            Form { before, .. } if !before.is_empty() => before,
            Form { after, .. } => after.trim_start(),
        }
    }
}

impl Form {
    /// What a number is written with that is counted in `unit`.
    pub(crate) fn of_unit(unit: &str) -> Self {
        match unit {
            "" => Form::default(),
            "%" => Form { is_percent: true, ..Form::default() },
            unit if unit.starts_with(CURRENCIES) => Form { before: unit.to_owned(), ..Form::default() },
            unit => Form { after: format!(" {unit}"), ..Form::default() },
        }
    }

    /// Whether it says nothing: a bare number.
    pub(crate) fn is_bare(&self) -> bool {
        *self == Form::default()
    }
}

impl std::fmt::Display for Quantity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Form { before, magnitude, is_percent, after } = &self.form;
        let magnitude = magnitude.as_ref().map_or("", |(text, _)| text);
        let percent = if *is_percent { "%" } else { "" };
        write!(f, "{before}{}{magnitude}{percent}{after}", self.number)
    }
}

/// `k`, ` million` and the like, with nothing of a longer word behind.
fn read_magnitude(text: &str) -> (Option<(String, u8)>, &str) {
    let begin = text.strip_prefix(' ').unwrap_or(text);
    let has_space = begin.len() < text.len();
    let found = MAGNITUDES.iter().find_map(|(name, power)| {
        // A letter that stands alone is a unit or a name, not a thousand.
        let rest = begin.strip_prefix(name).filter(|_| !has_space || name.len() > 1)?;
        let is_whole = !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
        is_whole.then(|| (text.strip_suffix(rest).unwrap_or(name).to_owned(), *power, rest))
    });
    found.map_or((None, text), |(written, power, rest)| (Some((written, power)), rest))
}

/// A unit of words and hyphens, such as ` person-months` or ` MB/s`, and the rest.
fn split_unit(text: &str) -> (&str, &str) {
    let begin = text.trim_start();
    let is_unit = |c: char| c.is_alphabetic() || matches!(c, '-' | ' ' | '/' | '²' | '³' | '\'' | '’');
    if !begin.starts_with(char::is_alphabetic) {
        return ("", text);
    }
    let end = begin.find(|c| !is_unit(c)).unwrap_or(begin.len());
    let unit = begin.get(..end).unwrap_or("").trim_end_matches([' ', '-', '/']);
    let length = text.len() - begin.len() + unit.len();
    text.split_at_checked(length).unwrap_or(("", text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantities_as_people_write_them() {
        for (text, value, unit, rest) in [
            ("144M", 144e6, "", ""),
            ("$1.2M a year", 1.2e6, "$", ""),
            ("€ 3k", 3000.0, "€", ""),
            ("1.5 million users", 1.5e6, "users", ""),
            ("15%", 0.15, "%", ""),
            ("15 % ± 1", 0.15, "%", " ± 1"),
            ("3 days", 3.0, "days", ""),
            ("4 person-months ± 5%", 4.0, "person-months", " ± 5%"),
            ("12 m", 12.0, "m", ""),
            ("12 months", 12.0, "months", ""),
            ("7 Kelvin", 7.0, "Kelvin", ""),
            ("20 K", 20.0, "K", ""),
            ("1,200", 1200.0, "", ""),
            ("2bn", 2e9, "", ""),
        ] {
            let (quantity, left) = Quantity::read(text, true).unwrap();
            assert!((quantity.value() - value).abs() < 1e-9 * value, "{text}: {}", quantity.value());
            let left = if rest.is_empty() { left.trim_start_matches(" a year") } else { left };
            assert_eq!((quantity.unit().trim_end_matches(" a year"), left), (unit, rest), "{text}");
        }
        assert!(Quantity::read("days", true).is_none());
        assert!(Quantity::read("", true).is_none());
    }

    #[test]
    fn quantities_print_back() {
        for text in
            ["$1.2M", "1.5 million users", "15%", "3 days", "1200", "$1,200", "0.25", "2k person-months"]
        {
            let (quantity, _) = Quantity::read(text, true).unwrap();
            assert_eq!(quantity.to_string(), text);
            assert_eq!(Quantity::read(&quantity.to_string(), true).unwrap().0, quantity);
        }
    }
}
