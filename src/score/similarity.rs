//! How alike two stems are: slips of the fingers, and forms of one word that no stemmer joins.

use super::osa::osa;
use super::words::{begins, is_digit};

/// A stem, with what makes most comparisons short.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stem {
    pub(super) text: String,
    length: usize,
    /// Which letters it has, each a bit.
    letters: u32,
}

impl Stem {
    pub(super) fn new(text: &str) -> Self {
        let bit = |c: char| 1_u32 << (u32::from(c) & 31);
        Stem {
            text: text.to_owned(),
            length: text.chars().count(),
            letters: text.chars().fold(0, |letters, c| letters | bit(c)),
        }
    }

    /// How many characters it has.
    pub(super) fn len(&self) -> usize {
        self.length
    }

    /// Whether the other is this one with a slip, or with two if it is long.
    pub(super) fn is_slip(&self, other: &Stem) -> bool {
        let most = if self.length >= 8 { 2 } else { 1 };
        self.may_be_within(other, most) && osa(&self.text, &other.text, most) <= most
    }

    /// Whether so few steps may lie between them: each changes at most two letters of the sets.
    fn may_be_within(&self, other: &Stem, most: usize) -> bool {
        let n_other = (self.letters ^ other.letters).count_ones() as usize;
        self.length.abs_diff(other.length) <= most && n_other <= 2 * most
    }

    fn is_number(&self) -> bool {
        begins(&self.text, is_digit)
    }

    /// How alike two stems are: 1 if they are the same, 0.9 with one slip (0.75 in a word of four letters), 0.8 with two
    /// in a long word or with three quarters in common from the start, 0.7 if one is the beginning of the other; else 0.
    pub(super) fn similarity(&self, other: &Stem) -> f64 {
        if self.text == other.text {
            return 1.0;
        }
        let (shorter, longer) = (self.length.min(other.length), self.length.max(other.length));
        if shorter < 4 || self.is_number() || other.is_number() {
            return 0.0;
        }
        let most = if shorter >= 8 { 2 } else { 1 };
        if self.may_be_within(other, most) {
            match osa(&self.text, &other.text, most) {
                // Short words that differ in a letter are others: `late` and `gate`, `paper` and `payer`.
                1 if shorter < 6 && shorter == longer && self.letters != other.letters => {}
                1 => return if shorter >= 5 { 0.9 } else { 0.75 },
                2 if most == 2 => return 0.8,
                _ => {}
            }
        }
        if shorter < 5 {
            return 0.0;
        }
        let common = self.text.chars().zip(other.text.chars()).take_while(|(a, b)| a == b).count();
        if common >= 5 && common * 4 >= longer * 3 {
            0.8
        } else if common == shorter && shorter * 100 >= longer * 55 {
            0.7
        } else {
            0.0
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems_are_alike_by_slips_and_by_beginnings() {
        for (a, b, expected) in [
            ("churn", "churn", 1.0),
            ("churn", "chrun", 0.9),
            ("goal", "gaol", 0.75),
            ("goal", "goals", 0.75),
            ("cannib", "canib", 0.9),
            ("prioritiz", "proritis", 0.8),
            ("experi", "experiment", 0.7),
            ("quantit", "quantif", 0.9),
            ("late", "gate", 0.0),
            ("paper", "payer", 0.0),
            ("quit", "quite", 0.75),
            ("measur", "pleasur", 0.0),
            ("cat", "car", 0.0),
            ("2024", "2025", 0.0),
            ("retent", "retain", 0.0),
            ("", "", 1.0),
            ("", "a", 0.0),
        ] {
            let similarity = Stem::new(a).similarity(&Stem::new(b));
            assert_eq!(similarity, expected, "{a} {b}");
            assert_eq!(Stem::new(b).similarity(&Stem::new(a)), similarity, "{a} {b}");
        }
    }
}
