//! A learner's answer, prepared once for all that is looked for in it.

use super::corpus::Corpus;
use super::grams::Grams;
use super::lexicon::Phrase;
use super::similarity::Stem;
use super::stems::Stems;
use super::text::{Text, Token};

/// An answer, prepared once for all key points.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    pub(super) text: Text,
    /// Its different stems.
    pub(super) stems: Stems,
    /// The stem of each token.
    pub(super) stem_of: Vec<usize>,
    /// For each stem the word that it is written as first, and whether it says something about what is talked of.
    pub(super) words: Vec<Stem>,
    pub(super) is_content: Vec<bool>,
    /// The phrases of the lexicon that it has.
    pub(super) phrases: Vec<Phrase>,
    pub(super) grams: Grams,
}

/// Tokens that follow each other: the first, and the first after them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub(super) from: usize,
    pub(super) to: usize,
}

impl Answer {
    /// Prepares an answer, in which a letter with its marks is best one character (NFC): others match less.
    pub fn new(text: &str, corpus: &Corpus) -> Self {
        let text = corpus.read(text);
        let mut answer = Answer {
            phrases: corpus.lexicon().phrases(&text),
            grams: Grams::new(text.tokens.iter().map(|token| token.word.as_str())),
            ..Answer::default()
        };
        for token in &text.tokens {
            let stem = answer.stems.intern(&token.stem);
            if stem == answer.words.len() {
                answer.words.push(Stem::new(&token.word));
                answer.is_content.push(false);
            }
            answer
                .is_content
                .get_mut(stem)
                .into_iter()
                .for_each(|is_content| *is_content |= token.is_content);
            answer.stem_of.push(stem);
        }
        answer.text = text;
        answer
    }

    pub(super) fn tokens(&self) -> &[Token] {
        &self.text.tokens
    }

    /// All of it.
    pub(super) fn whole(&self) -> Span {
        Span { from: 0, to: self.tokens().len() }
    }

    /// The tokens of a window, each with its stem.
    pub(super) fn in_window(&self, window: Span) -> impl Iterator<Item = (&Token, usize)> {
        let tokens = self.tokens().get(window.from..window.to).unwrap_or(&[]);
        let stems = self.stem_of.get(window.from..window.to).unwrap_or(&[]);
        tokens.iter().zip(stems.iter().copied())
    }

    /// The numbers of the content stems, each once.
    pub(super) fn content_stems(&self) -> Vec<usize> {
        (0..self.stems.len()).filter(|stem| self.is_content.get(*stem) == Some(&true)).collect()
    }
}
