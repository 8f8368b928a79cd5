//! Which addresses a deck may name. A deck may come from a stranger's link.

use std::fmt;

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;

/// The address of a link: `http:`, `https:`, `mailto:` or a place in the page.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Link(String);

impl Link {
    /// The address, if it is harmless.
    ///
    /// A browser ignores white space and control characters around an address and line breaks and
    /// tabs inside it, so these are dropped before the scheme is read.
    ///
    /// ```
    /// use greenroom::deck::Link;
    ///
    /// assert!(Link::new("https://example.com/a").is_some());
    /// assert!(Link::new(" java\nscript:alert(1)").is_none());
    /// ```
    pub fn new(address: &str) -> Option<Self> {
        let cleaned = clean(address);
        let is_harmless = cleaned.starts_with('#')
            || ["http://", "https://", "mailto:"]
                .iter()
                .any(|scheme| starts_with_ignoring_case(&cleaned, scheme));
        is_harmless.then_some(Link(cleaned))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The address of a picture: a path beside the deck, or the picture itself in a raster format.
#[derive(BorshDeserialize, BorshSerialize, Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ImageSource(String);

impl ImageSource {
    /// The most a picture inside a deck may take, in characters.
    const MAX_DATA: usize = 280_000;

    /// The address, if it is harmless: no other site learns that the deck is being read.
    ///
    /// ```
    /// use greenroom::deck::ImageSource;
    ///
    /// assert!(ImageSource::new("pictures/funnel.png").is_some());
    /// assert!(ImageSource::new("data:image/png;base64,AAAA").is_some());
    /// assert!(ImageSource::new("https://elsewhere.example/pixel.gif").is_none());
    /// assert!(ImageSource::new("//elsewhere.example/pixel.gif").is_none());
    /// ```
    pub fn new(address: &str) -> Option<Self> {
        let cleaned = clean(address);
        let is_raster = ["png", "jpeg", "webp", "gif", "avif"]
            .iter()
            .any(|format| starts_with_ignoring_case(&cleaned, &format!("data:image/{format};base64,")));
        let is_harmless =
            if is_raster { cleaned.len() <= Self::MAX_DATA } else { is_beside_the_deck(&cleaned) };
        is_harmless.then_some(ImageSource(cleaned))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A path without scheme or host. Browsers read a backslash as a slash.
fn is_beside_the_deck(address: &str) -> bool {
    let before_path = address.split(['/', '\\', '?', '#']).next().unwrap_or("");
    !address.is_empty() && !before_path.is_empty() && !before_path.contains(':')
}

/// The address as a browser would read it.
fn clean(address: &str) -> String {
    address.trim_matches(|c: char| c <= ' ').chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect()
}

fn starts_with_ignoring_case(text: &str, prefix: &str) -> bool {
    text.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_harmless_links_pass() {
        for good in [
            "http://example.com",
            "HTTPS://example.com/x?y#z",
            "  https://example.com\n",
            "mailto:you@example.com",
            "#part",
        ] {
            assert!(Link::new(good).is_some(), "{good:?}");
        }
        for bad in [
            "",
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\tscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "data:text/html,<script>",
            "vbscript:x",
            "file:///etc/passwd",
            "blob:https://example.com/x",
            "//example.com",
            "/path",
            "\\\\example.com",
            "relative.html",
            "https:example.com",
            "ｈttps://example.com",
        ] {
            assert_eq!(Link::new(bad), None, "{bad:?}");
        }
        assert_eq!(Link::new(" ht\ntps://e.org ").unwrap().as_str(), "https://e.org");
    }

    #[test]
    fn only_pictures_of_the_decks_own_origin_or_inside_it_pass() {
        for good in ["a.png", "pictures/a.png", "./a.png", "../a.png", "DATA:image/webp;base64,AA"] {
            assert!(ImageSource::new(good).is_some(), "{good:?}");
        }
        let large = format!("data:image/png;base64,{}", "A".repeat(280_000));
        for bad in [
            "",
            "https://example.com/a.png",
            "//example.com/a.png",
            "\\\\example.com\\a.png",
            "/\\example.com/a.png",
            "/a.png",
            "?a",
            "data:image/svg+xml;base64,AAAA",
            "data:text/html;base64,AAAA",
            "data:image/png,raw",
            "javascript:alert(1)",
            &large,
        ] {
            assert_eq!(ImageSource::new(bad), None, "{bad:?}");
        }
    }
}
