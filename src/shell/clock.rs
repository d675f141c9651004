//! Today, and the days of files: all that the program wants from a clock.

use std::path::Path;
use std::time::{Instant, SystemTime};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::model::date::Day;

use super::environment::{self, Environment};
use super::exit::{Exit, Failure};
use super::files;

/// Today in the user's time zone, or the day that `SOURCE_DATE_EPOCH` fixes.
pub fn today(environment: &Environment) -> Result<Day, Failure> {
    let fixed = environment.source_date_epoch.and_then(|seconds| Timestamp::from_second(seconds).ok());
    let date = match fixed {
        Some(moment) => moment.to_zoned_datetime(TimeZone::UTC).date(),
        None => Timestamp::now().to_zoned_datetime(zone()).date(),
    };
    day(date).ok_or_else(|| Failure::new(Exit::Failure, "the clock shows no day of the calendar").help("set the clock"))
}

/// The day of a moment in the user's time zone.
pub fn day_of(moment: SystemTime) -> Option<Day> {
    day(Timestamp::try_from(moment).ok()?.to_zoned_datetime(zone()).date())
}

/// The user's time zone; UTC where none is known. One that is to be read from what may never end is not known.
fn zone() -> TimeZone {
    let named = environment::time_zone();
    let path = named.as_deref().map(|name| Path::new(name.strip_prefix(':').unwrap_or(name)));
    if path.is_some_and(files::may_never_end) { TimeZone::UTC } else { TimeZone::system() }
}

/// A moment to measure from.
#[expect(clippy::disallowed_methods, reason = "the clock is read here and nowhere else")]
pub fn moment() -> Instant {
    Instant::now()
}

fn day(date: Date) -> Option<Day> {
    let part = |number: i8| u8::try_from(number).ok();
    Day::new(u16::try_from(date.year()).ok()?, part(date.month())?, part(date.day())?)
}
