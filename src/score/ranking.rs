//! Lists whose order is a part of the answer.

/// How the items of an answer stand to those of an ordered list.
///
/// ```
/// use greenroom::score::{Place, Ranking};
///
/// // The second and the first of three, and something else.
/// let ranking = Ranking::of(&[Some(1), Some(0), None], 3);
/// assert_eq!(ranking.places, [Place::Right, Place::Wrong, Place::Missing]);
/// assert!((ranking.credit - 1.0 / 3.0).abs() < 1e-9);
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ranking {
    /// For each item of the list, in its order.
    pub places: Vec<Place>,
    /// From 0 to 1: one half for the items that were found, the other for the pairs of items that were found in
    /// their order, as parts of all items and all pairs. A list of nothing has no credit.
    pub credit: f64,
}

/// Where the answer has an item of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Place {
    /// In its place among the others.
    Right,
    /// Before or behind where it belongs: the fewest items that would have to move are those.
    Wrong,
    /// Nowhere.
    Missing,
}

impl Ranking {
    /// Compares an answer with a list of `n_items`. `found` are the items of the answer in its order: which item
    /// of the list each is, counted from 0, or `None` if it is none of them.
    ///
    /// Items count where they come first, and only as many as the list has: a long answer cannot collect them.
    pub fn of(found: &[Option<usize>], n_items: usize) -> Self {
        let mut places = vec![Place::Missing; n_items];
        let mut items = Vec::new();
        let mut n_taken = 0;
        for item in found {
            let place = item.and_then(|item| Some((item, places.get_mut(item)?)));
            if n_taken == n_items {
                break;
            }
            match place {
                Some((_, Place::Wrong | Place::Right)) => continue,
                Some((item, place)) => {
                    *place = Place::Wrong;
                    items.push(item);
                }
                None => {}
            }
            n_taken += 1;
        }
        for item in longest_rising(&items) {
            if let Some(place) = places.get_mut(item) {
                *place = Place::Right;
            }
        }
        Ranking { places, credit: credit(&items, n_items) }
    }
}

fn credit(items: &[usize], n_items: usize) -> f64 {
    if n_items == 0 {
        return 0.0;
    }
    let behind = |index: usize| items.iter().skip(index + 1);
    let in_order =
        items.iter().enumerate().map(|(index, item)| behind(index).filter(|next| *next > item).count());
    let share = |part: usize, all: usize| {
        // Exact far beyond any list.
        #[allow(clippy::cast_precision_loss)]
        let share = part as f64 / all as f64;
        share
    };
    let n_pairs = n_items * (n_items - 1) / 2;
    let overlap = share(items.len(), n_items);
    // One item alone is in order when it is there.
    let order = if n_pairs == 0 { overlap } else { share(in_order.sum(), n_pairs) };
    0.5 * overlap + 0.5 * order
}

/// A longest part of `items` that only rises.
fn longest_rising(items: &[usize]) -> Vec<usize> {
    // For each length: the least item that so long a part can end with. For each item: the length it ends.
    let mut ends: Vec<usize> = Vec::new();
    let mut lengths = Vec::with_capacity(items.len());
    for item in items {
        let length = ends.partition_point(|end| end < item);
        match ends.get_mut(length) {
            Some(end) => *end = *item,
            None => ends.push(*item),
        }
        lengths.push(length);
    }
    // From behind: the last item that ends so long a part, and is below the one after it.
    let mut wanted = ends.len();
    let mut above = usize::MAX;
    let mut rising = Vec::with_capacity(wanted);
    for (item, length) in items.iter().zip(lengths).rev() {
        if length + 1 == wanted && *item < above {
            rising.push(*item);
            (wanted, above) = (length, *item);
        }
    }
    rising
}
