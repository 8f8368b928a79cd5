//! How many slips of the fingers lie between two words.

use super::words::split_first;

/// The fewest steps from one word to the other, or `most + 1` if there are more than `most`. That is a small number: each
/// step is tried in every way.
///
/// A step adds, drops or changes a character, or swaps two that stand next to each other; no character is changed
/// twice ("optimal string alignment"). What is alike is passed over.
pub(super) fn osa(a: &str, b: &str, most: usize) -> usize {
    let (mut a, mut b) = (a.chars(), b.chars());
    loop {
        let (with_a, with_b) = (a.as_str(), b.as_str());
        let (x, y) = (a.next(), b.next());
        if x != y {
            let (a, b) = (a.as_str(), b.as_str());
            let Some(most) = most.checked_sub(1) else { return 1 };
            let changed = osa(a, b, most).min(osa(a, with_b, most)).min(osa(with_a, b, most));
            let swapped = match (split_first(a), split_first(b)) {
                (Some((next_x, a)), Some((next_y, b))) if Some(next_x) == y && Some(next_y) == x => {
                    osa(a, b, most)
                }
                _ => changed,
            };
            return changed.min(swapped) + 1;
        }
        if x.is_none() {
            return 0;
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn steps_between_words() {
        for (a, b, steps) in [
            ("", "", 0),
            ("", "ab", 2),
            ("churn", "churn", 0),
            ("chrun", "churn", 1),
            ("recieve", "receive", 1),
            ("canibalization", "cannibalization", 1),
            ("ca", "abc", 3),
            ("retention", "detention", 1),
            ("qualitative", "quantitative", 2),
            ("kitten", "sitting", 3),
            ("müsli", "musli", 1),
            ("流失", "失流", 1),
        ] {
            assert_eq!(osa(a, b, 3), steps, "{a} {b}");
            assert_eq!(osa(b, a, 3), steps, "{b} {a}");
            assert_eq!(osa(a, b, 1), steps.min(2), "{a} {b}");
        }
    }

    #[test]
    fn long_words_do_not_blow_up() {
        let long = "ab".repeat(50_000);
        assert_eq!(osa(&long, &format!("{long}s"), 2), 1);
        assert_eq!(osa(&long, &"cd".repeat(50_000), 2), 3);
        assert_eq!(osa("a", &long, 2), 3);
    }

    fn plain(a: &[char], b: &[char]) -> usize {
        let ([a_begin @ .., x], [b_begin @ .., y]) = (a, b) else { return a.len().max(b.len()) };
        let steps = plain(a_begin, b).min(plain(a, b_begin)) + 1;
        let steps = steps.min(plain(a_begin, b_begin) + usize::from(x != y));
        match (a_begin, b_begin) {
            ([a_begin @ .., before_x], [b_begin @ .., before_y]) if before_x == y && x == before_y => {
                steps.min(plain(a_begin, b_begin) + 1)
            }
            _ => steps,
        }
    }

    proptest! {
        #[test]
        fn it_is_its_definition(a in "[abcé]{0,6}", b in "[abcé]{0,6}", most in 0..4_usize) {
            let characters = |text: &str| text.chars().collect::<Vec<_>>();
            let steps = plain(&characters(&a), &characters(&b));
            prop_assert_eq!(osa(&a, &b, most), steps.min(most + 1));
        }
    }
}
