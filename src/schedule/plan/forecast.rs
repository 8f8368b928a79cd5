//! What several numbers of minutes a day would come to.

use super::course::{Course, Planned};
use super::demand::Demand;
use super::market::{Market, Round};
use super::outlook::share;
use super::shares::{Share, Shares};
use super::{Pace, Plan, PracticeDays};
use crate::day::Day;
use crate::order;
use crate::schedule::{CardState, Model};

/// Rounds in which the prices of the first number of minutes are found, and of each one after, which goes on
/// from there.
const FIRST_ROUNDS: usize = 7;
const MORE_ROUNDS: usize = 4;

/// The predictions for several numbers of minutes a day.
///
/// They are expectations, computed without drawing anything, and the most that can be expected under the memory
/// model. More minutes never predict less.
///
/// ```
/// use greenroom::day::Day;
/// use greenroom::schedule::plan::{Forecast, Pace, Plan};
/// use greenroom::schedule::{CardState, Model};
///
/// let cards = vec![CardState::New; 100];
/// let topics: Vec<_> = (0..100).map(|card| Some(card / 50)).collect();
/// let plan = Plan::new(Day(14), 5);
/// let minutes = [0, 5, 10, 15];
/// let forecast =
///     Forecast::new(&Model::default(), &plan, &Pace::default(), &cards, &topics, Day(0), &minutes);
/// let recall: Vec<_> = forecast.predictions.iter().map(|found| found.recall).collect();
/// assert!(recall.is_sorted() && recall[0] == 0.0 && recall[1] < 0.7 && recall[3] > 0.95, "{recall:?}");
/// // At five minutes a day not all can be begun, and what is left out are the last cards.
/// let five = &forecast.predictions[1];
/// assert!(five.left_out.len() > 20 && five.left_out.ends_with(&[99]));
/// assert!(five.topics[0].recall > five.topics[1].recall);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// In the order of the minutes asked for.
    pub predictions: Vec<Prediction>,
}

/// What so many minutes a day would come to.
#[derive(Clone, Debug, PartialEq)]
pub struct Prediction {
    /// Minutes a day.
    pub minutes: u32,
    /// Mean recall of all cards on the day of the interview, from 0 to 1.
    pub recall: f64,
    /// The same with practice for none of the days from today, for one, for two … up to all: it never falls, and
    /// ends at `recall`.
    pub curve: Vec<f64>,
    /// By topic, the cards without one last if there are any.
    pub topics: Vec<TopicPrediction>,
    /// Cards never seen for which there will be no time.
    pub left_out: Vec<usize>,
}

/// What comes of a topic.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TopicPrediction {
    /// The topic's index; none for cards without one.
    pub topic: Option<usize>,
    /// Its cards.
    pub cards: usize,
    /// Mean recall on the day if nothing were practised any more, from 0 to 1.
    pub recall_idle: f64,
    /// Mean recall on the day, from 0 to 1.
    pub recall: f64,
    /// Seconds of practice until then.
    pub seconds: f64,
}

impl Forecast {
    /// The forecast for `cards`, whose topics stand in `topics` in the same order, of a plan with other `minutes` a
    /// day. What was used today counts against each of them.
    pub fn new(
        model: &Model,
        plan: &Plan,
        pace: &Pace,
        cards: &[CardState],
        topics: &[Option<usize>],
        today: Day,
        minutes: &[u32],
    ) -> Self {
        let most = minutes.iter().copied().max().unwrap_or(0).max(1);
        let days = PracticeDays::new(&plan.clone().with_minutes(most), today);
        let course = Course::new(model, pace, days, cards, today);
        let mut rounds: Vec<Round> = Vec::new();
        let mut market: Option<Market> = None;
        let mut found = Vec::new();
        let ascending = order::by_key(minutes.iter().map(|minutes| u128::from(*minutes)));
        for minutes in ascending.iter().filter_map(|place| minutes.get(*place)) {
            let seconds = course.days.seconds_of(&plan.clone().with_minutes(*minutes), today);
            let (mut next, n) = match &market {
                None => (Market::new(pace, seconds.clone()), FIRST_ROUNDS),
                Some(before) => (before.with_seconds(pace, seconds.clone()), MORE_ROUNDS),
            };
            let first = rounds.len();
            rounds.extend(next.rounds(&course, n));
            found.push((*minutes, seconds, first..rounds.len()));
            if next.has_time() {
                market = Some(next);
            }
        }
        let closed = market.as_ref().map(|market| market.closed(&course));
        rounds.extend(market.map(|market| market.free_of_charge(&course)));
        let predictions = found.into_iter().filter_map(|(minutes, seconds, own)| {
            // The least of all bounds, whichever minutes they were tried for: this is what makes more minutes never
            // predict less.
            let bounds = rounds.iter().map(|round| round.bound(&seconds));
            let bound = bounds.fold(f64::INFINITY, f64::min).max(course.recall_idle());
            let mix = Mix::new(rounds.get(own)?, closed.as_ref(), &seconds)?;
            Some(Prediction::new(&course, &mix, minutes, bound, topics))
        });
        // Back into the order asked for.
        let places = order::by_key(ascending.iter().map(|place| *place as u128));
        Forecast { predictions: order::arrange(predictions.collect(), places) }
    }
}

/// Two rounds, of which a part of the cards follows each, so that the time is just used: the last at which too much was
/// asked for and the last at which too little was, or one at which nothing is.
struct Mix<'a> {
    /// With their parts, which sum to 1.
    rounds: Vec<(f32, &'a Round)>,
    /// Seconds of each day.
    seconds: &'a [f32],
}

impl<'a> Mix<'a> {
    fn new(rounds: &'a [Round], closed: Option<&'a Round>, of_days: &'a [f32]) -> Option<Self> {
        let seconds: f32 = of_days.iter().sum();
        let asked = |round: &&Round| round.demand.seconds.iter().sum::<f32>();
        let above = rounds.iter().rev().find(|round| asked(round) > seconds);
        let below = rounds.iter().rev().find(|round| asked(round) <= seconds).or(closed);
        let rounds = match (above, below) {
            (Some(above), Some(below)) => {
                let (much, little) = (asked(&above), asked(&below));
                let part = (seconds - little) / (much - little).max(1e-3);
                vec![(part, above), (1.0 - part, below)]
            }
            (above, below) => vec![(1.0, above.or(below)?)],
        };
        Some(Mix { rounds, seconds: of_days })
    }

    /// What the reviews of each day add to recall, in cards. Prices that were not found quite have more asked of a day than
    /// it holds: that is done on the next day that has room, or on one before.
    fn gains(&self, n_days: usize) -> Vec<f64> {
        let of_day = |of: fn(&Demand) -> &[f32], place: usize| {
            f64::from(self.mean(|round| of(&round.demand).get(place).copied().unwrap_or(0.0)))
        };
        let day = |place| {
            (of_day(|demand| &demand.gained, place).max(0.0), of_day(|demand| &demand.seconds, place))
        };
        let mut days: Vec<_> =
            (0..n_days).map(day).zip(self.seconds.iter().copied().map(f64::from)).collect();
        carry(days.iter_mut());
        carry(days.iter_mut().rev());
        days.into_iter().map(|((gain, _), _)| gain).collect()
    }

    /// The mean of what both say.
    fn mean(&self, of: impl Fn(&Round) -> f32) -> f32 {
        self.rounds.iter().map(|(part, round)| part * of(round)).sum()
    }
}

/// Carries what a day does not hold, of its gain and its seconds, on to the next one; the last keeps it.
fn carry<'a>(days: impl ExactSizeIterator<Item = &'a mut ((f64, f64), f64)>) {
    let (mut rest, last) = ((0.0, 0.0), days.len().saturating_sub(1));
    for (nth, ((gain, asked), holds)) in days.enumerate() {
        (*gain, *asked) = (*gain + rest.0, *asked + rest.1);
        let part = if *asked > *holds && nth < last { 1.0 - *holds / *asked } else { 0.0 };
        rest = (*gain * part, *asked * part);
        (*gain, *asked) = (*gain - rest.0, *asked - rest.1);
    }
}

impl Prediction {
    /// The prediction of `recalled` cards, with its parts as they are in `mix`.
    fn new(course: &Course, mix: &Mix, minutes: u32, recalled: f64, topics: &[Option<usize>]) -> Self {
        let n_cards = course.cards.len();
        let idle = course.recall_idle();
        let part = |of: f64| if of > 0.0 { (recalled - idle) / of } else { 0.0 };
        let gains = mix.gains(course.days.len());
        let per_gain = part(gains.iter().sum());
        let mut curve = vec![share(idle, n_cards)];
        let mut sum = idle;
        let mut gains = course.days.all().iter().zip(&gains).peekable();
        for ahead in 0..course.days.horizon {
            if let Some((_, gain)) = gains.next_if(|(day, _)| day.ahead == ahead) {
                sum += per_gain * gain;
            }
            curve.push(share(sum, n_cards));
        }
        let recall = share(recalled, n_cards);
        if let Some(last) = curve.last_mut() {
            *last = recall;
        }
        let begun = whole(mix.mean(|round| round.demand.begun));
        let is_new = |card: &usize| matches!(course.cards.get(*card), Some(Planned::New(_)));
        let left_out: Vec<_> = (0..n_cards).filter(is_new).skip(begun).collect();
        let topics = by_topic(course, mix, topics, begun, recalled);
        Prediction { minutes, recall, curve, topics, left_out }
    }
}

/// What each topic may expect: new cards are begun in the deck's order, and all that is gained comes to `recalled`.
fn by_topic(
    course: &Course,
    mix: &Mix,
    topics: &[Option<usize>],
    begun: usize,
    recalled: f64,
) -> Vec<TopicPrediction> {
    let n_topics = topics.iter().flatten().max().map_or(0, |last| last + 1);
    let empty = |topic| TopicPrediction { topic, cards: 0, recall_idle: 0.0, recall: 0.0, seconds: 0.0 };
    let mut found: Vec<_> = (0..n_topics).map(Some).chain([None]).map(empty).collect();
    let shares: Vec<_> = mix.rounds.iter().map(|(part, round)| (*part, Shares::new(course, round))).collect();
    let n_new = course.cards.iter().filter(|card| matches!(card, Planned::New(_))).count();
    let mut n_left = begun;
    let mut gained = 0.0;
    for (card, topic) in course.cards.iter().zip(topics.iter().copied().chain(std::iter::repeat(None))) {
        let mut expected = Share::default();
        shares.iter().for_each(|(part, shares)| expected.add(*part, shares.card(card)));
        if let Planned::New(_) = card {
            let part = if n_left > 0 { ratio(n_new, begun) } else { 0.0 };
            n_left = n_left.saturating_sub(1);
            (expected.recall, expected.seconds) = (expected.recall * part, expected.seconds * part);
        }
        let Some(sum) = found.get_mut(topic.unwrap_or(n_topics)) else { continue };
        sum.cards += 1;
        sum.recall_idle += f64::from(expected.idle);
        sum.recall += f64::from(expected.recall);
        sum.seconds += f64::from(expected.seconds);
        gained += f64::from(expected.recall - expected.idle);
    }
    // Prices that were not found quite leave more asked for than there is.
    let asked: f64 = found.iter().map(|topic| topic.seconds).sum();
    let per_second = (f64::from(mix.seconds.iter().sum::<f32>()) / asked.max(1.0)).min(1.0);
    let per_gain = if gained > 0.0 { (recalled - course.recall_idle()) / gained } else { 0.0 };
    found.retain(|topic| topic.cards > 0 || topic.topic.is_some());
    for topic in &mut found {
        let gain = (topic.recall - topic.recall_idle) * per_gain;
        topic.recall = share(topic.recall_idle + gain, topic.cards);
        topic.seconds *= per_second;
        topic.recall_idle = share(topic.recall_idle, topic.cards);
    }
    found
}

/// A number of cards, from one that was computed.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn whole(cards: f32) -> usize {
    cards.round() as usize
}

#[allow(clippy::cast_precision_loss)]
fn ratio(a: usize, b: usize) -> f32 {
    a as f32 / b.max(1) as f32
}
