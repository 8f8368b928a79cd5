//! The ratings as a table for a spreadsheet: a row each, with a mark at the beginning that tells Excel that it is UTF-8.

use super::Names;
use super::calendar::{date, time};
use super::write::{how, hundredths};
use crate::exchange::export::cell;
use crate::progress::{Held, Log, Record, RecordId, Review, Told};
use crate::schedule::Practice;

const HEAD: &str = "deck,card,time,day,rating,seconds,help,practice,answered,sure,share,counts";

/// The ratings of all that is held, deck by deck and in the order of time. `counts` is "no" for one that was taken back,
/// or that a reset came after.
pub fn csv(held: &[Held], names: &Names) -> String {
    let mut out = format!("\u{feff}{HEAD}\r\n");
    for held in held {
        let mut rows: Vec<_> = held.log.records().filter_map(|(id, record)| Rated::of(id, record)).collect();
        rows.sort_by_key(|rated| (rated.review.at().at, rated.id));
        for rated in rows {
            out.push_str(&rated.row(held, names).map(|text| cell(&text)).join(","));
            out.push_str("\r\n");
        }
    }
    out
}

struct Rated<'a> {
    id: RecordId,
    review: &'a Review,
    told: Option<&'a Told>,
}

impl<'a> Rated<'a> {
    fn of(id: RecordId, record: &'a Record) -> Option<Self> {
        let told = if let Record::Answer(_, told) = record { Some(told) } else { None };
        Some(Rated { id, review: record.review()?, told })
    }

    fn row(&self, held: &Held, names: &Names) -> [String; 12] {
        let Rated { id, review, told } = *self;
        let sure = told.and_then(|told| told.sure);
        let share = told.and_then(|told| told.share);
        [
            names.title(held.deck).map_or_else(|| held.deck.text(), str::to_owned),
            names.card(held.deck, review.card),
            time(review.at()),
            date(review.at().day()),
            review.rating.number().to_string(),
            review.took.seconds().map_or_else(String::new, |seconds| seconds.to_string()),
            review.help().to_string(),
            if review.practice == Practice::Free { "free" } else { "scheduled" }.to_owned(),
            told.map_or("", |told| how(told.how)).to_owned(),
            sure.map_or_else(String::new, |sure| sure.number().to_string()),
            share.map_or_else(String::new, hundredths),
            counts(&held.log, id).to_owned(),
        ]
    }
}

fn counts(log: &Log, id: RecordId) -> &'static str {
    if log.in_force(id).is_some() { "yes" } else { "no" }
}
