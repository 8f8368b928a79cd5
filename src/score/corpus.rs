//! What a deck is talked of in: its language, and how common each word is in it.

use super::answer::Answer;
use super::english;
use super::language::Language;
use super::lexicon::Lexicon;
use super::stems::Stems;
use super::text::Text;
use super::vocabulary::Vocabulary;

/// What a common word of English counts for.
const COMMON: f64 = 0.4;

/// What answers are read by.
#[derive(Debug)]
pub struct Corpus {
    language: Language,
    stems: Stems,
    /// For each stem in how many of the texts it stands.
    counts: Vec<u32>,
    n_texts: usize,
    lexicon: Lexicon,
    /// Stems of common English words, which say little whatever the deck.
    common: Stems,
    /// Talk that would fit any question; in English only.
    generic: Option<Answer>,
}

impl Corpus {
    /// From the texts that answers are compared with. `language` is a tag such as `en-GB`; empty where nobody says.
    ///
    /// ```
    /// use greenroom::score::{Corpus, Language};
    ///
    /// let corpus = Corpus::new("", ["Clarify the goal of the tier", "Segment the customers of the app"]);
    /// assert_eq!(corpus.language(), Language::English);
    /// ```
    pub fn new<'a>(language: &str, texts: impl IntoIterator<Item = &'a str> + Clone) -> Self {
        let language = Language::new(language, texts.clone().into_iter());
        let is_english = language == Language::English;
        let mut corpus = Corpus {
            language,
            stems: Stems::default(),
            counts: Vec::new(),
            n_texts: 0,
            lexicon: if is_english { Lexicon::new() } else { Lexicon::default() },
            common: Stems::default(),
            generic: None,
        };
        if is_english {
            for token in corpus.read(english::COMMON).tokens {
                corpus.common.intern(&token.stem);
            }
            corpus.generic = Some(Answer::new(english::GENERIC, &corpus));
        }
        // The text in which each stem was counted last.
        let mut counted: Vec<usize> = Vec::new();
        for text in texts {
            corpus.n_texts += 1;
            for token in corpus.read(text).tokens {
                let stem = corpus.stems.intern(&token.stem);
                if stem == corpus.counts.len() {
                    corpus.counts.push(0);
                    counted.push(0);
                }
                let last = counted.get_mut(stem).map_or(0, |last| std::mem::replace(last, corpus.n_texts));
                if let Some(count) = corpus.counts.get_mut(stem).filter(|_| last < corpus.n_texts) {
                    *count += 1;
                }
            }
        }
        corpus
    }

    /// From the key points of a deck.
    pub fn of(vocabulary: &Vocabulary) -> Self {
        Self::new(&vocabulary.language, vocabulary.points.iter().map(String::as_str))
    }

    /// The language that answers are read in.
    pub fn language(&self) -> Language {
        self.language
    }

    pub(super) fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    pub(super) fn generic(&self) -> Option<&Answer> {
        self.generic.as_ref()
    }

    pub(super) fn read(&self, text: &str) -> Text {
        Text::new(text, self.language)
    }

    /// What a word weighs: the more the fewer texts have it, and little if it is common in English.
    ///
    /// This is the square root of the inverse document frequency of BM25 (Robertson and Zaragoza, "The probabilistic
    /// relevance framework", 2009), which stays above 0.
    pub(super) fn weight(&self, stem: &str) -> f64 {
        let count =
            self.stems.find(stem).and_then(|number| self.counts.get(number)).map_or(0, |count| *count);
        // Exact far beyond any deck.
        #[allow(clippy::cast_precision_loss)]
        let (n, count) = (self.n_texts as f64, f64::from(count));
        let idf = (1.0 + (n - count + 0.5) / (count + 0.5)).ln();
        idf.sqrt() * if self.common.find(stem).is_some() { COMMON } else { 1.0 }
    }
}
