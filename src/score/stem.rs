//! What English words are bent from: `measuring`, `measured` and `measures` have the stem `measur`.

use frostem::{Algorithm, Stemmer};

/// The stem of a word in small letters of English, by Porter's second stemmer.
pub(super) fn stem(word: &str) -> String {
    Stemmer::new(Algorithm::English).stem(word).into_owned()
}
