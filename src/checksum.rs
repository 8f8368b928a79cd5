//! The checksum of what is stored and sent.

use crc::{CRC_32_ISO_HDLC, Crc};

/// The CRC-32 of zip and PNG. One for all, for its table takes a kilobyte.
pub(crate) static CRC: Crc<u32> = Crc::<u32>::new(&CRC_32_ISO_HDLC);
