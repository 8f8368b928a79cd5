//! A text as its runs of three, four and five characters: what is left of a word when it is bent, joined or misspelt.

/// The runs of a text, each with the word it begins in.
#[derive(Clone, Debug, Default)]
pub(super) struct Grams {
    runs: Vec<Run>,
    /// The first run of each bucket; the next one stands at the run itself.
    buckets: Vec<u32>,
}

#[derive(Clone, Copy, Debug)]
struct Run {
    hash: u32,
    token: u32,
    next: u32,
}

const NONE: u32 = u32::MAX;

impl Grams {
    /// Those of words that follow each other, with a space between two.
    pub(super) fn new<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let mut chars: Vec<(char, u32)> = Vec::new();
        for (word, token) in words.zip(0..) {
            if token > 0 {
                chars.push((' ', token));
            }
            chars.extend(word.chars().map(|c| (c, token)));
        }
        let size = (chars.len() * 3).next_power_of_two();
        let mut grams = Grams { runs: Vec::with_capacity(chars.len() * 3), buckets: vec![NONE; size] };
        for place in 0..chars.len() {
            let mut hash = FNV_OFFSET;
            for (length, (c, _)) in chars.iter().skip(place).take(5).enumerate() {
                hash = (hash ^ u32::from(*c)).wrapping_mul(FNV_PRIME);
                if length >= 2 {
                    grams.push(hash, chars.get(place).map_or(0, |(_, token)| *token));
                }
            }
        }
        grams
    }

    fn push(&mut self, hash: u32, token: u32) {
        let at = self.bucket(hash);
        let place = u32::try_from(self.runs.len()).unwrap_or(NONE);
        if let Some(first) = self.buckets.get_mut(at) {
            self.runs.push(Run { hash, token, next: *first });
            *first = place;
        }
    }

    fn bucket(&self, hash: u32) -> usize {
        // The high bits are the better mixed ones.
        (hash ^ (hash >> 15)) as usize & (self.buckets.len() - 1)
    }

    /// The words in which runs like this one begin; the last comes first.
    pub(super) fn tokens(&self, hash: u32) -> impl Iterator<Item = usize> {
        let mut at = self.buckets.get(self.bucket(hash)).copied().unwrap_or(NONE);
        std::iter::from_fn(move || {
            while let Some(run) = self.runs.get(at as usize) {
                at = run.next;
                if run.hash == hash {
                    return Some(run.token as usize);
                }
            }
            None
        })
    }

    /// Each run once, with how often it is there.
    pub(super) fn distinct(&self) -> Vec<(u32, u32)> {
        let mut distinct = Vec::new();
        for (place, run) in self.runs.iter().enumerate() {
            // The newest of its kind stands first in its bucket.
            let mut at = self.buckets.get(self.bucket(run.hash)).copied().unwrap_or(NONE);
            while let Some(other) = self.runs.get(at as usize).filter(|other| other.hash != run.hash) {
                at = other.next;
            }
            if at as usize == place {
                let count = self.tokens(run.hash).count();
                distinct.push((run.hash, u32::try_from(count).unwrap_or(NONE)));
            }
        }
        distinct
    }

    /// Whether a run is there.
    pub(super) fn has(&self, hash: u32) -> bool {
        self.tokens(hash).next().is_some()
    }
}

/// FNV-1a of 32 bits (Fowler, Noll and Vo), over characters instead of bytes.
const FNV_OFFSET: u32 = 0x811c_9dc5;
const FNV_PRIME: u32 = 0x0100_0193;

#[cfg(test)]
mod tests {
    use super::*;

    fn hash(text: &str) -> u32 {
        text.chars().fold(FNV_OFFSET, |hash, c| (hash ^ u32::from(c)).wrapping_mul(FNV_PRIME))
    }

    #[test]
    fn runs_are_found_with_the_word_they_begin_in() {
        let grams = Grams::new(["goal", "go", "goal"].into_iter());
        let tokens = |text| grams.tokens(hash(text)).collect::<Vec<_>>();
        assert_eq!(tokens("goal"), [2, 0]);
        assert_eq!(tokens("l go "), [0]);
        assert_eq!(tokens(" goal"), [2]);
        assert_eq!(tokens("ago"), []);
        assert!(grams.has(hash("oal")) && !grams.has(hash("oa")));
        // "goal go goal" has 10 + 9 + 8 runs; `goa`, `oal` and `goal` are there twice, and so is ` go`.
        let distinct = grams.distinct();
        assert_eq!((distinct.len(), distinct.iter().map(|(_, count)| count).sum::<u32>()), (23, 27));
        assert_eq!(Grams::new(std::iter::empty()).distinct(), []);
    }
}
