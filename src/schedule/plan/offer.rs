//! What a sitting is for.

use super::Pick;
use crate::order;

/// What the minutes of a sitting are for: "18 minutes: 9 to repeat, 4 new".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Offer {
    /// Expected seconds.
    pub seconds: u32,
    /// Cards to repeat.
    pub repeat: usize,
    /// Cards never seen.
    pub new: usize,
}

impl Offer {
    /// The offer of the `picks` that gain most per second, as long as seconds are left. The last one may take longer,
    /// because no card is left half-asked.
    pub(super) fn new(picks: Vec<Pick>, seconds: f64) -> Self {
        // Ranks are above 0, where bits are in the order of numbers.
        let places = order::by_key(picks.iter().map(|pick| u128::from(!pick.rank().to_bits())));
        let (mut offer, mut used) = (Offer::default(), 0.0);
        for pick in order::arrange(picks, places) {
            if used >= seconds {
                break;
            }
            used += pick.seconds;
            if pick.is_new { offer.new += 1 } else { offer.repeat += 1 }
        }
        // Below a year of seconds, and not negative.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let seconds = used.round() as u32;
        Offer { seconds, ..offer }
    }

    /// Whether nothing is worth doing.
    pub fn is_empty(&self) -> bool {
        self.repeat + self.new == 0
    }
}
