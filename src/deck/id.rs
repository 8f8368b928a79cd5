//! Lasting names. Progress is filed under them, so they never change meaning between releases.

use std::hash::Hasher as _;

use borsh::{BorshDeserialize, BorshSerialize};
use siphasher::sip::SipHasher24;

use super::lower::push_lower;
use crate::base64url::{push, take};

/// A deck's lasting name: the `id` of its front matter, else the slug of its title.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct DeckId(pub String);

/// A card's lasting name: the `{#id}` of its heading, else the slugs of its topic and heading.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct CardId(pub String);

/// What the store knows a card by: 36 bits of a hash of its [`CardId`].
///
/// In a deck of 400 cards two of them share a key with a probability of about one in a million;
/// the parser reports it and asks for another id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CardKey(pub(crate) u64);

/// What the store knows a key point of a card by: 24 bits of a hash of its title and of its step's.
///
/// Of the forty points that a card may have at most, two share a key with a probability of one in twenty thousand.
/// Editing what a point says besides its title, or where it stands, never changes its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PointKey(pub(crate) u64);

/// What the store knows a deck by: 48 bits of a hash of where it came from and its [`DeckId`].
///
/// A deck from elsewhere that takes another deck's id gets another key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DeckKey(pub(crate) u64);

impl CardId {
    /// The name of a card that takes it from its topic and heading.
    pub(crate) fn within(topic: Option<&str>, name: &str) -> Self {
        match topic {
            Some(topic) => CardId(format!("{topic}/{name}")),
            None => CardId(name.to_owned()),
        }
    }

    /// The key that the store knows this card by.
    pub fn key(&self) -> CardKey {
        CardKey(hash("card", &[&self.0]) >> (64 - CardKey::BITS))
    }
}

impl CardKey {
    /// The bits of a key: six characters in the store.
    pub(crate) const BITS: u32 = 36;

    /// The key as the store has it.
    pub fn text(self) -> String {
        characters(self.0, Self::BITS)
    }
}

impl PointKey {
    /// The bits of a key: four characters in the store.
    pub(crate) const BITS: u32 = 24;

    /// The key of the point that says `text`, of the step called `step` where the answer is told in steps.
    pub(crate) fn new(step: &str, text: &str) -> Self {
        PointKey(hash("point", &[&slug(step), &slug(text)]) >> (64 - Self::BITS))
    }
}

impl DeckKey {
    /// The bits of a key: eight characters in the store.
    pub(crate) const BITS: u32 = 48;

    /// The key of a deck with this id from this source, such as the origin of its address.
    pub fn new(source: &str, id: &DeckId) -> Self {
        DeckKey(hash("deck", &[source, &id.0]) >> (64 - Self::BITS))
    }

    /// The key as the store has it.
    ///
    /// ```
    /// use greenroom::deck::{DeckId, DeckKey};
    ///
    /// let key = DeckKey::new("https://example.com", &DeckId("pm-behavioral".into()));
    /// assert_eq!(DeckKey::from_text(&key.text()), Some(key));
    /// assert_eq!(DeckKey::from_text("too long a key"), None);
    /// ```
    pub fn text(self) -> String {
        characters(self.0, Self::BITS)
    }

    /// The key that the store has as `text`.
    pub fn from_text(mut text: &str) -> Option<Self> {
        let key = take(&mut text, (Self::BITS / 6) as usize)?;
        text.is_empty().then_some(DeckKey(key))
    }
}

fn characters(key: u64, bits: u32) -> String {
    let mut text = String::new();
    push(&mut text, key, (bits / 6) as usize);
    text
}

/// 64 bits over a tag and fields, each preceded by its length, so that no two lists of fields look
/// alike.
fn hash(tag: &str, fields: &[&str]) -> u64 {
    let mut hasher = SipHasher24::new();
    for field in std::iter::once(&tag).chain(fields) {
        // Fixed width: `usize` is shorter in the browser than on the machine that runs the tests.
        hasher.write(&(field.len() as u64).to_le_bytes());
        hasher.write(field.as_bytes());
    }
    hasher.finish()
}

/// `text` as a name: letters and digits in lower case, everything else a single hyphen.
///
/// ```
/// use greenroom::deck::slug;
///
/// assert_eq!(slug("What is the RICE score, & why?"), "what-is-the-rice-score-why");
/// assert_eq!(slug("Über uns"), "über-uns");
/// ```
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_alphanumeric() {
            push_lower(c, &mut slug);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    if slug.ends_with('-') {
        slug.pop();
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_pinned() {
        // Changing any of these loses every learner's progress.
        let card = |id: &str| CardId(id.into()).key().0;
        let deck = |source, id: &str| DeckKey::new(source, &DeckId(id.into())).0;
        assert_eq!(card("shipped-points"), 2_589_159_295);
        assert_eq!(card("shipped/what-must-this-story-contain"), 42_138_866_264);
        assert_eq!(card(""), 7_733_825_634);
        assert_eq!(deck("", "pm-behavioral"), 190_354_976_474_421);
        assert_eq!(deck("https://example.com", "pm-behavioral"), 39_138_928_554_550);
        let point = |step, text| PointKey::new(step, text).0;
        assert_eq!(point("", "Guardrail metrics"), 3_356_871);
        assert_eq!(point("Measure", "Guardrail metrics"), 2_951_427);
    }

    #[test]
    fn keys_fit_their_bits_and_fields_do_not_run_together() {
        assert!(CardId("a".into()).key().0 < 1 << CardKey::BITS);
        let deck = |source, id: &str| DeckKey::new(source, &DeckId(id.into()));
        assert!(deck("", "a").0 < 1 << DeckKey::BITS);
        assert_ne!(deck("ab", "c"), deck("a", "bc"));
    }

    #[test]
    fn slugs() {
        for (text, expected) in [
            ("Ship it", "ship-it"),
            ("  --Ship…it!! ", "ship-it"),
            ("RICE (v2)", "rice-v2"),
            ("日本語 カード", "日本語-カード"),
            ("İstanbul", "i\u{307}stanbul"),
            ("!!!", ""),
            ("", ""),
        ] {
            assert_eq!(slug(text), expected, "{text:?}");
        }
    }
}
