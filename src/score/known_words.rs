//! The words of a deck, so that none of them is taken for a slip of another.

use super::numbered::{Numbered, hash};
use super::words::{fold, words};

/// Words that mean something of their own: gathered once for a deck, and looked up for each slip.
///
/// ```
/// use greenroom::score::KnownWords;
///
/// let known = KnownWords::of(["Retention is who stays.", "A detention is none."]);
/// assert!(known.contains("DETENTION"));
/// assert!(!known.contains("retantion"));
/// ```
#[derive(Clone, Debug, Default)]
pub struct KnownWords {
    /// Folded, each once.
    words: Numbered,
}

impl KnownWords {
    /// The words of these texts, in any order.
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut known = KnownWords::default();
        for text in texts {
            for word in words(&fold(text)) {
                known.words.number(hash(&word));
            }
        }
        known
    }

    /// Whether a word is one of them, whatever its case and accents.
    pub fn contains(&self, word: &str) -> bool {
        self.has(&fold(word))
    }

    /// The same for a word that is folded.
    pub(super) fn has(&self, folded: &str) -> bool {
        self.words.find(hash(folded)).is_some()
    }
}
