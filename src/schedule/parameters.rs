//! The numbers that a memory is predicted by.

use std::fmt;
use std::ops::RangeInclusive;

/// The 21 numbers of FSRS-6, each finite and in the range that the model allows for it.
///
/// ```
/// use greenroom::schedule::{Parameters, ParametersError};
///
/// let mut numbers = Parameters::default().numbers().map(f64::from);
/// assert_eq!(Parameters::new(&numbers), Ok(Parameters::default()));
/// numbers[20] = 1.5;
/// let error = Parameters::new(&numbers).unwrap_err();
/// assert_eq!(error, ParametersError::Number { at: 20, found: 1.5, low: 0.1, high: 0.8 });
/// assert_eq!(error.to_string(), "w20 of the memory parameters is 1.5: give a number from 0.1 to 0.8");
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parameters([f32; Parameters::COUNT]);

/// What is wrong with numbers that were to be parameters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ParametersError {
    /// There are too many or too few.
    Count {
        /// How many there are.
        found: usize,
    },
    /// One is out of its range or not finite.
    Number {
        /// Its place, counted from 0.
        at: usize,
        /// The number itself.
        found: f64,
        /// The least that it may be.
        low: f32,
        /// The most that it may be.
        high: f32,
    },
}

/// What each number may be: the ranges that the model's crate clamps to, which it does silently.
const RANGES: [RangeInclusive<f32>; Parameters::COUNT] = [
    0.001..=100.0,
    0.001..=100.0,
    0.001..=100.0,
    0.001..=100.0,
    1.0..=10.0,
    0.001..=4.0,
    0.001..=4.0,
    0.001..=0.75,
    0.0..=4.5,
    0.0..=0.8,
    0.001..=3.5,
    0.001..=5.0,
    0.001..=0.25,
    0.001..=0.9,
    0.0..=4.0,
    0.0..=1.0,
    1.0..=6.0,
    0.0..=2.0,
    0.0..=2.0,
    0.01..=0.8,
    0.1..=0.8,
];

impl Default for Parameters {
    /// The published ones, which fit learners on average.
    fn default() -> Self {
        Parameters(fsrs::DEFAULT_PARAMETERS)
    }
}

impl Parameters {
    /// How many there are.
    pub const COUNT: usize = 21;

    /// The parameters in these numbers.
    pub fn new(numbers: &[f64]) -> Result<Self, ParametersError> {
        // The model counts in single precision, so that is what has to be in range.
        #[allow(clippy::cast_possible_truncation)]
        let single = |number: f64| number as f32;
        let Ok(exact) = <[f64; Self::COUNT]>::try_from(numbers) else {
            return Err(ParametersError::Count { found: numbers.len() });
        };
        match exact.iter().zip(&RANGES).position(|(number, range)| !range.contains(&single(*number))) {
            None => Ok(Parameters(exact.map(single))),
            Some(at) => {
                let found = exact.get(at).copied().unwrap_or(f64::NAN);
                let (low, high) = RANGES.get(at).map_or((0.0, 0.0), |range| (*range.start(), *range.end()));
                Err(ParametersError::Number { at, found, low, high })
            }
        }
    }

    /// The numbers, `w0` to `w20`.
    pub fn numbers(&self) -> [f32; Self::COUNT] {
        self.0
    }

    /// Those that lie between these and others, `share` of the way. Stabilities differ by factors, so that the way
    /// between two of them is one of factors too.
    pub(super) fn towards(self, other: Self, share: f64) -> Self {
        let mut numbers = self.0;
        for (at, (number, other)) in numbers.iter_mut().zip(other.0).enumerate() {
            let (from, to) = (f64::from(*number), f64::from(other));
            let between = if at < 4 { from * (to / from).powf(share) } else { from + (to - from) * share };
            // Rounding must not lead beyond the two.
            #[allow(clippy::cast_possible_truncation)]
            let between = (between as f32).clamp(number.min(other), number.max(other));
            *number = between;
        }
        Parameters(numbers)
    }

    /// How fast recall falls: the last of them.
    pub(super) fn decay(&self) -> f32 {
        let [.., decay] = self.0;
        decay
    }
}

impl fmt::Display for ParametersError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count { found } => {
                write!(f, "found {found} memory parameters: give the {} of FSRS-6", Parameters::COUNT)
            }
            Self::Number { at, found, low, high } => {
                write!(f, "w{at} of the memory parameters is {found}: give a number from {low} to {high}")
            }
        }
    }
}

impl std::error::Error for ParametersError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_that_is_wrong_is_named() {
        let with = |at: usize, number| {
            let mut numbers = Parameters::default().numbers().map(f64::from);
            numbers[at] = number;
            Parameters::new(&numbers)
        };
        for (at, range) in RANGES.iter().enumerate() {
            let (low, high) = (f64::from(*range.start()), f64::from(*range.end()));
            assert!(with(at, low).is_ok() && with(at, high).is_ok());
            for wrong in [low - 0.01, high + 0.01, f64::NAN, f64::INFINITY] {
                match with(at, wrong) {
                    Err(ParametersError::Number { at: named, .. }) => assert_eq!(named, at),
                    other => panic!("w{at} = {wrong}: {other:?}"),
                }
            }
        }
        // 0.8 is more in double precision than the single one that it is read as.
        assert!(with(20, 0.8).is_ok());
        assert_eq!(Parameters::new(&[1.0; 19]), Err(ParametersError::Count { found: 19 }));
        assert_eq!(Parameters::new(&[]), Err(ParametersError::Count { found: 0 }));
    }

    /// Else the model would compute with other numbers than it says.
    #[test]
    fn the_ranges_are_those_of_the_crate() {
        for pick in [RangeInclusive::start, RangeInclusive::end] {
            let numbers = RANGES.each_ref().map(|range| *pick(range));
            let inside = fsrs::FSRS::new(&numbers).unwrap();
            assert!(format!("{inside:?}").contains(&format!("{numbers:?}")), "{inside:?}");
        }
        let beyond = RANGES.each_ref().map(|range| range.end() + 1.0);
        let clamped = fsrs::FSRS::new(&beyond).unwrap();
        let ends = RANGES.each_ref().map(|range| *range.end());
        assert!(format!("{clamped:?}").contains(&format!("{ends:?}")), "{clamped:?}");
    }
}
