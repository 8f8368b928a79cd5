//! Memory states as points of a grid, so that what each is worth can be computed once.

use fsrs::MemoryState;

/// Points along stability, evenly spaced by its logarithm.
const N_STABILITIES: usize = 16;
/// Points along difficulty, from 1 to 10.
const N_DIFFICULTIES: usize = 3;
/// The lowest stability told apart, in days.
const LOWEST: f32 = 0.1;
/// The highest stability told apart, in days: recall falls by a hundredth in a month.
const HIGHEST: f32 = 500.0;

/// The number of points.
pub(super) const N_POINTS: usize = N_STABILITIES * N_DIFFICULTIES;

/// A memory state as a place between four points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    /// The point with the lower stability and difficulty.
    base: u16,
    /// How far it is to the next higher stability, from 0 to 1.
    stability: f32,
    /// How far it is to the next higher difficulty, from 0 to 1.
    difficulty: f32,
}

impl Spot {
    /// The place of a memory state, the nearest for one beyond the grid.
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    pub(super) fn of(memory: MemoryState) -> Self {
        let share = (memory.stability.max(LOWEST) / LOWEST).ln() / (HIGHEST / LOWEST).ln();
        let along = (share * (N_STABILITIES - 1) as f32).clamp(0.0, (N_STABILITIES - 1) as f32 - 1e-3);
        let across = (memory.difficulty - 1.0) / 9.0 * (N_DIFFICULTIES - 1) as f32;
        let across = across.clamp(0.0, (N_DIFFICULTIES - 1) as f32 - 1e-3);
        let (s, d) = (along as usize, across as usize);
        Spot {
            base: (s * N_DIFFICULTIES + d) as u16,
            stability: along - s as f32,
            difficulty: across - d as f32,
        }
    }

    /// The value there of a function that is known at the points.
    pub(super) fn value(self, values: &[f32]) -> f32 {
        let base = usize::from(self.base);
        let Some([a, b, .., c, d]) = values.get(base..base + N_DIFFICULTIES + 2) else { return 0.0 };
        let low = a + (b - a) * self.difficulty;
        let high = c + (d - c) * self.difficulty;
        low + (high - low) * self.stability
    }

    /// Shares a mass out among the four points.
    pub(super) fn spread(self, mass: f32, masses: &mut [f32]) {
        let base = usize::from(self.base);
        let Some([a, b, .., c, d]) = masses.get_mut(base..base + N_DIFFICULTIES + 2) else { return };
        let (high, low) = (mass * self.stability, mass * (1.0 - self.stability));
        *a += low * (1.0 - self.difficulty);
        *b += low * self.difficulty;
        *c += high * (1.0 - self.difficulty);
        *d += high * self.difficulty;
    }
}

/// The memory state of each point.
#[allow(clippy::cast_precision_loss)]
pub(super) fn points() -> impl Iterator<Item = MemoryState> {
    (0..N_POINTS).map(|point| {
        let s = (point / N_DIFFICULTIES) as f32 / (N_STABILITIES - 1) as f32;
        let d = (point % N_DIFFICULTIES) as f32 / (N_DIFFICULTIES - 1) as f32;
        MemoryState { stability: LOWEST * (HIGHEST / LOWEST).powf(s), difficulty: 1.0 + 9.0 * d }
    })
}
