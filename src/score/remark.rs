//! What there is to say of an answer as a whole, before its points: kindly.

use borsh::{BorshDeserialize, BorshSerialize};

use super::answer::Answer;
use super::corpus::Corpus;
use super::language::Language;

/// The fewest words that a remark is made about.
const SHORTEST: usize = 8;
/// In speech at least so large a share of the words are small ones.
const SMALL_WORDS: f64 = 0.15;
/// From this share on the answer is made of the question's words.
const ECHO: f64 = 0.5;
/// The shortest answer that can be padding, and the share of its words that general talk has.
const SHORTEST_PADDING: usize = 40;
const PADDING: f64 = 0.6;

/// What an answer is, where it is not an answer.
#[derive(BorshDeserialize, BorshSerialize, Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Remark {
    /// Words in a row, no sentences: an interviewer would not hear an answer.
    KeywordList,
    /// The question in other words.
    Echo,
    /// Talk that would fit any question.
    Padding,
}

impl Remark {
    /// The remark that an answer calls for. `echo` is how much of it only gives the question back, from 0 to 1.
    pub(super) fn of(answer: &Answer, corpus: &Corpus, echo: f64, n_found: usize) -> Option<Self> {
        let n_tokens = answer.tokens().len();
        if corpus.language() != Language::English || n_tokens < SHORTEST {
            return None;
        }
        let n_small = answer.tokens().iter().filter(|token| !token.is_content).count();
        if is_below(n_small, SMALL_WORDS, n_tokens) {
            return Some(Self::KeywordList);
        }
        if echo >= ECHO {
            return Some(Self::Echo);
        }
        let (mut n_words, mut n_specific) = (0, 0);
        for token in answer.text.content() {
            n_words += 1;
            n_specific += usize::from(!corpus.is_talk(token.stem.hash));
        }
        let is_padding =
            n_found == 0 && n_tokens >= SHORTEST_PADDING && is_below(n_specific, 1.0 - PADDING, n_words);
        is_padding.then_some(Self::Padding)
    }
}

/// Whether `count` is less than such a share of `of`.
fn is_below(count: usize, share: f64, of: usize) -> bool {
    // Exact far beyond any answer.
    #[allow(clippy::cast_precision_loss)]
    let (count, of) = (count as f64, of as f64);
    count < share * of
}
