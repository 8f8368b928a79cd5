//! What a sitting is for.

use super::Pick;

/// What the minutes of a sitting are for: "18 minutes: 9 to repeat, 4 new".
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize)]
pub struct Offer {
    /// Expected seconds.
    pub seconds: u32,
    /// Cards to repeat.
    pub repeat: usize,
    /// Cards never seen.
    pub new: usize,
    /// What it adds to recall on the day that counts, in cards, if none of them were asked again after it.
    pub adds: f64,
}

impl Offer {
    /// The offer of these cards.
    pub fn of(picks: &[Pick]) -> Self {
        let seconds: f64 = picks.iter().map(|pick| pick.seconds).sum();
        let new = picks.iter().filter(|pick| pick.is_new).count();
        // Below a year of seconds, and not negative.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let seconds = seconds.round() as u32;
        Offer { seconds, new, repeat: picks.len() - new, adds: picks.iter().map(Pick::adds).sum() }
    }

    /// Whether nothing is worth doing.
    pub fn is_empty(&self) -> bool {
        self.repeat + self.new == 0
    }
}
