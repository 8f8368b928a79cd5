//! What an answer says of a key point, and how much of an answer was right.

use borsh::{BorshDeserialize, BorshSerialize};

/// What an answer says of a key point.
#[derive(
    BorshDeserialize,
    BorshSerialize,
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    serde::Serialize,
)]
#[serde(rename_all = "camelCase")]
pub enum Coverage {
    /// Nothing was written, or it is in a language that the engine does not read.
    #[default]
    Unscored,
    /// Not in the answer.
    Missing,
    /// Something of it: perhaps all of it, in other words.
    Touched,
    /// In the answer.
    Found,
    /// In the answer, with its meaning turned around: "we did *not* measure".
    Contradicted,
}

impl Coverage {
    /// Whether the point was said; unknown where the engine cannot tell.
    pub fn was_said(self) -> Option<bool> {
        match self {
            Self::Found => Some(true),
            Self::Missing | Self::Contradicted => Some(false),
            Self::Unscored | Self::Touched => None,
        }
    }

    /// What the point counts for in the answer, from 0 to 1.
    pub fn credit(self) -> f64 {
        match self {
            Self::Found => 1.0,
            Self::Touched => 0.5,
            Self::Unscored | Self::Missing | Self::Contradicted => 0.0,
        }
    }
}

/// How much of an answer was right, in sixtieths: halves, thirds, quarters, fifths and sixths are exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share(u8);

impl Share {
    const STEPS: u8 = 60;

    /// The share nearest to `part`, brought into 0 to 1.
    pub fn new(part: f64) -> Self {
        // In range by the clamp; what is no number becomes 0.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        Share((part.clamp(0.0, 1.0) * f64::from(Self::STEPS)).round() as u8)
    }

    /// From 0 to 1.
    pub fn part(self) -> f64 {
        f64::from(self.0) / f64::from(Self::STEPS)
    }

    pub(crate) fn steps(self) -> u8 {
        self.0
    }

    pub(crate) fn from_steps(steps: u8) -> Option<Self> {
        (steps <= Self::STEPS).then_some(Share(steps))
    }
}
