//! The different stems of a text, each with a number.

use super::similarity::Stem;

/// Stems by number and by text. (A map of the standard library would cost the module more.)
#[derive(Clone, Debug, Default)]
pub(super) struct Stems {
    stems: Vec<Stem>,
    /// For each stem the next of its bucket.
    next: Vec<usize>,
    /// The first stem of each bucket.
    buckets: Vec<usize>,
}

const NONE: usize = usize::MAX;

impl Stems {
    /// The number of a stem; a new one if it is new.
    pub(super) fn intern(&mut self, text: &str) -> usize {
        if let Some(number) = self.find(text) {
            return number;
        }
        if self.stems.len() >= self.buckets.len() {
            self.grow();
        }
        self.stems.push(Stem::new(text));
        self.next.push(NONE);
        self.link(self.stems.len() - 1);
        self.stems.len() - 1
    }

    /// The number of a stem that is there.
    pub(super) fn find(&self, text: &str) -> Option<usize> {
        let mut at = *self.buckets.get(self.bucket(text))?;
        while let Some(stem) = self.stems.get(at) {
            if stem.text == text {
                return Some(at);
            }
            at = self.next.get(at).copied().unwrap_or(NONE);
        }
        None
    }

    /// All of them, by number.
    pub(super) fn all(&self) -> &[Stem] {
        &self.stems
    }

    pub(super) fn get(&self, number: usize) -> Option<&Stem> {
        self.stems.get(number)
    }

    pub(super) fn len(&self) -> usize {
        self.stems.len()
    }

    fn grow(&mut self) {
        self.buckets = vec![NONE; (self.buckets.len() * 2).max(16)];
        (0..self.stems.len()).for_each(|number| self.link(number));
    }

    fn link(&mut self, number: usize) {
        let bucket = self.stems.get(number).map_or(0, |stem| self.bucket(&stem.text));
        if let (Some(first), Some(next)) = (self.buckets.get_mut(bucket), self.next.get_mut(number)) {
            *next = std::mem::replace(first, number);
        }
    }

    /// FNV-1a of 32 bits (Fowler, Noll and Vo).
    fn bucket(&self, text: &str) -> usize {
        let hash = text
            .bytes()
            .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        (hash ^ (hash >> 15)) as usize & self.buckets.len().wrapping_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_stem_has_one_number() {
        let mut stems = Stems::default();
        assert_eq!(stems.find("goal"), None);
        let words: Vec<String> = (0..200).map(|number| format!("word{number}")).collect();
        let first: Vec<_> = words.iter().map(|word| stems.intern(word)).collect();
        let again: Vec<_> = words.iter().map(|word| stems.intern(word)).collect();
        assert_eq!(first, (0..200).collect::<Vec<_>>());
        assert_eq!(first, again);
        assert!(words.iter().zip(first).all(|(word, number)| stems.find(word) == Some(number)));
        assert_eq!((stems.find("word"), stems.len()), (None, 200));
    }
}
