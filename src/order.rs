//! One sort for all: the module is to be small, and each type that is sorted would add its own.

use std::collections::BinaryHeap;

/// The places of `keys` in ascending order; equal keys keep their order.
pub(crate) fn by_key(keys: impl IntoIterator<Item = u128>) -> Vec<usize> {
    sorted(keys.into_iter().zip(0..).collect())
}

// A heap needs a third of the code of `sort_unstable`.
fn sorted(pairs: Vec<(u128, usize)>) -> Vec<usize> {
    let pairs = BinaryHeap::from(pairs).into_sorted_vec();
    pairs.into_iter().map(|(_, place)| place).collect()
}

/// The items of `items` at `places`, in that order. A place is taken once.
pub(crate) fn arrange<T>(items: Vec<T>, places: Vec<usize>) -> Vec<T> {
    let mut items: Vec<_> = items.into_iter().map(Some).collect();
    places.into_iter().filter_map(|place| items.get_mut(place)?.take()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_keys_keep_their_order() {
        assert_eq!(by_key([3, 1, 2, 1]), [1, 3, 2, 0]);
        assert_eq!(arrange(vec!["c", "a", "b", "A"], by_key([3, 1, 2, 1])), ["a", "A", "b", "c"]);
    }
}
