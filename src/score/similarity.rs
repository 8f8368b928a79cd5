//! How alike two stems are: slips of the fingers, and forms of one word that no stemmer joins.

use super::numbered::hash;
use super::osa::osa;
use super::words::{begins, is_digit};

/// A stem, with what makes most comparisons short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stem {
    pub(super) text: String,
    /// By which it is told from others.
    pub(super) hash: u64,
    length: usize,
    /// Which letters it has, each a bit.
    letters: u32,
}

impl Stem {
    pub(super) fn new(text: &str) -> Self {
        let bit = |c: char| 1_u32 << (u32::from(c) & 31);
        Stem {
            text: text.to_owned(),
            hash: hash(text),
            length: text.chars().count(),
            letters: text.chars().fold(0, |letters, c| letters | bit(c)),
        }
    }

    /// How alike two stems are: 1 if they are the same, 0.9 with one slip (0.75 in a word of four letters), 0.8 with two
    /// in a long word, 0.7 if one is the beginning of the other; else 0.
    pub(super) fn similarity(&self, other: &Stem) -> f64 {
        if self.hash == other.hash {
            return 1.0;
        }
        let (short, long) = if self.length < other.length { (self, other) } else { (other, self) };
        // A step changes at most two letters of the sets.
        let most = if short.length >= 8 { 2 } else { 1 };
        let n_other = (short.letters ^ long.letters).count_ones() as usize;
        let n_more = long.length - short.length;
        let may_be_slip = n_more <= most && n_other <= 2 * most;
        let may_begin = short.letters & !long.letters == 0;
        let is_number = |stem: &Stem| begins(&stem.text, is_digit);
        if !(may_be_slip || may_begin) || short.length < 4 || is_number(short) || is_number(long) {
            return 0.0;
        }
        let steps = if may_be_slip { osa(&short.text, &long.text, most) } else { most + 1 };
        match steps {
            // Short words that differ in a letter are others: `late` and `gate`, `paper` and `payer`.
            1 if short.length < 6 && n_more == 0 && n_other > 0 => 0.0,
            1 if short.length < 5 => 0.75,
            1 => 0.9,
            2 if most == 2 => 0.8,
            _ if short.length >= 5
                && short.length * 100 >= long.length * 55
                && long.text.starts_with(&short.text) =>
            {
                0.7
            }
            _ => 0.0,
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
