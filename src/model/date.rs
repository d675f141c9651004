//! Calendar days and the dates of facts, which may know only the month or the year.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A day of the Gregorian calendar, from year 1 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

/// The day on which the program runs, and where it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Today {
    /// The day.
    pub day: Day,
    /// Where it comes from.
    pub origin: DayOrigin,
}

impl From<Day> for Today {
    fn from(day: Day) -> Self {
        Self { day, origin: DayOrigin::Clock }
    }
}

/// Where the day comes from on which the program runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DayOrigin {
    /// The clock.
    #[default]
    Clock,
    /// `SOURCE_DATE_EPOCH` in the environment.
    Environment,
    /// A person typed it, because there was no day that could be used.
    Typed,
    /// Nobody said it: there was no day that could be used.
    Assumed,
}

impl DayOrigin {
    /// The word in files.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Clock => "clock",
            Self::Environment => "SOURCE_DATE_EPOCH",
            Self::Typed => "typed",
            Self::Assumed => "assumed",
        }
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const LAST_DAY: Day = Day { year: 9999, month: 12, day: 31 };

fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap(year) => 29,
        2 => 28,
        _ => 31,
    }
}

impl Day {
    /// The day, or `None` if the calendar has no such day.
    pub(crate) fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let exists =
            (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// Reads `2026-05-01`; a month or a year alone means its first day.
    pub fn parse(text: &str) -> Option<Self> {
        PartialDate::parse(text).map(PartialDate::first_day)
    }

    /// Days since 1 March of year 0, after Howard Hinnant's `days_from_civil`.
    fn ordinal(self) -> u32 {
        let month = u32::from(self.month);
        let (year, shifted) =
            if month > 2 { (u32::from(self.year), month - 3) } else { (u32::from(self.year) - 1, month + 9) };
        Self::new_year_ordinal(year) + (153 * shifted + 2) / 5 + u32::from(self.day) - 1
    }

    /// Whole days from `earlier` to this day, 0 if it is not earlier.
    pub fn days_since(self, earlier: Self) -> u32 {
        self.ordinal().saturating_sub(earlier.ordinal())
    }

    /// The day that many days later; the last day of the calendar if that lies beyond it.
    #[must_use]
    pub(crate) fn plus(self, days: u32) -> Self {
        // The inverse of `ordinal`: whole years first, then the five-month cycles of 153 days.
        let ordinal = self.ordinal().saturating_add(days).min(LAST_DAY.ordinal());
        let mut year = ordinal / 365;
        while Self::new_year_ordinal(year) > ordinal {
            year -= 1;
        }
        let rest = ordinal - Self::new_year_ordinal(year);
        let shifted = (5 * rest + 2) / 153;
        let day = rest - (153 * shifted + 2) / 5 + 1;
        let (year, month) = if shifted < 10 { (year, shifted + 3) } else { (year + 1, shifted - 9) };
        let part = |number: u32| u8::try_from(number).expect("months and their days are few");
        let year = u16::try_from(year).expect("the calendar ends in 9999");
        Self { year, month: part(month), day: part(day) }
    }

    /// Days from 1 March of year 0 to 1 March of `year`.
    fn new_year_ordinal(year: u32) -> u32 {
        365 * year + year / 4 - year / 100 + year / 400
    }

    /// The day before, or this day if it is the first of the calendar.
    #[must_use]
    pub fn previous(self) -> Self {
        match self {
            Self { day: 2.., .. } => Self { day: self.day - 1, ..self },
            Self { month: 2.., .. } => {
                let month = self.month - 1;
                Self { month, day: days_in(self.year, month), ..self }
            }
            Self { year: 2.., .. } => Self { year: self.year - 1, month: 12, day: 31 },
            first => first,
        }
    }

    /// The first day of the month before; of the month itself if the day is not its first.
    #[must_use]
    pub(crate) fn month_before(self) -> Self {
        Self { day: 1, ..if self.day == 1 { self.previous() } else { self } }
    }

    /// The first day of the month after, unless the calendar ends before.
    pub(crate) fn month_after(self) -> Option<Self> {
        let day = Self { day: days_in(self.year, self.month), ..self };
        Some(day.plus(1)).filter(|next| *next > day)
    }

    /// How many months begin after `earlier` and up to this day, 0 if it is not later.
    pub(crate) fn months_since(self, earlier: Self) -> u16 {
        let months = |day: Self| u32::from(day.year) * 12 + u32::from(day.month);
        u16::try_from(months(self).saturating_sub(months(earlier))).unwrap_or(u16::MAX)
    }

    /// Whether it lies in January.
    pub(crate) fn is_january(self) -> bool {
        self.month == 1
    }

    /// The year in digits.
    pub(crate) fn year_words(self) -> String {
        format!("{:04}", self.year)
    }

    /// The day in words: `23 November 2026`.
    pub(crate) fn words(self) -> String {
        format!("{} {} {}", self.day, month_name(self.month), self.year)
    }

    /// The day in few letters: `23 Nov 2026`.
    pub(crate) fn short_words(self) -> String {
        let month: String = month_name(self.month).chars().take(3).collect();
        format!("{} {month} {}", self.day, self.year)
    }

    /// This day, or the Monday after if it lies on a weekend.
    #[must_use]
    pub(crate) fn or_next_working_day(self) -> Self {
        // 1 March of year 0 was a Wednesday; Monday is 0.
        match (self.ordinal() + 2) % 7 {
            5 => self.plus(2),
            6 => self.plus(1),
            _ => self,
        }
    }

    /// Month and year in words: `November 2026`.
    pub(crate) fn month_words(self) -> String {
        format!("{} {}", month_name(self.month), self.year)
    }
}

fn month_name(month: u8) -> &'static str {
    MONTHS.get(usize::from(month - 1)).expect("a month is 1 to 12")
}

impl fmt::Display for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A date as a source gives it: a day, a month or a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PartialDate {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

impl PartialDate {
    /// Reads `2026`, `2026-05` or `2026-05-01`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits_only = text.chars().all(|letter| letter.is_ascii_digit() || letter == '-');
        let mut parts = text.split('-');
        let year = parts.next().filter(|part| part.len() == 4)?.parse().ok()?;
        let mut two_digits = || match parts.next() {
            None => Some(None),
            Some(part) if part.len() == 2 => part.parse().ok().map(Some),
            Some(_) => None,
        };
        let (month, day) = (two_digits()?, two_digits()?);
        let rest = parts.next();
        Day::new(year, month.unwrap_or(1), day.unwrap_or(1))?;
        (digits_only && rest.is_none()).then_some(Self { year, month, day })
    }

    /// The first day that the date can mean.
    pub fn first_day(self) -> Day {
        Day { year: self.year, month: self.month.unwrap_or(1), day: self.day.unwrap_or(1) }
    }

    /// The last day that the date can mean.
    pub fn last_day(self) -> Day {
        let month = self.month.unwrap_or(12);
        Day { year: self.year, month, day: self.day.unwrap_or_else(|| days_in(self.year, month)) }
    }

    /// The day, if the date is known to the day.
    pub(crate) fn day(self) -> Option<Day> {
        self.day.map(|_| self.first_day())
    }

    /// The date in words, as exact as it is known: `May 2026`.
    pub fn words(self) -> String {
        match (self.month, self.day) {
            (Some(month), Some(day)) => format!("{day} {} {}", month_name(month), self.year),
            (Some(month), None) => format!("{} {}", month_name(month), self.year),
            _ => self.year.to_string(),
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(out, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(out, "-{day:02}")?;
        }
        Ok(())
    }
}

/// The half-open period `[from, until)`: `until` is the first day on which it no longer holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Period {
    /// First day, open to the past if absent.
    pub from: Option<PartialDate>,
    /// First day after, open to the future if absent.
    pub until: Option<PartialDate>,
}

impl Period {
    /// Whether `day` lies in the period.
    pub fn contains(self, day: Day) -> bool {
        self.from.is_none_or(|from| from.first_day() <= day) && self.until.is_none_or(|until| day < until.first_day())
    }

    /// The period in words: `since May 2023`, `until September 2023`, `May 2022 to May 2023`, `always`.
    pub(crate) fn words(self) -> String {
        match (self.from, self.until) {
            (Some(from), Some(until)) => format!("{} to {}", from.words(), until.words()),
            (Some(from), None) => format!("since {}", from.words()),
            (None, Some(until)) => format!("until {}", until.words()),
            (None, None) => "throughout".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Day, PartialDate, Period};

    #[test]
    fn each_precision_means_its_first_day() {
        for (text, first) in [("2024", "2024-01-01"), ("2024-02", "2024-02-01"), ("2024-02-29", "2024-02-29")] {
            let date = PartialDate::parse(text).unwrap();
            assert_eq!(date.first_day().to_string(), first);
            assert_eq!(date.to_string(), text);
        }
    }

    #[test]
    fn impossible_dates_are_refused() {
        for text in [
            "",
            "24",
            "2024-13",
            "2024-00",
            "2023-02-29",
            "2024-2",
            "2024-02-30",
            "2024-01-01-01",
            "+024",
            "2024-+1",
            "today",
        ] {
            assert!(PartialDate::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_period_ends_before_its_until() {
        let period = Period { from: PartialDate::parse("2022-06"), until: PartialDate::parse("2023-09") };
        for (day, inside) in [("2022-05-31", false), ("2022-06-01", true), ("2023-08-31", true), ("2023-09-01", false)]
        {
            assert_eq!(period.contains(Day::parse(day).unwrap()), inside, "{day}");
        }
    }

    #[test]
    fn the_day_before_crosses_months_and_years() {
        for (day, before) in [("2024-03-01", "2024-02-29"), ("2023-01-01", "2022-12-31"), ("2026-05-02", "2026-05-01")]
        {
            assert_eq!(Day::parse(day).unwrap().previous().to_string(), before);
        }
    }

    #[test]
    fn adding_days_is_the_inverse_of_counting_them() {
        let start = Day::parse("1999-12-31").unwrap();
        for days in 0..20_000 {
            let later = start.plus(days);
            assert_eq!(later.days_since(start), days);
            assert_eq!(start.plus(days + 1).previous(), later);
        }
    }

    #[test]
    fn a_weekend_is_followed_by_a_monday() {
        for (day, working) in [
            ("2026-11-27", "2026-11-27"),
            ("2026-11-28", "2026-11-30"),
            ("2026-11-29", "2026-11-30"),
            ("2026-11-30", "2026-11-30"),
            ("2000-01-01", "2000-01-03"),
        ] {
            assert_eq!(Day::parse(day).unwrap().or_next_working_day().to_string(), working);
        }
        assert_eq!(Day::parse("2026-09-03").unwrap().short_words(), "3 Sep 2026");
    }

    #[test]
    fn days_are_counted_over_leap_years() {
        let days = |from, to| Day::parse(to).unwrap().days_since(Day::parse(from).unwrap());
        assert_eq!(days("2024-02-28", "2024-03-01"), 2);
        assert_eq!(days("2021-08-01", "2026-08-01"), 1826);
        assert_eq!(days("2026-08-01", "2021-08-01"), 0);
    }
}
