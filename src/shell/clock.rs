//! Today, and the days of files: all that the program wants from a clock.

use std::path::Path;
use std::time::{Instant, SystemTime};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::diagnostic::clean::visible;
use crate::model::date::{Day, DayOrigin, Today};

use super::environment::{self, Environment};
use super::exit::{Exit, Failure};
use super::files;

/// Today in the user's time zone, or the day that `SOURCE_DATE_EPOCH` fixes.
pub(crate) fn today(environment: &Environment) -> Result<Today, Failure> {
    if let Some(text) = &environment.source_date_epoch {
        return fixed(text).map(|day| Today { day, origin: DayOrigin::Environment });
    }
    let date = date(Timestamp::now(), zone());
    let failure = || Failure::new(Exit::Failure, "the clock shows no day of the calendar").help("set the clock");
    day(date).map(Today::from).ok_or_else(failure)
}

/// The day that `SOURCE_DATE_EPOCH` fixes. What is no number of seconds fixes none, and nothing is guessed for it.
fn fixed(text: &str) -> Result<Day, Failure> {
    let refused = |what: &str| {
        let message = format!("SOURCE_DATE_EPOCH is `{}`, which {what}", visible(text));
        Failure::new(Exit::Usage, message).help("write the seconds since 1970, or unset it to go by the clock")
    };
    let seconds: i64 = text.parse().map_err(|_| refused("is no whole number of seconds"))?;
    let moment = Timestamp::from_second(seconds).ok();
    let date = moment.map(|moment| date(moment, TimeZone::UTC));
    date.and_then(day).ok_or_else(|| refused("is no day of the calendar"))
}

/// The day of a moment in the user's time zone.
pub(crate) fn day_of(moment: SystemTime) -> Option<Day> {
    day(Timestamp::try_from(moment).ok()?.to_zoned_datetime(zone()).date())
}

/// The user's time zone; UTC where none is known.
fn zone() -> TimeZone {
    known_zone().unwrap_or(TimeZone::UTC)
}

/// The user's time zone; `None` if the system names none. One that is to be read from what may never end is not known.
fn known_zone() -> Option<TimeZone> {
    let named = environment::time_zone();
    let path = named.as_deref().map(|name| Path::new(name.strip_prefix(':').unwrap_or(name)));
    if path.is_some_and(files::may_never_end) { None } else { TimeZone::try_system().ok() }
}

/// What is wrong with the zone that the environment names, if today depends on it.
pub(crate) fn zone_problem(environment: &Environment) -> Option<String> {
    let depends = environment.source_date_epoch.is_none();
    let named = environment::time_zone().filter(|name| depends && !name.is_empty() && known_zone().is_none())?;
    Some(format!("TZ is `{}`, which is no known time zone; the day is that of UTC", visible(&named)))
}

/// A moment to measure from.
#[expect(clippy::disallowed_methods, reason = "the clock is read here and nowhere else")]
pub(crate) fn moment() -> Instant {
    Instant::now()
}

/// The date of a moment where that zone is.
fn date(moment: Timestamp, zone: TimeZone) -> Date {
    moment.to_zoned_datetime(zone).date()
}

fn day(date: Date) -> Option<Day> {
    let part = |number: i8| u8::try_from(number).ok();
    Day::new(u16::try_from(date.year()).ok()?, part(date.month())?, part(date.day())?)
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::tz::TimeZone;

    use super::{Exit, date, day, fixed};

    /// The days before and at a moment in a zone, which the program knows by itself.
    fn around(zone: &str, moment: &str) -> [String; 2] {
        let moment = moment.parse::<Timestamp>().unwrap().as_second();
        [moment - 1, moment].map(|second| {
            let moment = Timestamp::from_second(second).unwrap();
            day(date(moment, TimeZone::get(zone).unwrap())).unwrap().to_string()
        })
    }

    #[test]
    fn a_day_begins_at_midnight_where_the_user_is() {
        for (zone, midnight, before, after) in [
            ("UTC", "2026-11-25T00:00:00Z", "2026-11-24", "2026-11-25"),
            ("Pacific/Kiritimati", "2026-11-24T10:00:00Z", "2026-11-24", "2026-11-25"),
            ("Pacific/Pago_Pago", "2026-11-25T11:00:00Z", "2026-11-24", "2026-11-25"),
            ("Asia/Kathmandu", "2026-12-31T18:15:00Z", "2026-12-31", "2027-01-01"),
            // The clocks go back on the first of these days, which has 25 hours.
            ("America/New_York", "2026-11-01T04:00:00Z", "2026-10-31", "2026-11-01"),
            ("America/New_York", "2026-11-02T05:00:00Z", "2026-11-01", "2026-11-02"),
            // That day has no midnight: the clocks go on to one o'clock.
            ("America/Havana", "2026-03-08T05:00:00Z", "2026-03-07", "2026-03-08"),
            // And that island left a whole day out.
            ("Pacific/Apia", "2011-12-30T10:00:00Z", "2011-12-29", "2011-12-31"),
        ] {
            assert_eq!(around(zone, midnight), [before, after], "{zone} at {midnight}");
        }
    }

    #[test]
    fn only_whole_seconds_fix_a_day() {
        assert_eq!(fixed("1795478400").map(|day| day.to_string()), Ok("2026-11-24".to_owned()));
        assert_eq!(fixed("-1").map(|day| day.to_string()), Ok("1969-12-31".to_owned()));
        for text in ["abc", "1e9", "17.5", " 1", "0x10", "99999999999999999999", "9000000000000000"] {
            let failure = fixed(text).unwrap_err();
            assert_eq!(failure.exit, Exit::Usage, "{text}");
            assert!(failure.message.starts_with(&format!("SOURCE_DATE_EPOCH is `{text}`")), "{}", failure.message);
        }
    }
}
