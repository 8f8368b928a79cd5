//! A map of groups in sorted vectors: records by writer, reviews by card.
//!
//! New entries nearly always belong at the end of their group, so that adding one moves little, and a
//! group is one slice. (Two B-trees would cost the module 5 KB more.)

/// Values by group and key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Grouped<G, K, V> {
    /// Sorted by group, and within a group by key. No group is empty.
    groups: Vec<(G, Vec<(K, V)>)>,
}

impl<G, K, V> Default for Grouped<G, K, V> {
    fn default() -> Self {
        Grouped { groups: Vec::new() }
    }
}

impl<G: Copy + Ord, K: Copy + Ord, V> Grouped<G, K, V> {
    /// Puts a value in its place and returns the one that stood there.
    pub(crate) fn insert(&mut self, group: G, key: K, value: V) -> Option<V> {
        let place = self.place(group).unwrap_or_else(|place| {
            self.groups.insert(place, (group, Vec::new()));
            place
        });
        let (_, entries) = self.groups.get_mut(place)?;
        if entries.last().is_none_or(|(last, _)| *last < key) {
            entries.push((key, value));
            return None;
        }
        let at = entries.partition_point(|(other, _)| *other < key);
        match entries.get_mut(at) {
            Some((other, old)) if *other == key => Some(std::mem::replace(old, value)),
            _ => {
                entries.insert(at, (key, value));
                None
            }
        }
    }

    /// Takes a value out.
    pub(crate) fn remove(&mut self, group: G, key: K) {
        self.retain(group, |other| other != key);
    }

    /// Takes out what stands before a key.
    pub(crate) fn cut(&mut self, group: G, key: K) {
        self.retain(group, |other| other >= key);
    }

    fn retain(&mut self, group: G, stays: impl Fn(K) -> bool) {
        let Ok(place) = self.place(group) else { return };
        let Some((_, entries)) = self.groups.get_mut(place) else { return };
        entries.retain(|(other, _)| stays(*other));
        if entries.is_empty() {
            self.groups.remove(place);
        }
    }

    /// All groups.
    pub(crate) fn groups(&self) -> impl Iterator<Item = G> {
        self.groups.iter().map(|(group, _)| *group)
    }

    /// The value of a key.
    pub(crate) fn get(&self, group: G, key: K) -> Option<&V> {
        let entries = self.group(group);
        let at = entries.binary_search_by_key(&key, |(other, _)| *other).ok()?;
        entries.get(at).map(|(_, value)| value)
    }

    /// The entries of a group, by key.
    pub(crate) fn group(&self, group: G) -> &[(K, V)] {
        let entries = self.place(group).ok().and_then(|place| self.groups.get(place));
        entries.map_or(&[], |(_, entries)| entries)
    }

    /// The entries of each group, by group and by key.
    pub(crate) fn lists(&self) -> impl Iterator<Item = &[(K, V)]> {
        self.groups.iter().map(|(_, entries)| entries.as_slice())
    }

    /// The number of entries.
    pub(crate) fn len(&self) -> usize {
        self.groups.iter().map(|(_, entries)| entries.len()).sum()
    }

    /// All entries, by group and key.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (G, K, &V)> {
        self.groups
            .iter()
            .flat_map(|(group, entries)| entries.iter().map(|(key, value)| (*group, *key, value)))
    }

    fn place(&self, group: G) -> Result<usize, usize> {
        self.groups.binary_search_by_key(&group, |(other, _)| *other)
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_is_a_map(steps in prop::collection::vec((0..7_u8, 0..4_u8, 0..8_u8, any::<u8>()), 0..80)) {
            let mut model = BTreeMap::new();
            let mut grouped = Grouped::default();
            for (what, group, key, value) in steps {
                match what {
                    0 => {
                        grouped.cut(group, key);
                        model.retain(|(other, place), _| *other != group || *place >= key);
                    }
                    1 | 2 => {
                        grouped.remove(group, key);
                        model.remove(&(group, key));
                    }
                    _ => {
                        prop_assert_eq!(grouped.insert(group, key, value), model.insert((group, key), value));
                    }
                }
                prop_assert_eq!(grouped.get(group, key), model.get(&(group, key)));
                prop_assert_eq!(grouped.len(), model.len());
                let entries: Vec<_> = grouped.iter().map(|(group, key, value)| ((group, key), *value)).collect();
                prop_assert_eq!(entries, model.clone().into_iter().collect::<Vec<_>>());
            }
        }
    }
}
