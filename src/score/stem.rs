//! What English words are bent from: `measuring`, `measured` and `measures` have the stem `measur`.
//!
//! This is Porter's second stemmer ("Porter2", snowballstem.org/algorithms/english) for words in small letters, but for a
//! dozen words that it lists by themselves. Tables of rules are texts: those of a crate cost the module three times as much.

use super::words::pairs;

/// Words that the rules would bend wrongly, each with its stem.
const EXCEPTIONS: &str = "news news bias bias atlas atlas early earli sky sky skies sky dying die lying lie tying \
                          tie evening evening outing outing";

/// Beginnings behind which endings may be taken off, though they look too short.
const BEGINNINGS: &str = "gener commun arsen past univers later emerg organ inter";

/// Endings with what takes their place, the longer before the shorter that they end with. What stands in the first part of
/// a word stays as it is.
const SECOND: &str = "ational ate tional tion enci ence anci ance abli able entli ent ization ize izer ize ation ate ator \
                      ate alism al aliti al alli al fulness ful ousness ous ousli ous iveness ive iviti ive biliti ble bli \
                      ble ogist og logi log fulli ful lessli less";
const THIRD: &str = "ational ate tional tion alize al icate ic iciti ic ical ic ful - ness -";
/// Endings that are taken off.
const FOURTH: &str = "ement ment ent ance ence able ible ant ate ive ize iti ism ous al er ic";

/// The stem of a word in small letters of English.
pub(super) fn stem(word: &str) -> String {
    if word.len() < 3 {
        return word.to_owned();
    }
    if let Some((_, stem)) = pairs(EXCEPTIONS).find(|(other, _)| *other == word) {
        return stem.to_owned();
    }
    let mut bent = Bent::new(word);
    bent.without_plural();
    bent.without_past();
    bent.with_i();
    // Of most words there is nothing to shorten, and the lists are long.
    if bent.is_behind(bent.first, 1) {
        bent.shorten();
    }
    bent.letters.make_ascii_lowercase();
    String::from_utf8(bent.letters).unwrap_or_default()
}

/// A word on its way to its stem.
struct Bent {
    /// A `y` that sounds like a consonant is a capital.
    letters: Vec<u8>,
    /// Where its parts begin from which endings may be taken: behind the first consonant that follows a vowel, and the same
    /// again from there.
    first: usize,
    second: usize,
}

impl Bent {
    fn new(word: &str) -> Self {
        let mut letters = word.as_bytes().to_vec();
        let mut is_behind_consonant = false;
        for letter in &mut letters {
            if *letter == b'y' && !is_behind_consonant {
                *letter = b'Y';
            }
            is_behind_consonant = !is_vowel(*letter);
        }
        let mut bent = Bent { letters, first: 0, second: 0 };
        let beginning = BEGINNINGS.split_ascii_whitespace().find(|beginning| word.starts_with(beginning));
        bent.first = beginning.map_or_else(|| bent.part_behind(0), str::len);
        bent.second = bent.part_behind(bent.first);
        bent
    }

    fn part_behind(&self, from: usize) -> usize {
        let is_vowel_at = |at: usize| self.letters.get(at).is_some_and(|letter| is_vowel(*letter));
        let end = (from + 1..self.letters.len()).find(|at| is_vowel_at(at - 1) && !is_vowel_at(*at));
        end.map_or(self.letters.len(), |at| at + 1)
    }

    fn ends(&self, ending: &str) -> bool {
        self.letters.ends_with(ending.as_bytes())
    }

    /// The letter so many places before the end, counted from 1.
    fn back(&self, places: usize) -> u8 {
        self.letters.len().checked_sub(places).and_then(|at| self.letters.get(at)).map_or(0, |letter| *letter)
    }

    /// Puts `other` in the place of an ending of so many letters.
    fn replace(&mut self, n_letters: usize, other: &str) {
        self.letters.truncate(self.letters.len().saturating_sub(n_letters));
        self.letters.extend_from_slice(other.as_bytes());
    }

    fn has_vowel_before(&self, n_letters: usize) -> bool {
        self.letters.iter().rev().skip(n_letters).any(|letter| is_vowel(*letter))
    }

    fn without_plural(&mut self) {
        if self.ends("sses") {
            self.replace(2, "");
        } else if self.ends("ies") || self.ends("ied") {
            let is_long = self.letters.len() > 4;
            self.replace(3, if is_long { "i" } else { "ie" });
        } else if self.ends("s") && !self.ends("us") && !self.ends("ss") && self.has_vowel_before(2) {
            self.replace(1, "");
        }
    }

    fn without_past(&mut self) {
        let length =
            |endings: &[&str]| endings.iter().find(|ending| self.ends(ending)).map(|found| found.len());
        if let Some(n_letters) = length(&["eedly", "eed"]) {
            // But not of `exceed` and `succeed`.
            if self.is_behind(self.first, n_letters) && !self.ends("ceed") {
                self.replace(n_letters, "ee");
            }
            return;
        }
        let Some(n_letters) = length(&["edly", "ed", "ingly", "ing"]) else { return };
        if !self.has_vowel_before(n_letters) {
            return;
        }
        self.replace(n_letters, "");
        let (last, before) = (self.back(1), self.back(2));
        let is_double = last == before && b"bdfgmnprt".contains(&last);
        if self.ends("at") || self.ends("bl") || self.ends("iz") {
            self.letters.push(b'e');
        } else if is_double {
            // `add` and `egg` stay as they are.
            if self.letters.len() != 3 || !b"aeo".contains(&self.back(3)) {
                self.letters.pop();
            }
        } else if self.first == self.letters.len() && self.is_short() {
            self.letters.push(b'e');
        }
    }

    fn with_i(&mut self) {
        if self.back(1).eq_ignore_ascii_case(&b'y') && self.letters.len() > 2 && !is_vowel(self.back(2)) {
            self.replace(1, "i");
        }
    }

    /// Takes off or shortens what makes a word another kind of word.
    fn shorten(&mut self) {
        if let Some((ending, other)) = pairs(SECOND).find(|(ending, _)| self.ends(ending)) {
            if self.is_behind(self.first, ending.len() - usize::from(ending == "logi")) {
                self.replace(ending.len(), other);
            }
        } else if self.ends("li") && self.is_behind(self.first, 2) && b"cdeghkmnrt".contains(&self.back(3)) {
            self.replace(2, "");
        }
        if self.ends("ative") {
            if self.is_behind(self.second, 5) {
                self.replace(5, "");
            }
        } else if let Some((ending, other)) = pairs(THIRD).find(|(ending, _)| self.ends(ending))
            && self.is_behind(self.first, ending.len())
        {
            self.replace(ending.len(), other.trim_matches('-'));
        }
        let list = if self.is_behind(self.second, 2) { FOURTH } else { "" };
        let mut endings = list.split_ascii_whitespace();
        if let Some(ending) = endings.find(|ending| self.ends(ending)) {
            if self.is_behind(self.second, ending.len()) {
                self.replace(ending.len(), "");
            }
        } else if self.ends("ion") && b"st".contains(&self.back(4)) && self.is_behind(self.second, 3) {
            self.replace(3, "");
        }
        let is_in_second = self.is_behind(self.second, 1);
        match self.back(1) {
            b'e' => {
                let is_in_first = self.is_behind(self.first, 1);
                self.letters.pop();
                if !is_in_second && (!is_in_first || self.is_short()) {
                    self.letters.push(b'e');
                }
            }
            b'l' if is_in_second && self.back(2) == b'l' => self.replace(1, ""),
            _ => {}
        }
    }

    /// Whether an ending of so many letters stands within a part.
    fn is_behind(&self, part: usize, n_letters: usize) -> bool {
        part + n_letters <= self.letters.len()
    }

    /// Whether it ends with a short syllable: a vowel between two consonants, or a vowel and a consonant alone.
    fn is_short(&self) -> bool {
        let [before, vowel, last] = [self.back(3), self.back(2), self.back(1)];
        is_vowel(vowel) && !is_vowel(last) && (before == 0 || !is_vowel(before) && !b"wxY".contains(&last))
            || self.ends("past")
    }
}

fn is_vowel(letter: u8) -> bool {
    b"aeiouy".contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_brought_to_their_stems() {
        for (words, expected) in [
            ("caresses ties cries gas gaps kiwis this", "caress tie cri gas gap kiwi this"),
            ("agreed feed hopping hoped hoping luxuriated falling", "agre feed hop hope hope luxuri fall"),
            ("added egged fizzed sized by say cry", "add egg fizz size by say cri"),
            ("relational conditional rationally valency digitizer", "relat condit ration valenc digit"),
            ("sensibility analogy analogous decisively hopefulness", "sensibl analog analog decis hope"),
            ("formative formalize electrical goodness", "format formal electr good"),
            ("adoption opinion adjustment replacement dependent", "adopt opinion adjust replac depend"),
            ("probate rate control rolled news early dying", "probat rate control roll news earli die"),
            (
                "general generate communism university organization",
                "general generat communism universiti organiz",
            ),
            ("yes saying boyish sky a it", "yes say boyish sky a it"),
            ("exceeds proceeded succeeding", "exceed proceed succeed"),
            ("measuring measured measures customers prioritization", "measur measur measur custom priorit"),
        ] {
            let stems: Vec<_> = words.split(' ').map(stem).collect();
            assert_eq!(stems.join(" "), expected);
        }
    }
}
