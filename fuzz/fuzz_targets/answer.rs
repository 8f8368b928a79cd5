//! Any answer to any point of any question is read without a panic, scores from 0 to 1, and knows where its words stand.
#![no_main]

use std::rc::Rc;

use greenroom::deck::{Deck, Strictness};
use greenroom::score::{Answer, Corpus, DecimalMark, Expected, KnownWords, NumberVerdict, PointText, Rubric, ShortVerdict};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|texts: (&str, &str, &str)| {
    let (question, point, answer) = texts;
    let corpus = Rc::new(Corpus::new("en", [point]));
    let text = PointText { title: point.into(), detail: question.into(), also: vec![point.into()], offset: 0.0 };
    let rubric = Rubric::new(&corpus, question, &[text], Strictness::Normal, &[point.to_owned()]);
    let read = Answer::new(answer, &corpus);
    for found in rubric.assess(&read).points {
        assert!((0.0..=1.0).contains(&found.score));
        assert!(found.words.iter().all(|word| answer.get(word.clone()).is_some()));
    }
    rubric.pitfalls(&read);
    assert!((0.0..=1.0).contains(&ShortVerdict::of(answer, &[point], &KnownWords::of([question])).credit()));
    let deck = Deck::parse("## Q\n\n= $1.2M ± 5%\n", "").0;
    if let Some(number) = deck.cards.first().and_then(|card| card.number()) {
        let expected = Expected::of(number, &number.draw(0)).unwrap();
        let verdict = NumberVerdict::of(answer, &expected, DecimalMark::Point);
        assert!((0.0..=1.0).contains(&verdict.credit()));
    }
});
