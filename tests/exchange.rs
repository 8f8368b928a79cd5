//! Decks in links, and links in pictures.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

use greenroom::exchange::link::{LONGEST_PAYLOAD, LONGEST_TEXT, LinkError, pack, unpack};
use greenroom::exchange::qr::{LONGEST, Qr, qr};
use proptest::prelude::*;

const DECK: &str = "---\ntitle: Terms\n---\n\n## What is churn?\n\nCustomers who leave.\n\n- **Logo churn**: accounts\n- **Revenue churn**: money — more or less\n\n### Mnemonic\nThe leaky bucket.\n";

/// Base64url by the book, so that these tests can make what `pack` never would.
fn base64url(bytes: &[u8]) -> String {
    let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let bits: String = bytes.iter().map(|byte| format!("{byte:08b}")).collect();
    let sextets = bits.as_bytes().chunks(6).map(|bits| format!("{:0<6}", std::str::from_utf8(bits).unwrap()));
    sextets.map(|bits| char::from(alphabet[usize::from_str_radix(&bits, 2).unwrap()])).collect()
}

/// A payload of these bytes of deflate, with a checksum of zero.
fn payload_of(deflate: &[u8]) -> String {
    format!("1.{}", base64url(&[&[0; 5], deflate].concat()))
}

// --- links ---

#[test]
fn payloads_are_pinned() {
    // Links stay in mails for years: each of these must be read for ever. Add lines, never edit one.
    for (payload, text) in [
        ("1.AGr0QTwDAA", ""),
        ("1.AP-tKKwBDADz_yMjIEE_CgpZZXMuCg", "## A?\n\nYes.\n"),
        ("1.AIhpyEpTVlZwtOfiikwt1uMCAA", "## A?\n\nYes.\n"),
        (
            "1.AJEGwgxFjTEOwjAQBPt7xUnuLDkPSENBCw2KRG2sFY6S-CSfHZSOR_BCXoIDBd1qZ7XjnKMylhk9D8iLkmsFGcPX6AuPyiHWnA5Ex6pFFmTlRxSe4Vd0RI6tPcldfjNre_YhSE1Fv-iCFaniTxdJ2Pj9fLWUwZLbk-ouNHxOaHgMNETsgmnjWw0TSkcf",
            DECK,
        ),
    ] {
        assert_eq!(unpack(payload).as_deref(), Ok(text), "{payload}");
    }
}

#[test]
fn what_programs_do_to_a_link_is_undone() {
    let text = (0..).map(|n| format!("## What is {n}?\n\nA number.\n")).find(|text| {
        let payload = pack(text);
        payload.contains('-') && payload.contains('_')
    });
    let text = text.unwrap();
    let payload = pack(&text);
    for mangled in [
        format!("{payload}."),
        format!("{payload})."),
        format!("{payload} \r\n"),
        format!("{payload}="),
        format!("{payload}\u{a0}"),
        payload.replace('-', "%2D").replace('_', "%5F").replace('.', "%2E"),
        payload.replace('-', "%2d").replace('_', "%5f").replace('.', "%2e"),
    ] {
        assert_eq!(unpack(&mangled).as_ref(), Ok(&text), "{mangled}");
    }
    // And nothing else is.
    for (mangled, error) in [
        (format!(" {payload}"), LinkError::NotALink),
        (payload.replace('-', "+"), LinkError::Character('+')),
        (format!("{payload}>"), LinkError::Character('>')),
        (format!("{payload}%20"), LinkError::Character('%')),
        (payload.replace('_', "%255F"), LinkError::Character('%')),
    ] {
        assert_eq!(unpack(&mangled), Err(error), "{mangled}");
    }
}

#[test]
fn what_is_wrong_is_told_apart() {
    let payload = pack(DECK);
    let mut swapped = payload.clone().into_bytes();
    swapped.swap(12, 40);
    let changed_checksum =
        payload.replacen(&payload[4..6], if &payload[4..6] == "AA" { "BB" } else { "AA" }, 1);
    for (payload, message) in [
        (String::new(), "the link is cut off: copy all of it, or ask for the deck as a file"),
        ("1".into(), "the link is cut off: copy all of it, or ask for the deck as a file"),
        ("1.".into(), "the link is cut off: copy all of it, or ask for the deck as a file"),
        ("1.AAAA".into(), "the link is cut off: copy all of it, or ask for the deck as a file"),
        (payload[..60].into(), "the link is cut off: copy all of it, or ask for the deck as a file"),
        (changed_checksum, "the link was changed on the way: copy it again, or ask for the deck as a file"),
        (
            format!("{payload}AAAA"),
            "the link was changed on the way: copy it again, or ask for the deck as a file",
        ),
        (format!("17.{payload}"), "the link is of a newer version of Greenroom: open it with the newest"),
        (
            format!("1.B{}", &payload[3..]),
            "the link is of a newer version of Greenroom: open it with the newest",
        ),
        (
            payload[2..].into(),
            "the link holds no deck: after `#d=` it goes on with `1.`; copy the whole link",
        ),
        ("one.AAAA".into(), "the link holds no deck: after `#d=` it goes on with `1.`; copy the whole link"),
        (".AAAA".into(), "the link holds no deck: after `#d=` it goes on with `1.`; copy the whole link"),
        ("1.AA\nAA".into(), "the link has '\\n' in it, which no link to a deck has: copy it again"),
        ("1.AAüA".into(), "the link has 'ü' in it, which no link to a deck has: copy it again"),
        (
            "1".repeat(LONGEST_PAYLOAD + 1),
            "the link has more than 65,536 characters: pass the deck on as a file",
        ),
        (
            pack(&"x".repeat(LONGEST_TEXT + 1)),
            "the link holds more than 1 MB of text: pass the deck on as a file",
        ),
    ] {
        let start = payload.get(..60).unwrap_or(&payload);
        assert_eq!(unpack(&payload).map_err(|error| error.to_string()), Err(message.into()), "{start}");
    }
    assert!(unpack(std::str::from_utf8(&swapped).unwrap()).is_err());
}

#[test]
fn a_text_may_fill_the_limit() {
    let text = "é".repeat(LONGEST_TEXT / 2);
    assert_eq!(unpack(&pack(&text)), Ok(text));
}

#[test]
fn a_bomb_is_refused() {
    // As many characters as a payload may have, of deflate that repeats one letter without an end.
    let zeros = pack(&"x".repeat(64 << 20));
    assert!(zeros.len() > LONGEST_PAYLOAD);
    assert_eq!(unpack(&zeros), Err(LinkError::TooLong));
    assert_eq!(unpack(&zeros[..LONGEST_PAYLOAD]), Err(LinkError::TooMuchText));
}

#[test]
fn deflate_that_is_none_is_a_change() {
    for deflate in [
        &[0x07][..],                     // a block of the type that does not exist
        &[0x01, 0x01, 0x00, 0x00, 0x00], // a stored block whose length does not fit its check
        &[0x03, 0x02],                   // a distance to before the beginning
    ] {
        let result = unpack(&payload_of(deflate));
        assert!(matches!(result, Err(LinkError::Changed | LinkError::CutOff)), "{deflate:?}: {result:?}");
    }
    // Sound deflate of what is not text.
    assert_eq!(unpack(&payload_of(&[0x01, 0x01, 0x00, 0xfe, 0xff, 0xff])), Err(LinkError::Changed));
}

#[test]
fn a_small_deck_makes_a_short_link() {
    let text = std::fs::read_to_string("www/decks/behavioral.md").unwrap();
    let prompts = text.lines().filter_map(|line| line.strip_prefix("## ")?.split(" {#").next());
    let points = text.lines().filter_map(|line| line.split_once("**: ").filter(|_| line.starts_with("- ")));
    let cards = prompts.zip(points).map(|(prompt, (_, point))| format!("## {prompt}\n\n{point}\n\n"));
    let length = |n| pack(&cards.clone().take(n).collect::<String>()).len();
    assert!(length(20) < 2_400, "{}", length(20));
    assert!(length(50) < 6_000, "{}", length(50));
}

/// Texts like decks, and any others.
fn texts() -> impl Strategy<Value = String> {
    let line =
        prop_oneof!["## What is [a-z]{1,8}\\?", "- \\*\\*[A-Z][a-z]{1,8}\\*\\*: [a-z ]{0,20}", "", ".{0,20}"];
    prop_oneof![prop::collection::vec(line, 0..12).prop_map(|lines| lines.join("\n")), any::<String>()]
}

proptest! {
    #[test]
    fn texts_come_back(text in texts()) {
        prop_assert_eq!(unpack(&pack(&text)), Ok(text));
    }

    #[test]
    fn one_changed_character_is_noticed(text in texts(), at in any::<prop::sample::Index>(), with in "[-_.A-Za-z0-9 )=%]|\\PC") {
        let payload = pack(&text);
        let at = at.index(payload.len());
        prop_assume!(payload[at..=at] != with);
        let changed = format!("{}{with}{}", &payload[..at], &payload[at + 1..]);
        prop_assert!(unpack(&changed).is_err(), "{changed}");
    }

    #[test]
    fn a_missing_end_is_noticed(text in texts(), at in any::<prop::sample::Index>()) {
        let payload = pack(&text);
        prop_assert_eq!(unpack(&payload[..at.index(payload.len())]), Err(LinkError::CutOff));
    }

    #[test]
    fn any_text_is_an_answer(payload in prop_oneof![any::<String>(), "1\\.[-_A-Za-z0-9]{0,200}", "1\\.AA[-_A-Za-z0-9]{0,200}"]) {
        prop_assert!(unpack(&payload).is_err());
    }
}

// --- codes ---

/// The modules of a code by row, drawn from its path: which are dark.
fn modules(code: &Qr) -> Vec<Vec<bool>> {
    let mut dark = vec![vec![false; code.size]; code.size];
    for run in code.path.split_terminator('z') {
        let (x, run) = run.strip_prefix('M').unwrap().split_once(' ').unwrap();
        let (y, run) = run.split_once('h').unwrap();
        let (width, back) = run.split_once("v1h-").unwrap();
        assert_eq!(width, back);
        let [x, y, width]: [usize; 3] = [x, y, width].map(|number| number.parse().unwrap());
        dark[y][x..x + width].fill(true);
    }
    dark
}

/// What a decoder that others wrote reads off a code, drawn as the page draws it.
fn scanned(code: &Qr) -> String {
    const QUIET: usize = 4;
    const PIXELS: usize = 3;
    let dark = modules(code);
    let side = (code.size + 2 * QUIET) * PIXELS;
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| {
        let module = |at: usize| (at / PIXELS).checked_sub(QUIET);
        let row = module(y).and_then(|y| dark.get(y));
        let is_dark = row.zip(module(x)).and_then(|(row, x)| row.get(x)).copied().unwrap_or(false);
        if is_dark { 0 } else { 255 }
    });
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1);
    grids[0].decode().unwrap().1
}

#[test]
fn codes_are_read_by_another_program() {
    let link: String =
        (0_u32..).map(|n| char::from(b"AbC-dE_f1.23"[n as usize * n as usize % 12])).take(LONGEST).collect();
    for (length, is_easy) in
        [(10, true), (100, true), (1000, true), (1273, true), (1274, false), (2900, false), (2953, false)]
    {
        let text = &link[..length];
        let code = qr(text).unwrap();
        assert_eq!(scanned(&code), text);
        assert_eq!(code.is_easily_scanned(), is_easy, "{length}: {}", code.size);
    }
    assert_eq!(scanned(&qr("Grüße 日本").unwrap()), "Grüße 日本");
    assert_eq!(qr(&"x".repeat(LONGEST + 1)), None);
}

#[test]
fn a_code_is_pinned() {
    let code = qr("Ada").unwrap();
    assert_eq!(scanned(&code), "Ada");
    // Neighbors in a row are one run.
    assert!(code.path.starts_with("M0 0h7v1h-7zM8 0h2v1h-2zM14 0h7v1h-7zM0 1h1v1h-1z"), "{}", code.path);
    let row = |row: &Vec<bool>| row.iter().map(|is_dark| if *is_dark { '#' } else { '.' }).collect();
    let rows: Vec<String> = modules(&code).iter().map(row).collect();
    let expected = "\
#######.##....#######
#.....#..#.#..#.....#
#.###.#.###.#.#.###.#
#.###.#..###..#.###.#
#.###.#.#.##..#.###.#
#.....#..##...#.....#
#######.#.#.#.#######
........#.#.#........
.....##..####.#.#.#.#
#..#...#...##.#####..
###.###.#......#..##.
#.##.#....#.#..#.###.
#..#..####.##.####.##
........#####.#...#..
#######.....##..####.
#.....#.##..###...##.
#.###.#...##..#.#.#..
#.###.#...###..#.#...
#.###.#...#.##.###.##
#.....#...###.##.#...
#######....##..#..##.";
    assert_eq!(rows.join("\n"), expected);
}
