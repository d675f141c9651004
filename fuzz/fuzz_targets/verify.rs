#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| journey_advisor_fuzz::judge("verify", data));
