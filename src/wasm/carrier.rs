//! Progress out and in: what the page needs on which learners look after theirs, and what tells what changed in a card.

use wasm_bindgen::prelude::*;

use super::local::AnyStore;
use super::moment::moment;
use super::options::{profile, store, writer};
use super::texts::{JsTexts, texts, writes};
use super::{Code, to_js};
use crate::deck::{Compiled, DeckKey, changes};
use crate::exchange::backup::{self, Brought, Names, Summary};
use crate::exchange::qr;
use crate::progress::{Held, Library, RecordId, StoreError, WriterId};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("carrier.d.ts");

#[wasm_bindgen]
extern "C" {
    /// See `carrier.d.ts`.
    #[wasm_bindgen(typescript_type = "CarrierOptions")]
    pub type CarrierOptions;
    /// See `carrier.d.ts`.
    #[wasm_bindgen(typescript_type = "{ now: number; offset: number }")]
    pub type JsCarrierMoment;
    /// See `carrier.d.ts`.
    #[wasm_bindgen(typescript_type = "CarrierWrites")]
    pub type JsCarrierWrites;
    /// See `carrier.d.ts`.
    #[wasm_bindgen(typescript_type = "KeptDeck[]")]
    pub type JsKeptDecks;
    /// See `carrier.d.ts`.
    #[wasm_bindgen(typescript_type = "Preview")]
    pub type JsPreview;
    /// See `carrier.d.ts`.
    #[wasm_bindgen(typescript_type = "Change[] | null")]
    pub type JsChanges;
    /// See `carrier.d.ts`.
    #[wasm_bindgen(typescript_type = "PictureOfLink | null")]
    pub type JsPicture;
}

/// The progress of a profile. See `carrier.d.ts` for what goes in and out.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Carrier {
    library: Library<AnyStore>,
    names: Names,
    writer: WriterId,
}

#[wasm_bindgen]
impl Carrier {
    /// The progress in a store.
    ///
    /// # Errors
    ///
    /// When `options` are not of the form that `carrier.d.ts` gives.
    #[wasm_bindgen(constructor)]
    pub fn new(options: CarrierOptions) -> Result<Carrier, JsError> {
        let library = Library::new(store(&options)?, profile(&options)?);
        Ok(Carrier { library, names: Names::default(), writer: writer(&options)? })
    }

    /// Takes in what a deck and its cards are called, and returns the deck's key.
    ///
    /// # Errors
    ///
    /// When `deck` is none that `compileDeck` of this version has made.
    #[wasm_bindgen(js_name = addDeck)]
    pub fn add_deck(&mut self, deck: &[u8], source: &str) -> Result<String, JsError> {
        let compiled = Compiled::from_bytes(deck);
        let compiled = compiled.ok_or_else(|| {
            JsError::new("a deck that compileDeck of this version of Greenroom has made is needed")
        })?;
        Ok(self.names.add(source, &compiled.deck).text())
    }

    /// Counts as held from now on what these texts hold too, in place of what was told before: those of the mirror, and
    /// of a page that could not write.
    ///
    /// # Errors
    ///
    /// When they are not of the form that `carrier.d.ts` gives.
    pub fn hear(&mut self, texts: JsTexts) -> Result<(), JsError> {
        self.library.hear(self::texts(&texts)?);
        Ok(())
    }

    /// What is to be written into the mirror, and what the store refused.
    #[wasm_bindgen(js_name = takeWrites)]
    pub fn take_writes(&mut self) -> JsCarrierWrites {
        let (writes, refused) = self.library.take_writes();
        let taken = js_sys::Array::of2(&self::writes(writes), &refused.map(name).into());
        taken.unchecked_into()
    }

    /// What is held, deck by deck.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    pub fn decks(&mut self) -> Result<JsKeptDecks, JsError> {
        let held = self.library.all().map_err(refused)?;
        to_js(&held.iter().map(|held| Summary::of(held, &self.names)).collect::<Vec<_>>())
    }

    /// A backup of all decks, or of these, as the text of a file.
    ///
    /// # Errors
    ///
    /// When the store cannot be read, or `now` is not a moment.
    pub fn backup(&mut self, now: JsCarrierMoment, decks: Option<Vec<String>>) -> Result<String, JsError> {
        Ok(backup::write(&self.held(decks)?, &self.names, moment(&now)?))
    }

    /// The ratings of all decks, or of these, as CSV.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    pub fn table(&mut self, decks: Option<Vec<String>>) -> Result<String, JsError> {
        Ok(backup::csv(&self.held(decks)?, &self.names))
    }

    /// The value of `#p=` that brings all decks, or these, to another device.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    pub fn link(&mut self, decks: Option<Vec<String>>) -> Result<String, JsError> {
        Ok(backup::pack(&self.held(decks)?))
    }

    /// What restoring would add.
    ///
    /// # Errors
    ///
    /// Never: only that JavaScript values cannot be promised.
    pub fn preview(&mut self, incoming: &Incoming) -> Result<JsPreview, JsError> {
        to_js(&incoming.0.preview(&mut self.library, &self.names))
    }

    /// Adds what is not here, and returns how many records that were. `takeWrites` tells whether they are kept.
    ///
    /// # Errors
    ///
    /// When `now` is not a moment.
    pub fn restore(&mut self, incoming: &Incoming, now: JsCarrierMoment) -> Result<usize, JsError> {
        Ok(incoming.0.restore(&mut self.library, moment(&now)?))
    }

    /// Begins a deck anew, and returns the name of the record to be taken back.
    ///
    /// # Errors
    ///
    /// When there is no such key, or `now` is not a moment.
    pub fn reset(&mut self, deck: &str, now: JsCarrierMoment) -> Result<String, JsError> {
        let reset = self.library.reset(key(deck)?, self.writer, moment(&now)?);
        Ok(reset.ok_or_else(used_up)?.text())
    }

    /// Takes a record back.
    ///
    /// # Errors
    ///
    /// When there is no such key or name, or `now` is not a moment.
    #[wasm_bindgen(js_name = takeBack)]
    pub fn take_back(&mut self, deck: &str, record: &str, now: JsCarrierMoment) -> Result<(), JsError> {
        let target = RecordId::from_text(record)
            .ok_or_else(|| JsError::new(&format!("record `{record}`: no record has such a name")))?;
        let back = self.library.take_back(key(deck)?, self.writer, target, moment(&now)?);
        back.ok_or_else(used_up)?;
        Ok(())
    }

    fn held(&mut self, decks: Option<Vec<String>>) -> Result<Vec<Held>, JsError> {
        match decks {
            None => self.library.all().map_err(refused),
            Some(decks) => decks.iter().map(|deck| Ok(self.library.held(key(deck)?))).collect(),
        }
    }
}

/// Progress from elsewhere: what a backup or a link holds.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Incoming(Brought);

/// What a backup holds: `document` is what `JSON.parse` makes of it.
///
/// # Errors
///
/// When it is no backup, or of a later version: the message says what to do.
#[wasm_bindgen(js_name = readBackup)]
pub fn read_backup(document: JsValue) -> Result<Incoming, JsError> {
    let document =
        serde_wasm_bindgen::from_value(document).map_err(|_| JsError::from(backup::BackupError::NoBackup))?;
    Ok(Incoming(backup::read(document)?))
}

/// What the value of `#p=` holds.
///
/// # Errors
///
/// When it is not one that `link` gave: the message says what is wrong and what to do.
#[wasm_bindgen(js_name = readProgressLink)]
pub fn read_progress_link(payload: &str) -> Result<Incoming, JsError> {
    Ok(Incoming(backup::unpack(payload)?))
}

/// What changed in a text, word by word; null for texts too long to be compared.
///
/// # Errors
///
/// Never: only that JavaScript values cannot be promised.
#[wasm_bindgen(js_name = compareTexts)]
pub fn compare_texts(before: &str, after: &str) -> Result<JsChanges, JsError> {
    to_js(&changes(before, after))
}

/// A link as a QR code, the path of an SVG, or null when it is too long for one.
///
/// # Errors
///
/// Never: only that JavaScript values cannot be promised.
#[wasm_bindgen(js_name = pictureOfLink)]
pub fn picture_of_link(link: &str) -> Result<JsPicture, JsError> {
    to_js(&qr::qr(link).map(Code::from))
}

fn key(deck: &str) -> Result<DeckKey, JsError> {
    DeckKey::from_text(deck)
        .ok_or_else(|| JsError::new(&format!("deck `{deck}`: a key of eight characters is needed")))
}

/// Four billion records of one writer.
fn used_up() -> JsError {
    JsError::new("this carrier has written all that it can: make another one")
}

/// The page has better words for it, by this name.
fn refused(error: StoreError) -> JsError {
    JsError::new(name(error))
}

fn name(error: StoreError) -> &'static str {
    match error {
        StoreError::Blocked => "blocked",
        StoreError::Full => "full",
    }
}
