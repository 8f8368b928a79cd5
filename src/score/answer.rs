//! A text, prepared once for all that is looked for in it.

use super::corpus::Corpus;
use super::lexicon::Phrase;
use super::numbered::{START, with};
use super::text::{Text, Token};

/// The fewest and the most characters of a run.
const RUN: std::ops::RangeInclusive<usize> = 3..=5;

/// An answer, prepared once for all key points.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    pub(super) text: Text,
    /// What each token tells, before it is known what was asked.
    pub(super) weights: Vec<f64>,
    /// The words and phrases of the lexicon that it has.
    pub(super) phrases: Vec<Phrase>,
    /// Its runs of three, four and five characters, each with the token in which it begins: what is left of a word
    /// when it is bent, joined or misspelt. A run may go on over the end of a word.
    pub(super) runs: Vec<(u64, usize)>,
}

impl Answer {
    /// Prepares an answer, in which a letter with its marks is best one character (NFC): others match less.
    pub fn new(text: &str, corpus: &Corpus) -> Self {
        let text = corpus.read(text);
        let mut weights = Vec::new();
        for token in &text.tokens {
            weights.push(corpus.weight(token.stem.hash));
        }
        Answer { weights, phrases: corpus.lexicon().phrases(&text), runs: runs(&text.tokens), text }
    }

    pub(super) fn tokens(&self) -> &[Token] {
        &self.text.tokens
    }
}

fn runs(tokens: &[Token]) -> Vec<(u64, usize)> {
    let mut chars: Vec<(char, usize)> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        for c in token.word.text.chars() {
            chars.push((c, at));
        }
        chars.push((' ', at + 1));
    }
    chars.pop();
    let mut runs = Vec::with_capacity(chars.len() * 3);
    for place in 0..chars.len() {
        let mut hash = START;
        for (length, (c, at)) in (1..=*RUN.end()).zip(chars.iter().skip(place)) {
            hash = with(hash, *c);
            if length >= *RUN.start() {
                runs.push((hash, chars.get(place).map_or(*at, |(_, at)| *at)));
            }
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::super::numbered::hash;
    use super::*;

    #[test]
    fn runs_are_found_with_the_word_they_begin_in() {
        let runs = Answer::new("goal go goal", &Corpus::new("und", [])).runs;
        let tokens = |text| -> Vec<usize> {
            runs.iter().filter(|(other, _)| *other == hash(text)).map(|(_, token)| *token).collect()
        };
        assert_eq!(tokens("goal"), [0, 2]);
        assert_eq!(tokens("l go "), [0]);
        assert_eq!(tokens(" goal"), [2]);
        assert!(tokens("ago").is_empty() && tokens("oa").is_empty());
        // It has 10 of three characters, 9 of four and 8 of five.
        assert_eq!(runs.len(), 27);
    }
}
