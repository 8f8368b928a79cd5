//! How answers are scored: what must hold whatever the text, and the tricks that must not pay.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

use std::rc::Rc;

use greenroom::deck::{Deck, Strictness};
use greenroom::score::{Answer, Assessment, Corpus, Coverage, Language, PointText, Remark, Rubric};
use proptest::prelude::*;

const QUESTION: &str = "How would you decide whether to launch a cheaper subscription tier?";

/// Title, detail, other words, and a sentence in which a candidate says it in their own words.
const POINTS: [(&str, &str, &[&str], &str); 6] = [
    (
        "Clarify the goal",
        "which business objective the tier serves, such as revenue or retention",
        &["objective", "what the company wants"],
        "First I want to know what the company is trying to achieve with it: more revenue, or fewer people leaving.",
    ),
    (
        "Segment the customers",
        "which group of users would buy it, and why",
        &["cohort", "persona"],
        "Then I would look at cohorts, say students and families, and ask which group would buy it.",
    ),
    (
        "Willingness to pay",
        "surveys or price experiments that show how much people would pay",
        &["pricing test", "price sensitivity"],
        "I would run a price experiment in two small countries to see how much people are willing to pay.",
    ),
    (
        "Cannibalization",
        "how many premium subscribers would downgrade to the cheaper plan",
        &["trade down", "downgrade"],
        "A risk is that premium subscribers downgrade to the cheaper plan, so I model that loss.",
    ),
    (
        "Guardrail metrics",
        "a figure that would stop the rollout if it got worse",
        &["guardrail", "stop rule"],
        "I set a guardrail: if churn gets worse by two points, we stop the rollout.",
    ),
    (
        "Rollout plan",
        "start with a small share of the market and widen it in steps",
        &["staged rollout", "phased launch"],
        "We would begin with a small share of the market and widen it step by step.",
    ),
];

/// Another question's answer.
const OTHER: &str = "I apologized to the hospital the same day, wrote down a timeline of the outage with the engineers, and we \
    agreed on two changes to our alerts so that the on-call person hears of it within five minutes.";

/// General talk that was not known when the scorer was written.
const TALK: &str = "That's an interesting one, and I get it a lot. Honestly it depends. What I normally do is take a step back, \
    make sure that I have heard everybody, and write things down. I like to keep an open mind and bring people along. In my \
    last role there were many moving parts, and I learned that communication is everything, so I set up a weekly meeting and \
    shared notes. I would gather some input, think about the short and the long run, weigh the pros and cons, and come back \
    with a proposal. Then I would get feedback, adjust, and try again. At the end of the day it is about being flexible, \
    staying close to the team and keeping the big picture in view. I am also a big believer in celebrating small wins and in \
    being transparent when something does not go as planned, because that is how trust grows over time in any organization.";

fn rubric() -> (Rc<Corpus>, Rubric) {
    let points = POINTS.iter().map(|(title, detail, also, _)| PointText {
        title: (*title).to_owned(),
        detail: (*detail).to_owned(),
        also: also.iter().map(|also| (*also).to_owned()).collect(),
        offset: 0.0,
    });
    let texts: Vec<String> = POINTS.iter().map(|(title, detail, ..)| format!("{title}. {detail}")).collect();
    let corpus = Rc::new(Corpus::new("en", texts.iter().map(String::as_str)));
    let rubric = Rubric::new(&corpus, QUESTION, &points.collect::<Vec<_>>(), &[]);
    (corpus, rubric)
}

thread_local! {
    /// Compiled once: without optimization that takes longer than all answers.
    static COMPILED: (Rc<Corpus>, Rubric) = rubric();
}

fn assess(answer: &str) -> Assessment {
    COMPILED.with(|(corpus, rubric)| rubric.assess(&Answer::new(answer, corpus)))
}

/// How many points come out so.
fn count(answer: &str, wanted: Coverage) -> usize {
    assess(answer).points.iter().filter(|point| point.coverage == wanted).count()
}

fn found(answer: &str) -> usize {
    count(answer, Coverage::Found)
}

fn whole() -> String {
    POINTS.iter().map(|(.., said)| *said).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_sentence_that_says_a_point_is_found_for_it_and_for_no_other() {
    for (index, (title, .., said)) in POINTS.iter().enumerate() {
        let points = assess(said).points;
        assert_eq!(points[index].coverage, Coverage::Found, "{title}: {points:?}");
        let others = points.iter().enumerate().filter(|(other, _)| *other != index);
        for (other, point) in others {
            assert_ne!(point.coverage, Coverage::Found, "{said} for {}", POINTS[other].0);
        }
    }
    assert_eq!(found(&whole()), POINTS.len());
}

#[test]
fn the_words_that_matched_are_in_the_answer() {
    let answer = "Über alles: guardrails – a stop rule, so that we halt the rollout. 🙂";
    let point = assess(answer).points.swap_remove(4);
    let words: Vec<_> = point.words.iter().map(|word| &answer[word.clone()]).collect();
    assert!(words.contains(&"guardrails") && words.contains(&"stop rule"), "{words:?}");
    assert!(point.words.is_sorted_by_key(|word| word.start));
}

#[test]
fn the_question_pasted_earns_nothing() {
    let answer = format!("{QUESTION} {QUESTION}");
    assert_eq!((found(&answer), count(&answer, Coverage::Touched)), (0, 0));
    assert_eq!(assess(&answer).remark, Some(Remark::Echo));
    // Nor does it spoil an answer.
    assert_eq!(found(&format!("{QUESTION} {}", whole())), POINTS.len());
}

#[test]
fn an_answer_to_another_question_earns_nothing() {
    assert_eq!(found(OTHER), 0);
    assert_eq!(found(&format!("{QUESTION} {OTHER}")), 0);
}

#[test]
fn general_talk_earns_nothing_and_hides_nothing() {
    assert_eq!(found(TALK), 0);
    let generic = "Thank you, that is a great question. I think there are a few different things to consider here, and in \
        my experience it is important to understand the problem and the goals, talk to the people involved, look at the data \
        and then decide what to do. I would make a list of options, choose the best one, try it on a small scale, measure how \
        well it is working and change it if needed.";
    assert_eq!(found(generic), 0);
    assert_eq!(assess(generic).remark, Some(Remark::Padding));
    for at in [0, TALK.find("Then I would").unwrap(), TALK.len()] {
        let (before, after) = TALK.split_at(at);
        assert!(found(&format!("{before} {} {after}", whole())) >= POINTS.len() - 1);
    }
}

#[test]
fn what_touches_a_point_in_a_few_words_may_not_in_many() {
    // Parts of sentences that say a point, alone and in talk that says nothing.
    let (mut least_touched, mut most_missing) = (1.0_f64, 0.0_f64);
    for (index, (.., said)) in POINTS.iter().enumerate() {
        let words: Vec<_> = said.split(' ').collect();
        for part in (1..6).flat_map(|n_words| words.windows(n_words)) {
            let alone = part.join(" ");
            let within = format!("{TALK} {alone}.");
            let [alone, within] = [alone, within].map(|answer| assess(&answer).points.swap_remove(index));
            if alone.coverage == Coverage::Touched {
                least_touched = least_touched.min(alone.score);
            }
            if within.coverage == Coverage::Missing {
                most_missing = most_missing.max(within.score);
            }
        }
    }
    assert!(most_missing > least_touched, "{most_missing} {least_touched}");
}

#[test]
fn key_words_in_a_row_are_called_that() {
    let words = "objective revenue retention customers segment price experiment subscribers downgrade guardrail rollout \
        metric cohort survey premium cheaper plan market";
    assert_eq!(assess(words).remark, Some(Remark::KeywordList));
    for answer in [whole(), TALK.to_owned(), OTHER.to_owned()] {
        assert_ne!(assess(&answer).remark, Some(Remark::KeywordList));
    }
}

#[test]
fn a_point_turned_around_is_not_found() {
    for (index, answer) in [
        (3, "Premium subscribers would not downgrade to the cheaper plan."),
        (3, "We do not need to worry about premium subscribers downgrading."),
        (4, "We never set a guardrail that would stop the rollout if it got worse."),
        (5, "I wouldn't start with a small share of the market."),
    ] {
        let point = assess(answer).points.swap_remove(index);
        assert_ne!(point.coverage, Coverage::Found, "{answer}: {point:?}");
    }
    // What is said of people by a "who don't" is not said of the point.
    let point = PointText {
        title: "Commitment to act".into(),
        detail: "people outside your team go and do it".into(),
        ..PointText::default()
    };
    let corpus = Rc::new(Corpus::new("en", [point.detail.as_str()]));
    let rubric = Rubric::new(&corpus, "How does the story end?", &[point], &[]);
    let answer = Answer::new("It ends when people who don't work for me go and do it: they act.", &corpus);
    assert_ne!(rubric.assess(&answer).points[0].coverage, Coverage::Contradicted);
    let contradicted = "Premium subscribers would never downgrade to the cheaper plan.";
    assert_eq!(assess(contradicted).points[3].coverage, Coverage::Contradicted);
    // A "not" that belongs to another claim, the first to a word that is in the detail of a point named before.
    let point = PointText {
        title: "Pain".into(),
        detail: "how badly it hurts today, as a level with evidence".into(),
        ..PointText::default()
    };
    let rubric = Rubric::new(&corpus, "Which steps make up the walk?", &[point], &[]);
    let answer = Answer::new("I pick the group with the biggest pain, and we don't hurt retention.", &corpus);
    assert_eq!(rubric.assess(&answer).points[0].coverage, Coverage::Found);
    let point = PointText {
        title: "Name the problem".into(),
        detail: "what problem it solves".into(),
        ..PointText::default()
    };
    let rubric = Rubric::new(&corpus, "What is missing?", &[point], &[]);
    let answer = Answer::new("Today nobody can tell what problem it solves.", &corpus);
    assert_eq!(rubric.assess(&answer).points[0].coverage, Coverage::Found);
}

#[test]
fn a_word_that_is_turned_around_is_no_reproach() {
    let point = PointText {
        title: "Life after release".into(),
        detail: "enablement, follow-up and sustained use".into(),
        ..PointText::default()
    };
    let corpus = Rc::new(Corpus::new("en", [point.detail.as_str()]));
    let rubric = Rubric::new(&corpus, "What is the interviewer listening for?", &[point], &[]);
    let coverage = |answer: &str| rubric.assess(&Answer::new(answer, &corpus)).points[0].coverage;
    assert_ne!(coverage("They want results, not that we released stuff."), Coverage::Contradicted);
    assert_eq!(coverage("There is no life after the release and no sustained use."), Coverage::Contradicted);
}

/// One point with these phrases besides.
fn coverage_by(also: &[&str], answer: &str) -> Coverage {
    let point = PointText {
        title: "Name the missing act".into(),
        detail: "what was yours to do and stayed undone".into(),
        also: also.iter().map(|also| (*also).to_owned()).collect(),
        offset: 0.0,
    };
    let corpus = Rc::new(Corpus::new("en", [point.detail.as_str()]));
    let rubric = Rubric::new(&corpus, "What do you say about a shared failure?", &[point], &[]);
    rubric.assess(&Answer::new(answer, &corpus)).points[0].coverage
}

#[test]
fn a_phrase_of_the_author_is_found_as_it_is_meant() {
    let check =
        |phrase, answer: &str, expected| assert_eq!(coverage_by(&[phrase], answer), expected, "{answer}");
    check("I skipped the review", "It broke, and I skipped the review.", Coverage::Found);
    check("I skipped the review", "It broke, though I never skipped the review.", Coverage::Missing);
    // Small words may stand between those that count, and in a phrase that has one that does.
    check("skipped review", "It broke, as I skipped her review.", Coverage::Found);
    check("asked why", "I asked him why.", Coverage::Found);
    // One of small words alone touches a point, unless it is denied.
    check("I could have", "It could have been better, and I could have been there.", Coverage::Touched);
    check("I could have", "There was nothing I could have done.", Coverage::Missing);
}

#[test]
fn the_question_with_talk_between_is_an_echo() {
    let remark = |answer| assess(answer).remark;
    let answer =
        "Whether to launch the cheaper subscription tier depends on how good it is to launch a cheaper tier.";
    assert_eq!(remark(answer), Some(Remark::Echo));
    assert_ne!(
        remark(
            "It depends on many things, and I would want to talk to people and try to understand them first."
        ),
        Some(Remark::Echo)
    );
}

#[test]
fn a_text_retold_with_one_not_more_is_not_found_wherever_it_stands() {
    let reference = "Customers who leave within a month, as a part of those at its beginning, tell how fast a product \
                     loses people, and the sum of what they paid tells what it costs.";
    let corpus = Rc::new(Corpus::new("en", [reference]));
    let rubric = Rubric::of_reference(&corpus, "What is churn?", reference);
    let coverage = |answer: &str| rubric.assess(&Answer::new(answer, &corpus)).points[0].coverage;
    assert_eq!(coverage(reference), Coverage::Found);
    let words: Vec<_> = reference.split(' ').collect();
    for at in 0..words.len() {
        let (before, behind) = words.split_at(at);
        let answer = [before, &["not"], behind].concat().join(" ");
        assert_ne!(coverage(&answer), Coverage::Found, "{answer}");
    }
}

#[test]
fn what_is_not_done_is_said_with_a_not() {
    let points = ["Skip for tiny fixes", "Pricing page"].map(|title| PointText {
        title: title.into(),
        detail: "copy edits and low-risk changes need a ticket, no document".into(),
        ..PointText::default()
    });
    let corpus = Rc::new(Corpus::new("en", points.iter().map(|point| point.detail.as_str())));
    let rubric = Rubric::new(&corpus, "When do you write one?", &points, &[]);
    let answer = Answer::new("I would not write one for tiny fixes, such as copy edits.", &corpus);
    let coverage = rubric.assess(&answer).points.iter().map(|point| point.coverage).collect::<Vec<_>>();
    assert_eq!(coverage, [Coverage::Found, Coverage::Touched]);
}

#[test]
fn misspelt_words_are_still_words() {
    // Every fourth long word has two letters swapped.
    let mut n_long = 0;
    let misspelt: Vec<String> = whole()
        .split(' ')
        .map(|word| {
            let mut letters: Vec<char> = word.chars().collect();
            n_long += usize::from(letters.len() > 5);
            if letters.len() > 5 && n_long % 4 == 0 {
                letters.swap(2, 3);
            }
            letters.into_iter().collect()
        })
        .collect();
    assert!(found(&misspelt.join(" ")) >= POINTS.len() - 1);
    assert_eq!(found("guardrial metrcs that would stop the rolout"), 1);
}

#[test]
fn strictness_and_corrections_raise_and_lower_what_counts() {
    let (corpus, _) = rubric();
    let text = format!("## Q\n\n- **Guardrail metrics**: {}\n", POINTS[4].1);
    let (deck, _) = Deck::parse(&text, "q.md");
    let coverage = |strictness, offset| {
        let mut point = PointText::of(&deck.cards[0].points()[0], strictness);
        point.offset += offset;
        let rubric = Rubric::new(&corpus, QUESTION, &[point], &[]);
        rubric.assess(&Answer::new("I would watch a metric or a figure of some kind.", &corpus)).points[0]
            .coverage
    };
    let all = [
        coverage(Strictness::Strict, 0.1),
        coverage(Strictness::Strict, 0.0),
        coverage(Strictness::Normal, 0.0),
        coverage(Strictness::Lenient, 0.0),
        coverage(Strictness::Lenient, -0.2),
    ];
    let rank = |coverage: &Coverage| match coverage {
        Coverage::Missing => 0,
        Coverage::Touched => 1,
        _ => 2,
    };
    assert!(all.is_sorted_by_key(rank), "{all:?}");
    assert_ne!(all[0], all[4], "{all:?}");
}

#[test]
fn other_languages_are_read_as_they_are_written_or_not_at_all() {
    let german =
        ["Der Empfänger bestätigt den Erhalt der Nachricht", "Die Nachricht wird verschlüsselt übertragen"];
    let corpus = Rc::new(Corpus::new("de", german));
    let points: Vec<_> = german
        .iter()
        .map(|detail| PointText { detail: (*detail).to_owned(), ..PointText::default() })
        .collect();
    let rubric = Rubric::new(&corpus, "Wie läuft die Übertragung ab?", &points, &[]);
    let answer = Answer::new("Zuerst bestätigt der Empfänger, dass er die Nachricht erhalten hat.", &corpus);
    let found: Vec<_> = rubric.assess(&answer).points.iter().map(|point| point.coverage).collect();
    assert_eq!(found, [Coverage::Found, Coverage::Missing]);
    let chinese = Rc::new(Corpus::new("zh", ["明确目标"]));
    assert_eq!(chinese.language(), Language::Unspaced);
    let rubric = Rubric::of_reference(&chinese, "怎么办?", "明确目标");
    assert_eq!(rubric.assess(&Answer::new("明确目标", &chinese)).points[0].coverage, Coverage::Unscored);
}

#[test]
fn nothing_is_scored_as_nothing() {
    for answer in ["", "   \n", "…", "🙂", "\u{301}"] {
        let assessment = assess(answer);
        assert!(
            assessment.points.iter().all(|point| point.score == 0.0 && point.coverage == Coverage::Missing),
            "{answer:?}"
        );
    }
    let corpus = Rc::new(Corpus::new("", []));
    let rubric = Rubric::of_reference(&corpus, "", "");
    assert_eq!(rubric.assess(&Answer::new("anything", &corpus)).points[0].score, 0.0);
}

/// Answers as people write them, and what nobody would.
fn texts() -> impl Strategy<Value = String> {
    let words = [
        "guardrail",
        "downgrade",
        "not",
        "the",
        "goal,",
        "never",
        "would",
        "segment.",
        "customers",
        "don't",
        "pay",
        "🙂",
        "1,200.5",
    ];
    prop_oneof![
        prop::collection::vec(prop::sample::select(words.to_vec()), 0..120).prop_map(|words| words.join(" ")),
        r"\PC{0,200}",
        "[a-zA-Z'’ .,;\n]{0,300}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn scores_are_from_nothing_to_all_and_always_the_same(answer in texts()) {
        let assessment = assess(&answer);
        for point in &assessment.points {
            prop_assert!((0.0..=1.0).contains(&point.score));
            for word in &point.words {
                prop_assert!(answer.get(word.clone()).is_some_and(|word| !word.is_empty()));
            }
        }
        prop_assert!((0.0..=1.0).contains(&assessment.score()));
        prop_assert_eq!(assess(&answer), assessment);
    }

    #[test]
    fn any_text_can_be_a_point_and_a_question(point in texts(), question in texts(), answer in texts(), tag in "(en|de|ja|)") {
        let corpus = Rc::new(Corpus::new(&tag, [point.as_str()]));
        let rubric = Rubric::of_reference(&corpus, &question, &point);
        let assessment = rubric.assess(&Answer::new(&answer, &corpus));
        prop_assert!((0.0..=1.0).contains(&assessment.points[0].score));
    }

    #[test]
    fn adding_what_a_point_says_never_lowers_it(answer in texts(), point in 0..POINTS.len()) {
        let (_, detail, ..) = POINTS[point];
        let before = assess(&answer).points[point].score;
        let after = assess(&format!("{answer}. {}. {detail}.", POINTS[point].0)).points[point].score;
        prop_assert!(after >= before - 1e-9, "{before} {after}");
    }
}

/// The same figure stands in wasm-tests/common: native and WebAssembly agree.
#[test]
fn a_score_is_pinned() {
    let reference = "Customers who leave within a month, as a part of those at its beginning";
    let corpus = Rc::new(Corpus::new("", [reference]));
    let rubric = Rubric::of_reference(&corpus, "What is churn?", reference);
    let answer = "We lose accounts, so the logo churn: customers who are gone – that's no revenue.";
    assert_eq!(format!("{:.9}", rubric.assess(&Answer::new(answer, &corpus)).score()), "0.541439931");
}
