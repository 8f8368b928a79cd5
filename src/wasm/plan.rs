//! The interview plan: set, shared with other decks, and what it comes to.

use wasm_bindgen::prelude::*;

use super::moment::{JsMoment, moment};
use super::options::whole;
use super::practice::{JsView, Session};
use super::{field, to_js};
use crate::day::Day;
use crate::schedule::plan::{Plan, Weekday};

#[wasm_bindgen]
extern "C" {
    /// See `view.d.ts`.
    #[wasm_bindgen(typescript_type = "InterviewPlan | null")]
    pub type JsPlan;
    /// See `view.d.ts`.
    #[wasm_bindgen(typescript_type = "Forecast | null")]
    pub type JsForecast;
    /// See `view.d.ts`.
    #[wasm_bindgen(typescript_type = "Diary")]
    pub type JsDiary;
}

/// As many numbers of minutes as a forecast compares at most.
const MOST_BUDGETS: usize = 24;

#[wasm_bindgen]
impl Session {
    /// Practices for an interview from now on, or, with null, without one.
    ///
    /// # Errors
    ///
    /// When `plan` or `now` are not of the form that `view.d.ts` gives; what held before holds.
    #[wasm_bindgen(js_name = setPlan)]
    pub fn set_plan(&mut self, plan: JsPlan, now: JsMoment) -> Result<JsView, JsError> {
        let plan = if plan.is_null() { None } else { Some(read_plan(&plan)?) };
        self.session.set_plan(plan, moment(&now)?);
        self.draw()
    }

    /// Shares the minutes of the plan with another deck as it is now. It counts from the next view on.
    pub fn accompany(&mut self, other: &Session) {
        self.session.accompany(other.key, other.session.companion());
    }

    /// Shares the minutes with no other deck, from the next view on.
    #[wasm_bindgen(js_name = leaveCompany)]
    pub fn leave_company(&mut self) {
        self.session.leave_company();
    }

    /// What so many minutes a day would come to, with the decks that share the plan; null without a plan.
    ///
    /// # Errors
    ///
    /// When `minutes` has more than 24 numbers, or `now` is not a moment.
    pub fn forecast(&mut self, minutes: &[u32], now: JsMoment) -> Result<JsForecast, JsError> {
        if minutes.len() > MOST_BUDGETS {
            let found = minutes.len();
            return Err(JsError::new(&format!(
                "minutes: {found} numbers; at most {MOST_BUDGETS} are compared"
            )));
        }
        self.session.settle(moment(&now)?);
        to_js(&self.session.forecast(minutes))
    }

    /// The days of practice, past and to come, and the cards that do not stay.
    ///
    /// # Errors
    ///
    /// When `now` is not a moment.
    pub fn diary(&mut self, now: JsMoment) -> Result<JsDiary, JsError> {
        self.session.settle(moment(&now)?);
        to_js(&self.session.diary())
    }
}

fn read_plan(plan: &JsValue) -> Result<Plan, JsError> {
    let interview = day(&field(plan, "interview"), "interview")?;
    let minutes = whole(plan, "minutes")?.and_then(|minutes| u32::try_from(minutes).ok());
    let minutes = minutes.filter(|minutes| (1..=Plan::MOST_MINUTES).contains(minutes));
    let minutes = minutes.ok_or_else(|| {
        JsError::new(&format!("minutes: a whole number from 1 to {} is needed", Plan::MOST_MINUTES))
    })?;
    let mut read = Plan::new(interview, minutes);
    for weekday in list(plan, "weekdaysOff")? {
        let place = |day: &Weekday| weekday.as_f64() == Some(f64::from(*day as u8) + 1.0);
        let weekday = Weekday::ALL.into_iter().find(place);
        let needed = "weekdaysOff: numbers from 1 (Monday) to 7 (Sunday) are needed";
        read = read.with_weekday_off(weekday.ok_or_else(|| JsError::new(needed))?);
    }
    for off in list(plan, "daysOff")? {
        read = read.with_day_off(day(&off, "daysOff")?);
    }
    Ok(read)
}

fn list(plan: &JsValue, name: &str) -> Result<Vec<JsValue>, JsError> {
    let value = field(plan, name);
    if value.is_undefined() || value.is_null() {
        return Ok(Vec::new());
    }
    let list = value.dyn_into::<js_sys::Array>();
    list.map(|list| list.to_vec()).map_err(|_| JsError::new(&format!("{name}: an array is needed")))
}

/// A day as days since 1 January 1970.
fn day(value: &JsValue, name: &str) -> Result<Day, JsError> {
    let number = value.as_f64().filter(|number| number.fract() == 0.0 && number.abs() <= 1e8);
    // Whole and in range, as was just seen.
    #[allow(clippy::cast_possible_truncation)]
    let day = number.map(|number| Day(number as i32));
    day.ok_or_else(|| not_whole_day(name))
}

fn not_whole_day(name: &str) -> JsError {
    JsError::new(&format!("{name}: days since 1 January 1970 are needed, as whole numbers"))
}
