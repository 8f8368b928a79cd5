//! What practice needs: a session, and what it stores.

use borsh::BorshDeserialize as _;
use wasm_bindgen::prelude::*;

use super::local::AnyStore;
use super::moment::{JsMoment, moment};
use super::options::{not_whole, profile, store, whole, writer};
use super::texts::{self, JsTexts, JsWrites};
use super::{field, text, to_js};
use crate::deck::{Compiled, DeckKey};
use crate::progress::{Log, Place, Shelf};
use crate::schedule::Rating;
use crate::score::{Asked, Examine, Examined, Vocabulary};
use crate::session::{self, Action, Mode, Setup};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("../view/view.d.ts");

#[wasm_bindgen]
extern "C" {
    /// See `view.d.ts`.
    #[wasm_bindgen(typescript_type = "SessionOptions")]
    pub type SessionOptions;
    /// See `view.d.ts`.
    #[wasm_bindgen(typescript_type = "Action")]
    pub type JsAction;
    /// See `view.d.ts`.
    #[wasm_bindgen(typescript_type = "View")]
    pub type JsView;
    /// See `view.d.ts`.
    #[wasm_bindgen(typescript_type = "Overview")]
    pub type JsOverview;
    /// See `view.d.ts`.
    #[wasm_bindgen(typescript_type = "SeenCard | null")]
    pub type JsSeenCard;
    /// See `view.d.ts`.
    #[wasm_bindgen(typescript_type = "AnswerReader")]
    #[derive(Debug)]
    pub type JsExaminer;
    #[wasm_bindgen(method, catch)]
    fn examine(this: &JsExaminer, asked: &[u8]) -> Result<Vec<u8>, JsValue>;
}

/// An examiner on the other side of the boundary: another module of WebAssembly.
#[derive(Debug)]
struct Beyond(JsExaminer);

impl Examine for Beyond {
    /// An answer that cannot be read, because the other side is of another version, is one that nobody read.
    fn examine(&self, asked: &Asked) -> Examined {
        let asked = borsh::to_vec(asked).unwrap_or_default();
        let examined = self.0.examine(&asked).ok();
        examined.and_then(|bytes| Examined::try_from_slice(&bytes).ok()).unwrap_or_default()
    }
}

const NOT_COMPILED: &str = "a deck that compileDeck of this version of Greenroom has made is needed";

/// One deck being practised. See `view.d.ts` for what goes in and out.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Session {
    pub(super) session: session::Session,
    pub(super) key: DeckKey,
    n_problems: usize,
    pub(super) shelf: Shelf<AnyStore>,
}

#[wasm_bindgen]
impl Session {
    /// Opens a deck with what is stored of it. The deck is one that `compileDeck` of this version has made.
    ///
    /// # Errors
    ///
    /// When `deck` is of another version or no deck at all, or `options` or `now` are not of the form that
    /// `view.d.ts` gives.
    #[wasm_bindgen(constructor)]
    pub fn new(deck: &[u8], options: SessionOptions, now: JsMoment) -> Result<Session, JsError> {
        let (now, writer) = (moment(&now)?, writer(&options)?);
        let compiled = Compiled::from_bytes(deck);
        let Compiled { deck, n_problems } = compiled.ok_or_else(|| JsError::new(NOT_COMPILED))?;
        let source = text(&options, "source")?;
        let key = DeckKey::new(&source.unwrap_or_default(), &deck.id);
        let place = Place::new(&profile(&options)?.prefix(), key);
        let mut shelf = Shelf::at(store(&options)?, place);
        let mut loaded = shelf.load();
        shelf.set_aside(&mut loaded, now.day());
        let log = Log::of(&loaded.records);
        let mut session = session::Session::with(setup(&options)?, deck, log, writer, now);
        session.set_stored(shelf.stored(session.log()));
        Ok(Session { session, key, n_problems, shelf })
    }

    /// What to draw.
    ///
    /// # Errors
    ///
    /// When `now` is not a moment.
    pub fn view(&mut self, now: JsMoment) -> Result<JsView, JsError> {
        self.session.settle(moment(&now)?);
        self.draw()
    }

    /// Does what the learner did; a rating is stored before this returns.
    ///
    /// # Errors
    ///
    /// When `action` or `now` are not of the form that `view.d.ts` gives.
    pub fn act(&mut self, action: JsAction, now: JsMoment) -> Result<JsView, JsError> {
        let written = self.session.act(self::action(&action)?, moment(&now)?);
        if let Some((id, record)) = written {
            self.shelf.put(id, record);
        }
        self.draw()
    }

    /// Reads all that is stored again: others may have written, another tab, another element of this page.
    ///
    /// # Errors
    ///
    /// When `now` is not a moment.
    pub fn refresh(&mut self, now: JsMoment) -> Result<JsView, JsError> {
        let now = moment(&now)?;
        let mut loaded = self.shelf.load();
        self.shelf.set_aside(&mut loaded, now.day());
        self.shelf.put_back(self.session.log(), &loaded);
        self.session.merge(loaded.records, now);
        self.draw()
    }

    /// Takes in texts that others have stored meanwhile, without reading all again.
    ///
    /// # Errors
    ///
    /// When `texts` is no list of keys and texts, or `now` no moment.
    pub fn hear(&mut self, texts: JsTexts, now: JsMoment) -> Result<JsView, JsError> {
        let (texts, now) = (texts::texts(&texts)?, moment(&now)?);
        self.session.merge(self.shelf.hear(texts), now);
        self.draw()
    }

    /// What all keys of this deck's progress begin with, and no others.
    #[wasm_bindgen(getter)]
    pub fn prefix(&self) -> String {
        self.shelf.place().prefix().to_owned()
    }

    /// What was written here and is to be written into the mirror now, as a whole; `mirrored` must follow.
    #[wasm_bindgen(js_name = takeWrites)]
    pub fn take_writes(&mut self) -> JsWrites {
        texts::writes(self.shelf.take_writes())
    }

    /// Notes whether the mirror has taken what was taken from here before.
    ///
    /// # Errors
    ///
    /// Never, but for a fault of ours.
    pub fn mirrored(&mut self, written: bool) -> Result<JsView, JsError> {
        self.shelf.mirrored(written);
        self.draw()
    }

    /// Notes that a `Keeper` has brought the mirror together with the store, and that its news were heard.
    ///
    /// # Errors
    ///
    /// Never, but for a fault of ours.
    pub fn synced(&mut self) -> Result<JsView, JsError> {
        self.shelf.synced();
        self.draw()
    }

    /// The card whose answer is shown in full, as a text to be kept and compared with the next time; else null.
    ///
    /// # Errors
    ///
    /// Never: only that JavaScript values cannot be promised.
    pub fn seen(&self) -> Result<JsSeenCard, JsError> {
        to_js(&self.session.seen())
    }

    /// The deck as a list of decks shows it.
    ///
    /// # Errors
    ///
    /// When `now` is not a moment.
    pub fn overview(&mut self, now: JsMoment) -> Result<JsOverview, JsError> {
        self.session.settle(moment(&now)?);
        to_js(&self.session.overview())
    }

    /// Has what is written read by an `Examiner` of the module `score` from now on; before, the learner ticks.
    #[wasm_bindgen(js_name = setExaminer)]
    pub fn set_examiner(&mut self, examiner: JsExaminer) {
        self.session.set_examiner(Box::new(Beyond(examiner)));
    }

    /// The words of the deck, in a form of their own: what an `Examiner` is made with.
    pub fn vocabulary(&self) -> Vec<u8> {
        // Writing into memory does not fail.
        borsh::to_vec(&Vocabulary::of(&self.session.deck)).unwrap_or_default()
    }

    /// The deck's name.
    #[wasm_bindgen(getter)]
    pub fn id(&self) -> String {
        self.session.deck.id.0.clone()
    }

    /// How many problems were found in the deck's text; `checkDeck` lists them.
    #[wasm_bindgen(getter)]
    pub fn problems(&self) -> usize {
        self.n_problems
    }

    pub(super) fn draw(&mut self) -> Result<JsView, JsError> {
        self.session.set_stored(self.shelf.stored(self.session.log()));
        to_js(&self.session.view())
    }
}

fn setup(options: &JsValue) -> Result<Setup, JsError> {
    let mode = match text(options, "mode")?.as_deref() {
        None | Some("due") => Mode::Due,
        Some("free") => Mode::Free,
        Some("choice") => Mode::Choice,
        Some(other) => {
            return Err(JsError::new(&format!("mode `{other}`: it is \"due\", \"free\" or \"choice\"")));
        }
    };
    let count = whole(options, "count")?.map(|count| usize::try_from(count).unwrap_or(usize::MAX));
    if count == Some(0) {
        return Err(JsError::new("count: a whole number from 1 on is needed"));
    }
    let seed = whole(options, "draw")?.unwrap_or(0);
    Ok(Setup { topic: text(options, "topic")?, mode, count, first: text(options, "first")?, seed })
}

fn action(action: &JsValue) -> Result<Action, JsError> {
    let Some(found) = action.as_string() else { return action_with_value(action) };
    Ok(match found.as_str() {
        "begin" => Action::Begin,
        "aloud" => Action::Aloud,
        "reveal" => Action::Reveal,
        "help" => Action::Help,
        "undo" => Action::Undo,
        "continue" => Action::Continue,
        "stop" => Action::Stop,
        "keepGoing" => Action::KeepGoing,
        other => return Err(JsError::new(&format!("action `{other}`: view.d.ts lists the actions"))),
    })
}

/// An action that is an object: its only field says which it is.
fn action_with_value(action: &JsValue) -> Result<Action, JsError> {
    let has = |name| !field(action, name).is_undefined();
    if has("pick") {
        return pick(action);
    }
    if has("answer") {
        return Ok(Action::Answer(normalized(&needed_text(action, "answer")?)));
    }
    if has("sure") {
        return Ok(Action::Sure(rating(field(action, "sure").as_f64())?));
    }
    if has("reset") {
        return match needed_text(action, "reset")?.as_str() {
            "card" => Ok(Action::ResetCard),
            other => Err(JsError::new(&format!("reset `{other}`: it is \"card\""))),
        };
    }
    if has("tick") {
        let tick = field(action, "tick");
        let place = |name| {
            let place = whole(&tick, name)?.ok_or_else(|| not_whole(name))?;
            Ok::<_, JsError>(usize::try_from(place).unwrap_or(usize::MAX))
        };
        return Ok(Action::Tick {
            step: place("step")?,
            point: place("point")?,
            was_said: needed_bool(&tick, "said")?,
        });
    }
    if has("recalled") {
        return Ok(Action::Recalled(needed_bool(action, "recalled")?));
    }
    Ok(Action::Rate(rating(field(action, "rate").as_f64())?))
}

/// The form in which a letter with its marks is one character (NFC); the browser has the tables for it.
fn normalized(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFC").into()
}

fn needed_text(value: &JsValue, name: &str) -> Result<String, JsError> {
    text(value, name)?.ok_or_else(|| JsError::new(&format!("{name}: a string is needed")))
}

fn needed_bool(value: &JsValue, name: &str) -> Result<bool, JsError> {
    field(value, name).as_bool().ok_or_else(|| JsError::new(&format!("{name}: true or false is needed")))
}

fn rating(number: Option<f64>) -> Result<Rating, JsError> {
    let rating = Rating::ALL.into_iter().find(|rating| Some(f64::from(rating.number())) == number);
    rating.ok_or_else(|| JsError::new("a rating is a whole number from 1 to 5"))
}

fn pick(action: &JsValue) -> Result<Action, JsError> {
    let option = whole(action, "pick")?.ok_or_else(|| not_whole("pick"))?;
    Ok(Action::Pick(usize::try_from(option).unwrap_or(usize::MAX)))
}
