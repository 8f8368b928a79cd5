//! What makes parameters from reviews, and the memory model for other programs.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::model::model;
use super::{field, to_js};
use crate::schedule::fit::{self, Accuracy, History};
use crate::schedule::{self, Memory, Next, Rating};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("memory.d.ts");

#[wasm_bindgen]
extern "C" {
    /// See `memory.d.ts`.
    #[wasm_bindgen(typescript_type = "Fit")]
    pub type JsFit;
    /// See `memory.d.ts`.
    #[wasm_bindgen(typescript_type = "Fit | undefined")]
    pub type JsMaybeFit;
    /// See `memory.d.ts`.
    #[wasm_bindgen(typescript_type = "SchedulerOptions | undefined")]
    pub type JsSchedulerOptions;
    /// See `memory.d.ts`.
    #[wasm_bindgen(typescript_type = "Memory | null | undefined")]
    pub type JsMaybeMemory;
    /// See `memory.d.ts`.
    #[wasm_bindgen(typescript_type = "Memory")]
    pub type JsMemory;
    /// See `memory.d.ts`.
    #[wasm_bindgen(typescript_type = "Memory | null")]
    pub type JsReplayed;
    /// See `memory.d.ts`.
    #[wasm_bindgen(typescript_type = "Next[]")]
    pub type JsNext;
}

/// The reviews that a fit takes.
#[wasm_bindgen(js_name = reviewsNeeded)]
pub fn reviews_needed() -> usize {
    fit::Fit::REVIEWS_NEEDED
}

/// Fits parameters to a history, and says whether they predict reviews that they were not made from better than the
/// published ones do. The same history gives the same fit.
///
/// # Errors
///
/// When `history` is none, or has fewer reviews than `reviewsNeeded()`.
#[wasm_bindgen]
pub fn fit(history: &[u8]) -> Result<JsFit, JsError> {
    let fit = fit::Fit::to(&History::from_bytes(history)?)?;
    to_js(&FitView::of(&fit))
}

/// A fit part by part, for whoever has nothing but the page's own thread.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Fitting(fit::Fitting);

#[wasm_bindgen]
impl Fitting {
    /// Begins a fit.
    ///
    /// # Errors
    ///
    /// When `history` is none, or has fewer reviews than `reviewsNeeded()`.
    #[wasm_bindgen(constructor)]
    pub fn new(history: &[u8]) -> Result<Fitting, JsError> {
        Ok(Fitting(fit::Fitting::new(&History::from_bytes(history)?)?))
    }

    /// Does the next part; with the last of them the fit is there.
    ///
    /// # Errors
    ///
    /// Never: only that JavaScript values cannot be promised.
    pub fn step(&mut self) -> Result<JsMaybeFit, JsError> {
        match self.0.step() {
            Some(fit) => to_js(&FitView::of(&fit)),
            None => Ok(JsValue::UNDEFINED.unchecked_into()),
        }
    }

    /// How many parts there are.
    #[wasm_bindgen(getter)]
    pub fn parts(&self) -> usize {
        fit::Fitting::PARTS
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FitView {
    parameters: Vec<f64>,
    reviews: usize,
    held_out: usize,
    before: AccuracyView,
    after: AccuracyView,
    better: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct AccuracyView {
    log_loss: f64,
    rmse: f64,
}

impl FitView {
    fn of(fit: &fit::Fit) -> Self {
        let accuracy = |Accuracy { log_loss, rmse }| AccuracyView { log_loss, rmse };
        FitView {
            parameters: fit.parameters.numbers().map(f64::from).to_vec(),
            reviews: fit.reviews,
            held_out: fit.held_out,
            before: accuracy(fit.before),
            after: accuracy(fit.after),
            better: fit.is_better,
        }
    }
}

/// FSRS-6: from memory to memory, for programs that keep cards in another way.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Scheduler(schedule::Scheduler);

#[wasm_bindgen]
impl Scheduler {
    /// With parameters and a retention of one's own, or the published ones at 0.9.
    ///
    /// # Errors
    ///
    /// When a parameter or the retention is out of its range: the message says which.
    #[wasm_bindgen(constructor)]
    pub fn new(options: JsSchedulerOptions) -> Result<Scheduler, JsError> {
        Ok(Scheduler(schedule::Scheduler::new(model(&options)?)))
    }

    /// What each of the five ratings would make of a memory after so many days, or of a new card.
    ///
    /// # Errors
    ///
    /// When `memory` is none that the model can have.
    pub fn next(&self, memory: JsMaybeMemory, elapsed_days: u32) -> Result<JsNext, JsError> {
        let memory =
            if memory.is_undefined() || memory.is_null() { None } else { Some(self::memory(&memory)?) };
        to_js(&self.0.next(memory, elapsed_days).map(NextView::of))
    }

    /// The same for many memories at once, without an object for each: of each its stability and its difficulty, both
    /// 0 for a new card. Returns for each the stability, the difficulty and the interval after the ratings 2 to 5, as 1
    /// and 2 come to the same.
    ///
    /// # Errors
    ///
    /// When there are not two numbers for each of `elapsed_days`, or they are no memory.
    #[wasm_bindgen(js_name = nextOfMany)]
    pub fn next_of_many(&self, memories: &[f32], elapsed_days: &[u32]) -> Result<Vec<f32>, JsError> {
        if memories.len() != elapsed_days.len() * 2 {
            return Err(JsError::new("for each number of days a stability and a difficulty are needed"));
        }
        let mut all = Vec::with_capacity(elapsed_days.len() * 12);
        for (pair, elapsed) in memories.chunks(2).zip(elapsed_days) {
            let memory = match *pair {
                [0.0, 0.0] => None,
                [stability, difficulty] => Some(Memory::new(stability.into(), difficulty.into())?),
                _ => None,
            };
            let [_, later @ ..] = self.0.next(memory, *elapsed);
            for Next { memory, interval } in later {
                // Whole numbers below 36,501.
                #[allow(clippy::cast_precision_loss)]
                all.extend([memory.stability(), memory.difficulty(), interval as f32]);
            }
        }
        Ok(all)
    }

    /// What the reviews of a card have come to, oldest first: the days, counted from any, and the ratings from 1 to 5.
    /// Null for no reviews.
    ///
    /// # Errors
    ///
    /// When there are not as many days as ratings, or a rating is none.
    pub fn replay(&self, days: &[i32], ratings: &[u8]) -> Result<JsReplayed, JsError> {
        let ratings: Option<Vec<_>> =
            ratings.iter().map(|number| Rating::from_number(u32::from(*number))).collect();
        let ratings = ratings.filter(|ratings| ratings.len() == days.len());
        let ratings = ratings.ok_or_else(|| JsError::new("for each day a rating from 1 to 5 is needed"))?;
        to_js(&self.0.replay(days, &ratings).map(MemoryView::of))
    }

    /// The predicted probability that a memory is recalled after so many days.
    ///
    /// # Errors
    ///
    /// When `memory` is none that the model can have.
    pub fn recall(&self, memory: JsMemory, elapsed_days: u32) -> Result<f32, JsError> {
        Ok(self.0.recall(self::memory(&memory)?, elapsed_days))
    }
}

#[derive(Serialize)]
struct MemoryView {
    stability: f32,
    difficulty: f32,
}

#[derive(Serialize)]
struct NextView {
    stability: f32,
    difficulty: f32,
    interval: u32,
}

impl MemoryView {
    fn of(memory: Memory) -> Self {
        MemoryView { stability: memory.stability(), difficulty: memory.difficulty() }
    }
}

impl NextView {
    fn of(Next { memory, interval }: Next) -> Self {
        let MemoryView { stability, difficulty } = MemoryView::of(memory);
        NextView { stability, difficulty, interval }
    }
}

fn memory(memory: &JsValue) -> Result<Memory, JsError> {
    let number = |name| field(memory, name).as_f64().unwrap_or(f64::NAN);
    Ok(Memory::new(number("stability"), number("difficulty"))?)
}
