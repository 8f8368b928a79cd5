//! How many slips of the fingers lie between two words.

/// The longest stretch, in characters, in which slips are looked for.
const LONGEST: usize = 64;

/// The fewest steps from one word to the other, or `most + 1` if there are more than `most`.
///
/// A step adds, drops or changes a character, or swaps two that stand next to each other; no character is changed
/// twice ("optimal string alignment"). What two words begin and end with alike is passed over first. Where more
/// than 64 characters are left after that, the words are not compared, and the answer is `most + 1`.
pub(crate) fn osa(a: &str, b: &str, most: usize) -> usize {
    let (a, b) = without_ends(a, b);
    let (n_a, n_b) = (a.chars().count(), b.chars().count());
    if n_a.abs_diff(n_b) > most || n_a.max(n_b) > LONGEST {
        return most + 1;
    }
    // Distances from the first characters of `a`, so many as the row says, to the first of `b`.
    let mut before = [0_u8; LONGEST + 1];
    let mut previous = [0_u8; LONGEST + 1];
    let mut current = [0_u8; LONGEST + 1];
    previous.iter_mut().zip(0..).for_each(|(cell, column)| *cell = column);
    let mut last_x = None;
    for (x, row) in a.chars().zip(1..) {
        let (mut corner, mut left, mut far_corner) = (row - 1, row, 0);
        let mut least = row;
        let mut last_y = None;
        let rows = previous.iter().skip(1).zip(current.iter_mut().skip(1)).zip(&before);
        for (y, ((up, cell), far)) in b.chars().zip(rows) {
            let mut steps = (*up.min(&left) + 1).min(corner + u8::from(x != y));
            if last_x == Some(y) && last_y == Some(x) {
                steps = steps.min(far_corner + 1);
            }
            *cell = steps;
            least = least.min(steps);
            (left, corner, far_corner) = (steps, *up, *far);
            last_y = Some(y);
        }
        // A swap reaches back over one row, but never to fewer steps than the row between has.
        if usize::from(least) > most {
            return most + 1;
        }
        if let Some(first) = current.first_mut() {
            *first = row;
        }
        (before, previous, current) = (previous, current, before);
        last_x = Some(x);
    }
    previous.get(n_b).map_or(most + 1, |steps| usize::from(*steps).min(most + 1))
}

/// Both words without what they begin and end with alike.
fn without_ends<'a>(a: &'a str, b: &'a str) -> (&'a str, &'a str) {
    let begin = alike(a.chars(), b.chars());
    let (a, b) = (a.get(begin..).unwrap_or(""), b.get(begin..).unwrap_or(""));
    let end = alike(a.chars().rev(), b.chars().rev());
    (a.get(..a.len() - end).unwrap_or(""), b.get(..b.len() - end).unwrap_or(""))
}

/// The bytes of the characters in which both go on alike.
fn alike(a: impl Iterator<Item = char>, b: impl Iterator<Item = char>) -> usize {
    a.zip(b).take_while(|(x, y)| x == y).map(|(x, _)| x.len_utf8()).sum()
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
            assert_eq!(osa(a, b, 9), steps, "{a} {b}");
            assert_eq!(osa(b, a, 9), steps, "{b} {a}");
            assert_eq!(osa(a, b, 1), steps.min(2), "{a} {b}");
        }
    }

    #[test]
    fn long_words_do_not_blow_up() {
        let long = "ab".repeat(50_000);
        assert_eq!(osa(&long, &format!("{long}s"), 2), 1);
        assert_eq!(osa(&long, &"cd".repeat(50_000), 2), 3);
        assert_eq!(osa(&"a".repeat(64), &"b".repeat(64), 64), 64);
        assert_eq!(osa(&"a".repeat(65), &"b".repeat(65), 70), 71);
        assert_eq!(osa("a", &long, usize::MAX - 1), usize::MAX);
    }

    /// The definition, at its plainest.
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
        fn it_is_its_definition(a in "[abcé]{0,6}", b in "[abcé]{0,6}", most in 0..9_usize) {
            let characters = |text: &str| text.chars().collect::<Vec<_>>();
            let steps = plain(&characters(&a), &characters(&b));
            prop_assert_eq!(osa(&a, &b, most), steps.min(most + 1));
        }
    }
}
