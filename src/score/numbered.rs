//! Different texts, each with a number.

/// Texts by their hashes, numbered from 0 in the order in which they came. Of 64 bits, so that in all decks of the world
/// hardly two texts are taken for one.
#[derive(Clone, Debug, Default)]
pub(super) struct Numbered {
    hashes: Vec<u64>,
    /// The number of the hash that stands at its place, or at the next one that was free; at least half of them are.
    places: Vec<usize>,
}

const FREE: usize = usize::MAX;

impl Numbered {
    /// The number of a text; the next one if it is new.
    pub(super) fn number(&mut self, hash: u64) -> usize {
        if self.hashes.len() * 2 >= self.places.len() {
            self.places = vec![FREE; (self.places.len() * 2).max(16)];
            (0..self.hashes.len()).for_each(|number| self.put(number));
        }
        self.find(hash).unwrap_or_else(|| {
            self.hashes.push(hash);
            self.put(self.hashes.len() - 1);
            self.hashes.len() - 1
        })
    }

    pub(super) fn find(&self, hash: u64) -> Option<usize> {
        self.places.get(self.place(hash)).copied().filter(|number| *number != FREE)
    }

    fn put(&mut self, number: usize) {
        let place = self.hashes.get(number).map_or(FREE, |hash| self.place(*hash));
        self.places.get_mut(place).into_iter().for_each(|place| *place = number);
    }

    fn place(&self, hash: u64) -> usize {
        let last = self.places.len().wrapping_sub(1);
        let mut place = (hash ^ (hash >> 32)) as usize & last;
        let is_other = |place: usize| {
            let number = self.places.get(place).and_then(|number| self.hashes.get(*number));
            number.is_some_and(|other| *other != hash)
        };
        while is_other(place) {
            place = (place + 1) & last;
        }
        place
    }
}

/// FNV-1a, by Fowler, Noll and Vo, of characters in place of bytes.
pub(super) const START: u64 = 0xcbf2_9ce4_8422_2325;

/// The hash of what is longer by a character.
pub(super) fn with(hash: u64, c: char) -> u64 {
    (hash ^ u64::from(c)).wrapping_mul(0x100_0000_01b3)
}

/// The hash of a text.
pub(super) fn hash(text: &str) -> u64 {
    text.chars().fold(START, with)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_text_has_one_number() {
        let mut numbered = Numbered::default();
        assert_eq!(numbered.find(hash("goal")), None);
        let hashes: Vec<u64> = (0..200).map(|number| hash(&format!("word{number}"))).collect();
        let first: Vec<_> = hashes.iter().map(|hash| numbered.number(*hash)).collect();
        let again: Vec<_> = hashes.iter().map(|hash| numbered.number(*hash)).collect();
        assert_eq!(first, (0..200).collect::<Vec<_>>());
        assert_eq!(first, again);
        assert!(hashes.iter().zip(first).all(|(hash, number)| numbered.find(*hash) == Some(number)));
        assert_eq!(numbered.find(hash("word")), None);
    }

    #[test]
    fn hashes_are_those_of_the_authors() {
        assert_eq!(
            [hash(""), hash("a"), hash("foobar")],
            [START, 0xaf63_dc4c_8601_ec8c, 0x8594_4171_f739_67e8]
        );
    }
}
