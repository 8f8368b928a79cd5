//! How far from the right number an answer may be.

use borsh::{BorshDeserialize, BorshSerialize};

/// How far from the right number an answer may be: a [`Tolerance`](super::Tolerance) where the number is known.
#[derive(BorshDeserialize, BorshSerialize, Clone, Copy, Debug, PartialEq)]
pub enum Reach {
    /// It may be rounded.
    Rounded,
    /// So much above or below it.
    Within(f64),
    /// Between half of it and twice it.
    OrderOfMagnitude,
}

impl Reach {
    /// How far `found` is from the right `value`, counted in what is allowed: up to 1 it is right.
    ///
    /// In an order of magnitude, twice and half the value stray by 1, and ten times and a tenth of it by 9.
    pub(crate) fn strays(self, found: f64, value: f64) -> f64 {
        if self == Self::OrderOfMagnitude {
            let ratio = found / value;
            return if ratio > 0.0 { ratio.max(1.0 / ratio) - 1.0 } else { f64::INFINITY };
        }
        let distance = (found - value).abs();
        if distance > 0.0 { distance / self.slack(value) } else { 0.0 }
    }

    /// How far above the right number an answer may be.
    pub(crate) fn slack(self, value: f64) -> f64 {
        match self {
            Self::Rounded => value.abs() * 1e-9,
            Self::Within(slack) => slack,
            Self::OrderOfMagnitude => value.abs(),
        }
    }
}
