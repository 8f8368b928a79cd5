//! Moments and days as people and programs both read them.

use crate::day::{Day, Moment};

const SECONDS_PER_DAY: i64 = 86_400;

/// `2026-11-21`
pub(super) fn date(day: Day) -> String {
    let (year, month, day) = day.date();
    format!("{year:04}-{month:02}-{day:02}")
}

/// `2026-11-21T10:00:00+01:00`, as ISO 8601 has it.
pub(super) fn time(at: Moment) -> String {
    let minutes = at.offset.minutes();
    let local = at.at.0.div_euclid(1000) + i64::from(minutes) * 60;
    let (days, second) = (local.div_euclid(SECONDS_PER_DAY), local.rem_euclid(SECONDS_PER_DAY));
    // A browser's `Date` ends a hundred million days after 1970.
    let date = date(Day(i32::try_from(days).unwrap_or(i32::MAX)));
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    let sign = if minutes < 0 { '-' } else { '+' };
    let (hours_east, minutes_east) = (minutes.abs() / 60, minutes.abs() % 60);
    format!("{date}T{hour:02}:{minute:02}:{second:02}{sign}{hours_east:02}:{minutes_east:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_those_on_the_learners_clock() {
        for (millis, offset, expected) in [
            (1_795_230_000_000, 60, "2026-11-21T04:00:00+01:00"),
            (1_795_229_999_999, 0, "2026-11-21T02:59:59+00:00"),
            (1_795_230_000_000, -570, "2026-11-20T17:30:00-09:30"),
            (0, 0, "1970-01-01T00:00:00+00:00"),
            (-1, 0, "1969-12-31T23:59:59+00:00"),
        ] {
            assert_eq!(time(Moment::new(millis, offset)), expected);
        }
        assert_eq!(date(Moment::new(1_795_229_940_000, 60).day()), "2026-11-20");
    }
}
