//! Answers of a few words, of which any accepted form will do.

use borsh::{BorshDeserialize, BorshSerialize};

use super::known_words::KnownWords;
use super::osa::osa;
use super::words::{
    begins, ends, fold, is_capital, is_digit, is_in, is_sign, pairs, parts, split_first, telling, tells,
    words,
};

/// What a typed answer is, compared with the forms that are accepted.
///
/// Case, accents, punctuation, articles, `and` and the spaces between words do not count. Of several forms the
/// best counts; verdicts are ordered from the best.
///
/// ```
/// use greenroom::score::{KnownWords, ShortVerdict};
///
/// let known = KnownWords::of(["retention", "detention"]);
/// let verdict = |typed| ShortVerdict::of(typed, &["retention rate", "stickiness"], &known);
/// assert_eq!(verdict("the Retention-Rate"), ShortVerdict::Right { form: 0 });
/// assert_eq!(verdict("stickyness"), ShortVerdict::Slip { form: 1 });
/// assert_eq!(verdict("detention rate"), ShortVerdict::OtherTerm);
/// assert_eq!(verdict("stickyness").credit(), 0.9);
/// ```
#[derive(BorshDeserialize, BorshSerialize, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ShortVerdict {
    /// An accepted form.
    Right {
        /// Its index among those accepted.
        form: usize,
    },
    /// An accepted form but for small slips: none in words of up to 3 characters, 1 in words of up to 8 or where
    /// the first character is another, else 2; or but for the `s` of a plural and the other spelling of `-ize` and `-or`.
    Slip {
        /// The index of the form that is meant.
        form: usize,
    },
    /// The words of an accepted form in another order.
    Swapped {
        /// The index of the form that is meant.
        form: usize,
    },
    /// The first letters of an accepted form.
    Initials {
        /// The index of the form that is meant.
        form: usize,
    },
    /// As near as a slip, but a term of its own: a word of the deck, or the opposite.
    OtherTerm,
    /// Something else.
    Wrong,
    /// Nothing.
    Empty,
}

impl ShortVerdict {
    /// Compares what was typed with the accepted forms. Words that are `known` are never taken for a slip.
    pub fn of(typed: &str, accepted: &[impl AsRef<str>], known: &KnownWords) -> Self {
        let folded = fold(typed);
        if folded.chars().all(|c| c == ' ') {
            return Self::Empty;
        }
        let mut typed = Phrase { written: typed, words: words(&folded), folded };
        loop {
            let mut best = Self::Wrong;
            for (form, text) in accepted.iter().enumerate() {
                best = best.min(typed.compare(form, text.as_ref(), known));
            }
            let n_words = typed.words.len();
            if best == Self::Wrong {
                // `It's called churn` is said for `churn`.
                typed.words.retain(|word| !is_in(AROUND, word));
            }
            if typed.words.len() == n_words {
                return best;
            }
        }
    }

    /// The same of several answers in one, such as `net revenue retention (NRR)`: each must be accepted.
    pub(super) fn of_all(typed: &str, accepted: &[impl AsRef<str>], known: &KnownWords) -> Self {
        let whole = Self::of(typed, accepted, known);
        let mut last = whole;
        if whole == Self::Wrong {
            for part in parts(typed, is_between_answers) {
                last = Self::of(part, accepted, known);
                if last.credit() == 0.0 {
                    return whole;
                }
            }
        }
        last
    }

    /// What it is worth: 1 for an accepted form, 0.9 where the form is meant, else 0.
    pub fn credit(self) -> f64 {
        match self {
            Self::Right { .. } => 1.0,
            Self::Slip { .. } | Self::Swapped { .. } | Self::Initials { .. } => 0.9,
            Self::OtherTerm | Self::Wrong | Self::Empty => 0.0,
        }
    }
}

/// A text and its words.
struct Phrase<'a> {
    written: &'a str,
    folded: String,
    words: Vec<String>,
}

/// Words that say how others stand to each other: those cannot be swapped without another meaning.
const RELATING: &str = "after before by exceeds from in into minus not of over per than to versus vs";

/// Words around an answer that are not of it.
const AROUND: &str = "basically called guess i is it its just maybe probably that think this";

/// Beginnings that part words with different meanings, though no more than two steps do; `-` where there is none.
const BEGINNINGS: &str = "a - de - ex - il - im - in - ir - re - un - af ef bi tri bill mill endo exo ex im ex in de in de re \
                          hyper hypo inter intra macro micro quali quanti";

/// The same of endings: `employer` and `employee`.
const ENDINGS: &str = "ee er ee or";

/// How alike two words are, ordered from the best.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    Same,
    Slip,
    /// As near as a slip, but another word.
    Near,
    Other,
}

impl Phrase<'_> {
    fn compare(&self, form: usize, accepted: &str, known: &KnownWords) -> ShortVerdict {
        let folded = fold(accepted);
        let accepted = Phrase { written: accepted, words: words(&folded), folded };
        let (ours, theirs) = (telling(&self.words), telling(&accepted.words));
        if theirs.is_empty() || ours.is_empty() {
            // Signs alone, such as `!=`.
            let is_same = signs(&self.folded).eq(signs(&accepted.folded));
            return if is_same { ShortVerdict::Right { form } } else { ShortVerdict::Wrong };
        }
        if ours == theirs || joined(&ours) == joined(&theirs) {
            return ShortVerdict::Right { form };
        }
        let mut worst = Likeness::Other;
        if ours.len() == theirs.len() {
            worst = Likeness::Same;
            for (ours, theirs) in ours.iter().zip(&theirs) {
                worst = worst.max(accepted.likeness(ours, theirs, known));
            }
            if worst <= Likeness::Slip {
                return ShortVerdict::Slip { form };
            }
            // A ratio is another one the other way round.
            let is_ratio = accepted.written.bytes().any(|byte| byte == b'/');
            if is_swapped(&ours, &theirs) && !is_ratio {
                return ShortVerdict::Swapped { form };
            }
        }
        // `P&L` is two words of one letter each.
        let is_short = self.words.len() == 1 || self.words.iter().all(|word| word.chars().count() == 1);
        if is_short && accepted.words.len() > 1 {
            let mut letters = String::new();
            self.words.iter().for_each(|word| letters.push_str(word));
            let (all, without_small) = (initials(&accepted.words, true), initials(&accepted.words, false));
            let is_meant = |letters| letters == all || (theirs.len() > 1 && letters == without_small);
            if is_meant(letters.as_str()) || letters.strip_suffix('s').is_some_and(is_meant) {
                return ShortVerdict::Initials { form };
            }
        }
        if worst == Likeness::Near { ShortVerdict::OtherTerm } else { ShortVerdict::Wrong }
    }

    /// How alike `word` is to `own`, a word of this phrase.
    fn likeness(&self, word: &str, own: &str, known: &KnownWords) -> Likeness {
        if word == own {
            return Likeness::Same;
        }
        if [word, own].iter().any(|word| word.chars().any(is_digit)) {
            return Likeness::Other;
        }
        if is_same_term(word, own) {
            return Likeness::Slip;
        }
        let most = match own.chars().count() {
            0..=3 => 0,
            4..=8 => 1,
            _ => 2,
        };
        let steps = if most == 0 || self.is_acronym(own) { most + 1 } else { osa(word, own, most) };
        // Fingers slip, but seldom twice where a word begins: `attention` is not `retention`.
        let begins_alike = word.chars().next() == own.chars().next();
        if steps > most {
            Likeness::Other
        } else if known.has(word) || is_opposite(word, own) {
            Likeness::Near
        } else if steps > 1 && !begins_alike {
            Likeness::Other
        } else {
            Likeness::Slip
        }
    }

    /// Whether a word is written with capitals behind its first letter, such as `ARPU` and `SaaS`: those that
    /// differ in a letter are others. A long word in capitals is only loud.
    fn is_acronym(&self, own: &str) -> bool {
        let has_capital =
            |word: &str| split_first(word).is_some_and(|(_, rest)| rest.chars().any(is_capital));
        let mut written = parts(self.written, is_sign);
        own.chars().count() <= 5 && written.any(|word| has_capital(word) && fold(word) == own)
    }
}

/// Whether what stands behind is another answer, or the same once more.
fn is_between_answers(c: char) -> bool {
    matches!(c, '(' | ')' | '/' | ',' | '=' | ';' | '–' | '—')
}

/// The words in one, digits kept apart: `break even` is `breakeven`, but `1 5` is not `15`.
fn joined(words: &[&str]) -> String {
    let mut joined = String::new();
    for word in words {
        if ends(&joined, is_digit) && begins(word, is_digit) {
            joined.push(' ');
        }
        joined.push_str(word);
    }
    joined
}

fn is_swapped(ours: &[&str], theirs: &[&str]) -> bool {
    let count = |words: &[&str], word: &str| words.iter().filter(|other| **other == word).count();
    (2..=12).contains(&theirs.len())
        && theirs.iter().all(|word| count(ours, word) == count(theirs, word) && !is_in(RELATING, word))
}

/// The initials of all words, or of those that tell terms apart.
fn initials(words: &[String], is_of_all: bool) -> String {
    let mut initials = String::new();
    for (index, word) in words.iter().enumerate() {
        if let Some((initial, _)) = split_first(word).filter(|_| is_of_all || tells(words, index)) {
            initials.push(initial);
        }
    }
    initials
}

/// The signs of a folded text.
fn signs(folded: &str) -> impl Iterator<Item = char> {
    folded.chars().filter(|c| *c != ' ')
}

/// Whether two words are forms of one: `metric` and `metrics`, `color` and `colours`, `prioritize` and `prioritise`.
fn is_same_term(a: &str, b: &str) -> bool {
    let is_long = a.len().min(b.len()) > 4;
    a.len().min(b.len()) > 2 && spelling(a, is_long).eq(spelling(b, is_long))
}

/// The letters of the singular; of longer words without what is spelled in two ways.
fn spelling(word: &str, is_long: bool) -> impl Iterator<Item = char> {
    let mut last = ' ';
    word.strip_suffix('s').unwrap_or(word).chars().filter_map(move |c| {
        let before = std::mem::replace(&mut last, c);
        match c {
            'u' if is_long && before == 'o' => None,
            'z' if is_long => Some('s'),
            c => Some(c),
        }
    })
}

fn is_opposite(a: &str, b: &str) -> bool {
    let begins = |x: &str, y: &str| a.strip_prefix(x).is_some_and(|rest| b.strip_prefix(y) == Some(rest));
    let ends = |x: &str, y: &str| a.strip_suffix(x).is_some_and(|rest| b.strip_suffix(y) == Some(rest));
    let mut beginnings = pairs(BEGINNINGS).map(|(x, y)| (x, if y == "-" { "" } else { y }));
    beginnings.any(|(x, y)| begins(x, y) || begins(y, x))
        || pairs(ENDINGS).any(|(x, y)| ends(x, y) || ends(y, x))
}
