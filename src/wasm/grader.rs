//! What grades answers for teachers and scripts, and checks key points for authors.

use std::rc::Rc;

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::{field, text, to_js};
use crate::deck::Compiled;
use crate::score::{self, Answer, Coverage, PointText, Remark};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("grader.d.ts");

#[wasm_bindgen]
extern "C" {
    /// See `grader.d.ts`.
    #[wasm_bindgen(typescript_type = "KeyPoint[]")]
    pub type JsKeyPoints;
    /// See `grader.d.ts`.
    #[wasm_bindgen(typescript_type = "Assessment")]
    pub type JsAssessment;
    /// See `grader.d.ts`.
    #[wasm_bindgen(typescript_type = "RubricFault[]")]
    pub type JsFaults;
}

const NOT_COMPILED: &str = "a deck that compileDeck of this version of Greenroom has made is needed";

/// What a deck, or one card of it, has that would make answers be scored wrong.
///
/// # Errors
///
/// When `deck` is none that `compileDeck` of this version has made.
#[wasm_bindgen(js_name = checkRubrics)]
pub fn check_rubrics(deck: &[u8], card: Option<String>) -> Result<JsFaults, JsError> {
    let deck = compiled(deck)?.deck;
    to_js(&match card {
        Some(card) => score::check_rubric(&deck, &card),
        None => score::check_rubrics(&deck),
    })
}

/// What answers are talked of in: its texts say how common each word is.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Corpus(Rc<score::Corpus>);

#[wasm_bindgen]
impl Corpus {
    /// From all texts that answers will be compared with. `language` is a tag such as `en-GB`; empty, and it is guessed.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::needless_pass_by_value, reason = "JavaScript hands it over")]
    pub fn new(language: &str, texts: Vec<String>) -> Corpus {
        Corpus(Rc::new(score::Corpus::new(language, texts.iter().map(String::as_str))))
    }

    /// How the language is read, as a tag that says it again: `en`, `und` for words as they are written, or `zxx` where
    /// answers are not scored.
    #[wasm_bindgen(getter)]
    pub fn language(&self) -> String {
        self.0.language().tag().to_owned()
    }
}

/// Key points to be looked for in answers.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Rubric {
    corpus: Rc<score::Corpus>,
    rubric: score::Rubric,
}

#[wasm_bindgen]
impl Rubric {
    /// The key points of a question; a point without a title is a reference answer.
    ///
    /// # Errors
    ///
    /// When `points` are not of the form that `grader.d.ts` gives.
    #[wasm_bindgen(constructor)]
    pub fn new(corpus: &Corpus, question: &str, points: JsKeyPoints) -> Result<Rubric, JsError> {
        let points: Result<Vec<_>, _> =
            js_sys::Array::from(&points).iter().map(|point| key_point(&point)).collect();
        let corpus = Rc::clone(&corpus.0);
        let rubric = score::Rubric::new(&corpus, question, &points?, &[]);
        Ok(Rubric { corpus, rubric })
    }

    /// What an answer says of them.
    ///
    /// # Errors
    ///
    /// Never: only that JavaScript values cannot be promised.
    pub fn assess(&self, answer: &str) -> Result<JsAssessment, JsError> {
        let found = self.rubric.assess(&Answer::new(answer, &self.corpus));
        let points = found.points.iter().map(|point| PointView { found: point.coverage, score: point.score });
        to_js(&AssessmentView { score: found.score(), points: points.collect(), remark: found.remark })
    }
}

#[derive(Serialize)]
struct AssessmentView {
    score: f64,
    points: Vec<PointView>,
    remark: Option<Remark>,
}

#[derive(Serialize)]
struct PointView {
    found: Coverage,
    score: f64,
}

fn key_point(point: &JsValue) -> Result<PointText, JsError> {
    let also = field(point, "also");
    let also = if also.is_undefined() { Vec::new() } else { js_sys::Array::from(&also).to_vec() };
    let detail = text(point, "detail")?.unwrap_or_default();
    let also: Option<Vec<String>> = also.iter().map(JsValue::as_string).collect();
    let also = also.ok_or_else(|| JsError::new("also: strings are needed"))?;
    Ok(PointText { title: text(point, "title")?.unwrap_or_default(), detail, also, offset: 0.0 })
}

fn compiled(deck: &[u8]) -> Result<Compiled, JsError> {
    Compiled::from_bytes(deck).ok_or_else(|| JsError::new(NOT_COMPILED))
}
