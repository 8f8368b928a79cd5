//! What a deck is talked of in: its language, and how common each word is in it.

use super::english;
use super::language::Language;
use super::lexicon::Lexicon;
use super::numbered::Numbered;
use super::text::Text;
use super::vocabulary::Vocabulary;

/// What a common word of English counts for, and one that is common in talk.
const COMMON: f64 = 0.4;
const TALK: f64 = 0.7;

/// What answers are read by.
#[derive(Debug)]
pub struct Corpus {
    language: Language,
    stems: Numbered,
    /// For each stem in how many of the texts it stands, and the last of them.
    counts: Vec<(u32, u32)>,
    n_texts: u32,
    lexicon: Lexicon,
    /// Stems of common English words, which say little whatever the deck.
    common: Numbered,
    /// Stems of talk that would fit any question.
    talk: Numbered,
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
            stems: Numbered::default(),
            counts: Vec::new(),
            n_texts: 0,
            lexicon: if is_english { Lexicon::new() } else { Lexicon::default() },
            common: Numbered::default(),
            talk: Numbered::default(),
        };
        if is_english {
            corpus.common = corpus.stems_of(english::COMMON);
            corpus.talk = corpus.stems_of(english::TALK);
        }
        for text in texts {
            corpus.n_texts += 1;
            for token in corpus.read(text).tokens {
                let stem = corpus.stems.number(token.stem.hash);
                if stem == corpus.counts.len() {
                    corpus.counts.push((0, 0));
                }
                if let Some((count, last)) = corpus.counts.get_mut(stem)
                    && *last != corpus.n_texts
                {
                    (*count, *last) = (*count + 1, corpus.n_texts);
                }
            }
        }
        corpus
    }

    fn stems_of(&self, words: &str) -> Numbered {
        let mut stems = Numbered::default();
        for token in self.read(words).tokens {
            stems.number(token.stem.hash);
        }
        stems
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

    /// Whether a stem would fit any answer.
    pub(super) fn is_talk(&self, stem: u64) -> bool {
        self.common.find(stem).is_some() || self.talk.find(stem).is_some()
    }

    pub(super) fn read(&self, text: &str) -> Text {
        Text::new(text, self.language)
    }

    /// What a word weighs: the more the fewer texts have it, and little if it is common in English.
    ///
    /// This is the fourth root of the inverse of the share of texts that have it (Spärck Jones, "A statistical interpretation
    /// of term specificity", 1972), half a text added. A logarithm in place of the root scored less on graded answers.
    pub(super) fn weight(&self, stem: u64) -> f64 {
        let count = self.stems.find(stem).and_then(|stem| self.counts.get(stem));
        let count = count.map_or(0.0, |(count, _)| f64::from(*count));
        let rarity = (f64::from(self.n_texts) + 1.0) / (count + 0.5);
        let told = match (self.common.find(stem), self.talk.find(stem)) {
            (Some(_), _) => COMMON,
            (_, Some(_)) => TALK,
            _ => 1.0,
        };
        rarity.sqrt().sqrt() * told
    }
}
