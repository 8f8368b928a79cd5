//! Any text is refused or opened as a link without a panic, and any deck and any progress comes back from its link.
#![no_main]

use greenroom::deck::Compiled;
use greenroom::exchange::backup;
use greenroom::exchange::link::{pack, unpack};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    // Compiled decks are no links, but whatever a server sends in their place must not hurt either.
    let _ = Compiled::from_bytes(bytes);
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let _ = unpack(text);
    let _ = unpack(&format!("1.{text}"));
    assert_eq!(unpack(&pack(text)).as_deref(), Ok(text));
    // Whatever stands in a link, the progress that is found in it goes into another one and comes back.
    if let Ok(brought) = backup::unpack(&pack(text)) {
        let held = brought.held();
        assert_eq!(backup::unpack(&backup::pack(&held)).map(|brought| brought.held()), Ok(held));
    }
});
