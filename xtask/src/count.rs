//! How many tests ran, read from what the test runners print.

/// Tests that passed and tests that failed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Count {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
}

impl Count {
    /// Adds what a line of cargo's or Node's test runner says.
    pub(crate) fn add(&mut self, line: &str) {
        if let Some((_, result)) = line.split_once("test result: ") {
            self.passed += number_before(result, " passed");
            self.failed += number_before(result, " failed");
        } else if let Some(passed) = line.strip_prefix("ℹ pass ") {
            self.passed += passed.parse().unwrap_or(0);
        } else if let Some(failed) = line.strip_prefix("ℹ fail ") {
            self.failed += failed.parse().unwrap_or(0);
        }
    }
}

fn number_before(text: &str, word: &str) -> u32 {
    let before = text.split_once(word).map_or("", |(before, _)| before);
    before.rsplit(' ').next().and_then(|number| number.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_runners_are_counted() {
        let mut count = Count::default();
        for line in [
            "running 12 tests",
            "test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s",
            "test result: FAILED. 3 passed; 1 failed; 0 ignored; 0 filtered out; finished in 0.03s",
            "ℹ tests 5",
            "ℹ pass 4",
            "ℹ fail 1",
        ] {
            count.add(line);
        }
        assert_eq!(count, Count { passed: 19, failed: 2 });
    }
}
