//! Today is the day where the user is.

use journey_advisor::model::date::Day;

use super::run::{Desk, Ran};

/// Today where `zone` is.
fn today(zone: &str) -> Day {
    let Ran { code, out, err } = in_zone(zone);
    assert_eq!(code, 0, "{err}");
    let (_, rest) = out.split_once("\"made_on\":\"").unwrap_or_else(|| panic!("{out}"));
    Day::parse(&rest[..10]).unwrap()
}

fn in_zone(zone: &str) -> Ran {
    let desk = Desk::new();
    let mut command = desk.command(&["advise", "--jsonl", "plan.toml"]);
    super::run::ran(&command.env_remove("SOURCE_DATE_EPOCH").env("TZ", zone).output().unwrap())
}

/// Between the two islands lie 25 hours, so it is never the same day on both.
#[test]
fn a_zone_is_known_by_its_name() {
    let between = |one: &str, other: &str| today(one).days_since(today(other));
    for (ahead, behind) in [
        ("Pacific/Kiritimati", "Pacific/Pago_Pago"),
        (":Pacific/Kiritimati", "/usr/share/zoneinfo/Pacific/Pago_Pago"),
        ("Etc/GMT-14", "Etc/GMT+11"),
        ("LINT-14", "SST11"),
    ] {
        assert!((1..=2).contains(&between(ahead, behind)), "{ahead} and {behind}");
    }
}

/// What is read for ever is no list of hours.
#[test]
#[cfg(unix)]
fn a_zone_that_is_a_device_or_unknown_is_not_waited_for() {
    use std::time::{Duration, SystemTime};

    let begun = SystemTime::now();
    for zone in [":/dev/zero", "/dev/zero", "Nowhere/At_All", ""] {
        let utc = today("UTC");
        assert!(today(zone).days_since(utc) <= 1, "{zone}");
    }
    assert!(begun.elapsed().unwrap() < Duration::from_mins(1));
}

#[test]
fn a_zone_that_is_none_is_said_once() {
    for zone in ["Nowhere/At_All", ":/dev/zero", "XYZ"] {
        let warning = format!("warning: TZ is `{zone}`, which is no known time zone; the day is that of UTC\n");
        assert_eq!(in_zone(zone).err, warning);
    }
    for zone in ["UTC", "", "Europe/Berlin", "CET-1", ":Asia/Tokyo"] {
        assert_eq!(in_zone(zone).err, "", "{zone}");
    }
    let desk = Desk::new();
    let fixed = desk.command(&["advise", "--jsonl", "plan.toml"]).env("TZ", "XYZ").output().unwrap();
    assert!(fixed.stderr.is_empty(), "a fixed day is that of UTC anyway");
}
