//! The learner's calendar: when it is, and which day that belongs to.
//!
//! Nothing here reads a clock. The page reads it and hands in a [`Moment`]; the core only ever
//! asks which [`Day`] a moment belongs to. A day begins at four in the morning, so that practice
//! after midnight still belongs to the evening before.
//!
//! ```
//! use greenroom::day::{Day, Moment};
//!
//! // 21 November 2026, 03:59 and 04:00 in Berlin, one hour east of UTC.
//! let late = Moment::new(1_795_229_940_000, 60);
//! let early = Moment::new(1_795_230_000_000, 60);
//! assert_eq!(early.day().since(late.day()), 1);
//! ```

/// The hour at which the learner's day begins.
const ROLLOVER_HOURS: i64 = 4;
const MILLIS_PER_MINUTE: i64 = 60_000;
const MILLIS_PER_HOUR: i64 = 60 * MILLIS_PER_MINUTE;
const MILLIS_PER_DAY: i64 = 24 * MILLIS_PER_HOUR;

/// Milliseconds since the start of 1970, UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Millis(pub i64);

impl Millis {
    /// The first and the last millisecond a browser's `Date` can hold.
    const LIMIT: i64 = 8_640_000_000_000_000;
}

/// How far the learner's clock stands from UTC, in minutes, east positive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offset(i16);

impl Offset {
    /// UTC itself.
    pub const UTC: Offset = Offset(0);
    /// Sixteen hours, more than any zone has had: a stored offset fits seven bits of quarter-hours.
    const LIMIT: i32 = 16 * 60 - 15;

    /// An offset from minutes east of UTC, brought into range.
    pub fn from_minutes(minutes: i32) -> Self {
        // In range by the clamp, so that the cast keeps the value.
        #[allow(clippy::cast_possible_truncation)]
        Offset(minutes.clamp(-Self::LIMIT, Self::LIMIT) as i16)
    }

    /// Minutes east of UTC.
    pub fn minutes(self) -> i32 {
        i32::from(self.0)
    }
}

/// A point in time as the learner's device showed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The time itself.
    pub at: Millis,
    /// The offset in force then and there.
    pub offset: Offset,
}

impl Moment {
    /// A moment from milliseconds since 1970 and minutes east of UTC, each brought into the range
    /// that a browser's `Date` has.
    pub fn new(millis: i64, offset_minutes: i32) -> Self {
        Moment {
            at: Millis(millis.clamp(-Millis::LIMIT, Millis::LIMIT)),
            offset: Offset::from_minutes(offset_minutes),
        }
    }

    /// The learner's day this moment belongs to.
    pub fn day(self) -> Day {
        let at = self.at.0.clamp(-Millis::LIMIT, Millis::LIMIT);
        let local = at + i64::from(self.offset.minutes()) * MILLIS_PER_MINUTE;
        let days = (local - ROLLOVER_HOURS * MILLIS_PER_HOUR).div_euclid(MILLIS_PER_DAY);
        // Within a hundred million days by the clamp.
        #[allow(clippy::cast_possible_truncation)]
        Day(days as i32)
    }
}

/// A day of the learner's calendar, counted from 1 January 1970.
///
/// Days are like the dates in a journal: travelling or a change of daylight saving time never
/// splits one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub i32);

impl Day {
    /// Whole days from `earlier` to `self`, never below zero: a clock set back or a flight west
    /// does not make time run backwards.
    pub fn since(self, earlier: Day) -> u32 {
        u32::try_from(i64::from(self.0) - i64::from(earlier.0)).unwrap_or(0)
    }

    /// The day `days` later.
    pub fn plus(self, days: u32) -> Day {
        Day(self.0.saturating_add_unsigned(days))
    }

    /// Year, month and day, as the calendar on the wall has them.
    pub fn date(self) -> (i32, u32, u32) {
        // The well-known algorithm: eras of 400 years, and years that begin in March.
        let days = i64::from(self.0) + 719_468;
        let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        let (month, carried) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
        // All within a few million years.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        ((year + era * 400 + carried) as i32, month as u32, day as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Days since 1970 of a civil date; the well-known algorithm, to read the tables by date.
    fn civil(year: i64, month: i64, day: i64) -> i64 {
        let y = if month <= 2 { year - 1 } else { year };
        let era = y.div_euclid(400);
        let yoe = y - era * 400;
        let doy = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        era * 146_097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719_468
    }

    /// "2026-03-29 03:59 +02:00" as a moment.
    fn moment(text: &str) -> Moment {
        let (date, rest) = text.split_once(' ').unwrap();
        let (time, zone) = rest.split_once(' ').unwrap();
        let n: Vec<i64> = date.split('-').map(|part| part.parse().unwrap()).collect();
        let clock = |hm: &str| {
            let (h, m) = hm.split_once(':').unwrap();
            h.parse::<i64>().unwrap() * 60 + m.parse::<i64>().unwrap()
        };
        let offset = clock(&zone[1..]) * if zone.starts_with('-') { -1 } else { 1 };
        let local = civil(n[0], n[1], n[2]) * MILLIS_PER_DAY + clock(time) * MILLIS_PER_MINUTE;
        Moment::new(local - offset * MILLIS_PER_MINUTE, i32::try_from(offset).unwrap())
    }

    #[track_caller]
    fn check(text: &str, year: i64, month: i64, day: i64) {
        assert_eq!(i64::from(moment(text).day().0), civil(year, month, day), "{text}");
    }

    #[test]
    fn a_day_begins_at_four_by_the_learners_clock() {
        check("2026-11-21 03:59 +01:00", 2026, 11, 20);
        check("2026-11-21 04:00 +01:00", 2026, 11, 21);
        check("2026-11-21 23:59 -08:00", 2026, 11, 21);
        check("2026-11-22 00:30 -08:00", 2026, 11, 21);
        check("1969-12-31 12:00 +00:00", 1969, 12, 31);
        // A UTC day would change in the middle of the afternoon here.
        check("2026-11-21 03:59 +13:45", 2026, 11, 20);
        check("2026-11-21 04:00 +05:45", 2026, 11, 21);
    }

    #[test]
    fn a_day_has_a_date() {
        for (day, date) in [
            (0, (1970, 1, 1)),
            (-1, (1969, 12, 31)),
            (11_016, (2000, 2, 29)),
            (11_017, (2000, 3, 1)),
            (20_783, (2026, 11, 26)),
            (47_540, (2100, 2, 28)),
            (47_541, (2100, 3, 1)),
        ] {
            assert_eq!(Day(day).date(), date);
        }
        for day in (-800_000..800_000).step_by(7) {
            let (year, month, date) = Day(day).date();
            assert_eq!(civil(year.into(), month.into(), date.into()), i64::from(day));
        }
    }

    #[test]
    fn daylight_saving_neither_skips_nor_repeats_a_day() {
        // Berlin, spring: 02:00 becomes 03:00.
        check("2026-03-29 01:59 +01:00", 2026, 3, 28);
        check("2026-03-29 03:00 +02:00", 2026, 3, 28);
        check("2026-03-29 04:00 +02:00", 2026, 3, 29);
        // Berlin, autumn: 02:59 comes twice.
        check("2026-10-25 02:59 +02:00", 2026, 10, 24);
        check("2026-10-25 02:00 +01:00", 2026, 10, 24);
        check("2026-10-25 04:00 +01:00", 2026, 10, 25);
        // Lord Howe moves by half an hour.
        check("2026-04-05 01:59 +11:00", 2026, 4, 4);
        check("2026-04-05 01:30 +10:30", 2026, 4, 4);
        check("2026-04-05 04:00 +10:30", 2026, 4, 5);
        // The two days around a change lie one day apart, be they 23 or 25 hours.
        let spring = (moment("2026-03-28 12:00 +01:00"), moment("2026-03-29 12:00 +02:00"));
        let autumn = (moment("2026-10-24 12:00 +02:00"), moment("2026-10-25 12:00 +01:00"));
        assert_eq!(spring.1.day().since(spring.0.day()), 1);
        assert_eq!(autumn.1.day().since(autumn.0.day()), 1);
    }

    #[test]
    fn travel_never_makes_time_run_backwards() {
        // Tokyo to Los Angeles: ten hours later it is still the same calendar day.
        let tokyo = moment("2026-06-10 18:00 +09:00");
        let los_angeles = moment("2026-06-10 12:00 -07:00");
        assert_eq!(los_angeles.day().since(tokyo.day()), 0);
        // Auckland to Honolulu: the calendar goes a day back, the count does not.
        let auckland = moment("2026-06-10 09:00 +12:00");
        let honolulu = moment("2026-06-09 20:00 -10:00");
        assert_eq!(honolulu.day().since(auckland.day()), 0);
        // Apia skipped 30 December 2011.
        let before = moment("2011-12-29 20:00 -10:00");
        let after = moment("2011-12-31 10:00 +14:00");
        assert_eq!(after.day().since(before.day()), 2);
    }

    #[test]
    fn out_of_range_input_is_brought_into_range() {
        assert_eq!(Offset::from_minutes(100_000).minutes(), 945);
        assert_eq!(Offset::from_minutes(-100_000).minutes(), -945);
        // Before four in the morning, so a day earlier than the date.
        assert_eq!(Moment::new(i64::MIN, 0).day(), Day(-100_000_001));
        assert_eq!(Moment::new(i64::MAX, 0).day(), Day(99_999_999));
        assert_eq!(Day(i32::MAX).plus(5), Day(i32::MAX));
        assert_eq!(Day(i32::MAX).since(Day(i32::MIN)), u32::MAX);
    }
}
