//! A text as the words, numbers and signs of which amounts are made.

use super::DecimalMark;
use super::numeral::Numeral;
use crate::score::words::{begins, is_digit, is_letter, run, split_first};

/// A folded text, read piece by piece. What is not there is no word, no number and no sign.
#[derive(Debug)]
pub(super) struct Tokens<'t>(Vec<Token<'t>>);

#[derive(Debug)]
struct Token<'t> {
    piece: Piece<'t>,
    /// Whether it follows the one before without a space.
    is_glued: bool,
}

#[derive(Debug)]
enum Piece<'t> {
    Word(&'t str),
    Number(Numeral),
    Sign(char),
}

impl<'t> Tokens<'t> {
    pub(super) fn read(folded: &'t str, mark: DecimalMark) -> Self {
        let mut tokens: Vec<Token> = Vec::new();
        let (mut rest, mut is_glued) = (folded, false);
        while let Some((c, behind)) = split_first(rest) {
            if c == ' ' {
                (rest, is_glued) = (behind, false);
                continue;
            }
            // A point or comma begins a number that nothing stands before.
            let is_behind_sign =
                !is_glued || matches!(tokens.last(), Some(Token { piece: Piece::Sign(_), .. }));
            let begins_fraction = matches!(c, '.' | ',') && begins(behind, is_digit) && is_behind_sign;
            let numeral = if is_digit(c) || begins_fraction { Numeral::read(rest, mark) } else { None };
            let word = word_of(rest);
            let piece;
            (piece, rest) = match numeral {
                Some((numeral, behind)) => (Piece::Number(numeral), behind),
                None if word.is_empty() => (Piece::Sign(c), behind),
                None => (Piece::Word(word), rest.get(word.len()..).unwrap_or("")),
            };
            tokens.push(Token { piece, is_glued });
            is_glued = true;
        }
        Tokens(tokens)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    fn piece(&self, at: usize) -> Option<&Piece<'t>> {
        self.0.get(at).map(|token| &token.piece)
    }

    /// The word at a place; empty if there is none.
    pub(super) fn word(&self, at: usize) -> &'t str {
        match self.piece(at) {
            Some(Piece::Word(word)) => word,
            _ => "",
        }
    }

    /// The number at a place.
    pub(super) fn numeral(&self, at: usize) -> Option<Numeral> {
        match self.piece(at) {
            Some(Piece::Number(numeral)) => Some(*numeral),
            _ => None,
        }
    }

    /// The sign at a place; a space if there is none.
    pub(super) fn sign(&self, at: usize) -> char {
        match self.piece(at) {
            Some(Piece::Sign(sign)) => *sign,
            _ => ' ',
        }
    }

    /// Whether what stands at a place follows what is before it without a space.
    pub(super) fn is_glued(&self, at: usize) -> bool {
        self.0.get(at).is_some_and(|token| token.is_glued)
    }
}

/// The letters that a text begins with.
fn word_of(text: &str) -> &str {
    text.get(..run(text, |c, _| is_letter(c))).unwrap_or("")
}
