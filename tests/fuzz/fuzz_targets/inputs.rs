//! Any bytes as an identifier, a cursor, a day, an amount, a moment.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| redline_fuzz::inputs::hold(bytes));
