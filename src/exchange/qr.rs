//! A text, such as a link, as a QR code for a page to draw.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc};

/// The bytes that the largest QR code holds.
pub const LONGEST: usize = 2_953;

/// A QR code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    /// The modules on each side, without the quiet zone of four that whoever draws it leaves around it.
    pub size: usize,
    /// The dark modules as the path of an SVG: a module is a unit, and the upper left corner the origin.
    pub path: String,
}

impl Qr {
    /// The modules on a side of version 25: phones read what is denser only with patience.
    const DENSEST_EASY: usize = 117;

    /// Whether a phone reads it off a screen at once.
    pub fn is_easily_scanned(&self) -> bool {
        self.size <= Self::DENSEST_EASY
    }
}

/// The smallest QR code of a text, with as much error correction as fits its size; `None` when the text is
/// longer than the largest holds, [`LONGEST`].
///
/// ```
/// use greenroom::exchange::qr::qr;
///
/// let code = qr("https://example.com/#d=1.AAAA").unwrap();
/// assert_eq!(code.size, 25);
/// // The upper edge of the finder pattern in the corner.
/// assert!(code.path.starts_with("M0 0h7v1h-7z"));
/// assert!(code.is_easily_scanned());
/// assert_eq!(qr(&"long".repeat(1000)), None);
/// ```
pub fn qr(text: &str) -> Option<Qr> {
    if text.len() > LONGEST {
        return None;
    }
    let code = QrCode::encode_binary(text.as_bytes(), QrCodeEcc::Low).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            // A place outside counts as light.
            let dark = (x..).take_while(|x| code.get_module(*x, y)).count();
            if dark > 0 {
                // Writing to a string does not fail.
                let _ = write!(path, "M{x} {y}h{dark}v1h-{dark}z");
            }
            x += i32::try_from(dark).ok()? + 1;
        }
    }
    Some(Qr { size: usize::try_from(code.size()).ok()?, path })
}
