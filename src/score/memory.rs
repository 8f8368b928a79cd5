//! What a learner remembers of a single key point: from whether it was said each time it was asked.

use super::Coverage;

/// The newest askings that count.
const NEWEST: usize = 4;
/// The misses among them that make a point weak.
const MISSES: usize = 2;
/// How far one correction moves what counts as found.
const STEP: f64 = 0.04;
/// How many corrections count, so that a slip of the thumb is forgotten.
const CORRECTIONS: usize = 5;

/// How often a point was left out of late, if that is again and again: it was left out the last time, and at least
/// twice in the last four. `said` has whether it was said each time it was asked, oldest first; askings of which nobody
/// knows are left out.
///
/// ```
/// use greenroom::score::missed_again_and_again;
///
/// assert_eq!(missed_again_and_again(&[true, false, false]), Some(2));
/// assert_eq!(missed_again_and_again(&[false, true, true, false]), Some(2));
/// assert_eq!(missed_again_and_again(&[false, false, true]), None);
/// assert_eq!(missed_again_and_again(&[false]), None);
/// ```
pub fn missed_again_and_again(said: &[bool]) -> Option<usize> {
    let is_missed_now = said.last() == Some(&false);
    let n_missed = said.iter().rev().take(NEWEST).filter(|was_said| !**was_said).count();
    (is_missed_now && n_missed >= MISSES).then_some(n_missed)
}

/// How much more of a point must be in an answer for it to count as found, from the learner's corrections: below 0 where
/// they said what the engine did not find, above 0 where they did not say what it found. Oldest first.
///
/// ```
/// use greenroom::score::{Coverage, offset_of};
///
/// assert_eq!(offset_of([(Coverage::Found, None)].into_iter()), 0.0);
/// assert!(offset_of([(Coverage::Missing, Some(true))].into_iter()) < 0.0);
/// assert!(offset_of([(Coverage::Found, Some(false))].into_iter()) > 0.0);
/// ```
pub fn offset_of(ticks: impl DoubleEndedIterator<Item = (Coverage, Option<bool>)>) -> f64 {
    let corrections = ticks.rev().filter_map(|(found, tick)| match (found, tick?) {
        (Coverage::Missing | Coverage::Touched | Coverage::Contradicted, true) => Some(-STEP),
        (Coverage::Found | Coverage::Touched, false) => Some(STEP),
        _ => None,
    });
    corrections.take(CORRECTIONS).sum()
}
