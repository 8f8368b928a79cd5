//! What picked options come to.

/// The credit for the options that are picked, from 0 to 1.
///
/// A right pick counts for its part of what is right, and a wrong one takes as much away, so that picking
/// everything gains nothing. Where nothing is right, nothing must be picked. Both sets are bits: option 0 is the
/// lowest.
///
/// ```
/// use greenroom::score::choice_credit;
///
/// assert_eq!(choice_credit(0b001, 0b101), 0.5, "one of two");
/// assert_eq!(choice_credit(0b111, 0b101), 0.5, "both, and one that is wrong");
/// assert_eq!(choice_credit(0b011, 0b101), 0.0, "one, and one that is wrong");
/// ```
pub fn choice_credit(picked: u64, right: u64) -> f64 {
    if right == 0 {
        return if picked == 0 { 1.0 } else { 0.0 };
    }
    let count = |options: u64| f64::from(options.count_ones());
    ((count(picked & right) - count(picked & !right)) / count(right)).max(0.0)
}
