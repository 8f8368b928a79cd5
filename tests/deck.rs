//! The deck format: each part of a card, each fault with its message, and what hostile text becomes.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod util;

use greenroom::deck::{Deck, MAX_DEPTH, Reading};
use util::dump;

/// Checks what a text is read as, its front matter given.
#[track_caller]
fn check(text: &str, expected: &str) {
    let (deck, issues) = Deck::parse(text, "file.md");
    let issues: Vec<_> = issues.iter().map(|issue| format!("! {issue}")).collect();
    let found = [&[dump(&deck)], issues.as_slice()].concat().join("\n");
    assert_eq!(found, expected.trim_matches('\n'));
}

#[test]
fn a_card_with_everything() {
    check(
        "---
title: Behavioral stories
id: pm-behavioral
language: en
license: CC-BY-4.0
minutes: 2
---

About the deck.

# Shipped a product

About the topic.

## What must this story contain? {#points was=shipped-story}

> Tell me about *a launch*.

Lead with the number.

- **Quantified impact**: baseline and target
  - also: numbers, the metric
- **Ownership:** what you decided
- Persona: whose work changed
- Just a title

Afterwards.

### Hint
Think of a number.

### Mnemonic
BOP

### Hint
Think of people.

### Pitfalls
- We, we, we.

### Weak answer
It went well.

### Strong answer
From 12 to 18.

### Why *this* works
Because.

#### Deeper
Still in the section.
",
        "
deck pm-behavioral `Behavioral stories`
  language: en
  license: CC-BY-4.0
  minutes: 2
  about: About the deck.
  topic: Shipped a product
    about: About the topic.
  card points in 0: What must this story contain?
    was: shipped-story
    quote: Tell me about _a launch_.
    headline: Lead with the number.
    point: Quantified impact
      detail: baseline and target
      also: numbers | the metric
    point: Ownership
      detail: what you decided
    point: Persona
      detail: whose work changed
    point: Just a title
    notes: Afterwards.
    hint: Think of a number.
    mnemonic: BOP
    hint: Think of people.
    pitfalls: [We, we, we.]
    weak: It went well.
    strong: From 12 to 18.
    section `Why _this_ works`: Because. / #Deeper / Still in the section.",
    );
}

#[test]
fn points_in_every_form() {
    check(
        "## Points\n
1. **Uno**: detail
2. **Due** - detail
3. **Tre:** detail
4. Plain: detail with *emphasis*
5. Ratio 3:1 is no title
6. A title that goes on and on and on until it is much too long to be one: detail
7. **A** and **B**: both
8. `code`: is not split
9. **Margin**: -20 %
10. **Delta** -5 points
11. **Price:** -3 €
12. **Dash** – stands alone
13. Title
    - nested point
    - also: one, two; three
    - Also:four

    A second paragraph.
",
        "
deck file `file`
  card points: Points
    ranked: Uno
      detail: detail
    ranked: Due
      detail: detail
    ranked: Tre
      detail: detail
    ranked: Plain
      detail: detail with _emphasis_
    ranked: Ratio 3:1 is no title
    ranked: A title that goes on and on and on until it is much too long to be one: detail
    ranked: A
      detail: and *B*: both
    ranked: `code`: is not split
    ranked: Margin
      detail: -20 %
    ranked: Delta
      detail: -5 points
    ranked: Price
      detail: -3 €
    ranked: Dash
      detail: stands alone
    ranked: Title
      detail: [nested point] / A second paragraph.
      also: one | two | three | four",
    );
}

#[test]
fn titles_topics_and_ids() {
    // A title alone is no topic, but it names the ids, so that a second topic changes none of them.
    check(
        "# Launches\n\nIntro.\n\n## One?\n\nYes.\n",
        "deck launches `Launches`\n  about: Intro.\n  card launches/one: One?\n    headline: Yes.",
    );
    check(
        "# Launches\n\nIntro.\n\n# First\n\n## One?\n\nYes.\n\n# Second\n\n## One?\n\nNo.\n",
        "deck launches `Launches`\n  about: Intro.\n  topic: First\n  topic: Second\n  card first/one in 0: One?\n    \
         headline: Yes.\n  card second/one in 1: One?\n    headline: No.",
    );
    check(
        "# First\n\n## One?\n\nYes.\n\n# Second\n\n## Two?\n\nNo.\n",
        "deck first `First`\n  topic: First\n  topic: Second\n  card first/one in 0: One?\n    headline: Yes.\n  \
         card second/two in 1: Two?\n    headline: No.",
    );
    check(
        "---\ntitle: Deck\n---\n## Before any topic\n\nYes.\n\n# Topic {#t was=old}\n\n## In it\n\nNo.\n",
        "deck deck `Deck`\n  topic: Topic\n  card before-any-topic: Before any topic\n    headline: Yes.\n  \
         card t/in-it in 0: In it\n    was: old/in-it\n    headline: No.",
    );
    check("## Only?\n\nYes.\n", "deck file `file`\n  card only: Only?\n    headline: Yes.");
}

#[test]
fn names_last_and_are_never_given_twice() {
    check(
        "## Same {#same}\n\nA.\n\n## Same {#same}\n\nB.\n\n## Two {#same-2}\n\nC.\n\n## Same {#same}\n\nD.\n",
        "deck file `file`\n  card same: Same\n    headline: A.\n  card same-3: Same\n    headline: B.\n  card same-2: \
         Two\n    headline: C.\n  card same-4: Same\n    headline: D.\n! 5:1: a second card with the id `same`: give \
         it another id with {#…}; it is filed as `same-3`\n! 13:1: a second card with the id `same`: give it another \
         id with {#…}; it is filed as `same-4`",
    );
    check(
        "## New {#new was=a was=#b}\n\nA.\n\n## Other {#other was=a}\n\nB.\n",
        "deck file `file`\n  card new: New\n    was: a b\n    headline: A.\n  card other: Other\n    was: a\n    \
         headline: B.\n! 5:1: a `was=` that the card on line 1 has too: let one card have the history; until then \
         both have it",
    );
    check(
        "# T {#t was=old}\n\n## ??? {#own}\n\nA.\n\n# ...\n\n## ???\n\nB.\n",
        "deck t `T`\n  topic: T\n  topic: ...\n  card own in 0: ???\n    headline: A.\n  card topic/card in 1: ???\n    \
         headline: B.",
    );
}

#[test]
fn rich_text() {
    check(
        "## Rich\n
**a** *b* ~~c~~ `d` [e](https://e.example) [f](#f) <https://g.example> <h@i.example>
line\\
break

> quote
> - list

```
code *raw*
```

| a | b |
|---|---|
| 1 | *2* |

***

### Tasks
- [x] done

- [ ] open

3. three
4. four
",
        "
deck file `file`
  card rich: Rich
    headline: *a* _b_ ~c~ `d` <e https://e.example> <f #f> <https://g.example https://g.example> \
         <h@i.example mailto:h@i.example> line⏎break / >quote / [list]< / code(code *raw*) / \
         table(a|b; 1|_2_) / ---
    section `Tasks`: [[x] done; [ ] open] / 3[three; four]",
    );
}

#[test]
fn html_becomes_text_and_comments_go() {
    check(
        "## Hostile\n
<script>alert(1)</script>

<!-- a note
to myself -->

<!-- a --> kept <!-- b -->

An <img src=x onerror=alert(1)> and <!-- hidden --> &lt;b&gt; &copy;

[run](javascript:alert(1)) ![track](https://evil.example/p.gif) ![own](own.png)
",
        "
deck file `file`
  card hostile: Hostile
    headline: <script>alert(1)</script> / <!-- a --> kept <!-- b --> / An <img src=x onerror=alert(1)> and  <b> © / run track !own!
! 3:1: HTML `<script>alert(1)</script>`: write Markdown instead, or put it in `backticks`; it is shown as text
! 8:1: HTML `<!-- a --> kept <!-- b -->`: write Markdown instead, or put it in `backticks`; it is shown as text
! 10:4: HTML `<img src=x onerror=alert(1)>`: write Markdown instead, or put it in `backticks`; it is shown as text
! 12:1: link to `javascript:alert(1)`: link to an https: or mailto: address or to a #place in the page; the words \
         are kept
! 12:28: picture from `https://evil.example/p.gif`: put the picture beside the deck and name it by its path, or \
         embed it as data:image/png;base64 (png, jpeg, webp, gif or avif, at most 200 KB); its description is kept",
    );
}

#[test]
fn braces_at_the_end_of_a_heading_hold_names_alone() {
    check(
        "## Reach is {reach}\n\n= 144M\n\n## Choose {.right}\n\nThis.\n\n## Gap at the {{end}}\n\n## Who? {#who was=x}\n\nYou.\n",
        "deck file `file`\n  card reach-is: Reach is\n    number: 144M\n  card choose: Choose\n    headline: This.\n  card \
         gap-at-the gap 0: Gap at the [end]\n  card who: Who?\n    was: x\n    headline: You.\n! 1:1: `{… reach …}` at \
         the end of a heading: braces there hold {#id was=old}; put words of the prompt in `backticks` or move them\n! \
         5:1: `{… right …}` at the end of a heading: braces there hold {#id was=old}; put words of the prompt in \
         `backticks` or move them",
    );
}

#[test]
fn every_fault_is_named_and_the_good_cards_stay() {
    check(
        "---
titel: Typo
title: Faults
title: Again
minutes: soon
no colon here
---

### Orphan

## {#no-prompt}

Lost.

## Same

One.

## Same

- a

- **:** no title

Text.

* second list

## Empty

### Hint
Only help.

## Renamed {#new was=same}

Yes.

###

No title.
",
        "
deck faults `Faults`
  about: #Orphan
  card same: Same
    headline: One.
  card same-2: Same
    point: a
    notes: Text. / [second list]
  card empty: Empty
    hint: Only help.
  card new: Renamed
    was: same
    headline: Yes.
    section ``: No title.
! 2:1: unknown front matter key `titel`: use one of title, id, language, license, minutes, author, facets; the line \
         is ignored
! 4:1: a second `title`: keep one of them; the first is used
! 5:1: minutes `soon`: write a whole number from 1 to 600
! 6:1: front matter line `no colon here`: write `key: value`
! 9:1: `### Orphan` outside a card: put it below a ## heading; it is shown as text
! 11:1: card without a prompt: write the question after the ##; the card is left out
! 19:1: a second card with the id `same`: give it another id with {#…}; it is filed as `same-2`
! 23:1: key point without a title: begin it with a few words; it is left out
! 27:1: a second list in the answer: join it to the first, or put it below a ### heading; it is shown, but its items \
         are not key points
! 29:1: card without an answer: write the answer below the heading
! 34:1: `was=same` names a card that is still in the deck: remove the was= or rename that card; until then both have \
         its history
! 38:1: section without a title: write its title after the ###",
    );
}

#[test]
fn front_matter_that_never_ends_is_read_as_text() {
    // Between two rules stands text.
    check(
        "---\n\n## One?\n\nYes.\n\n---\n",
        "deck file `file`\n  about: ---\n  card one: One?\n    headline: Yes. / ---",
    );
    check(
        "---\ntitle:\ntitle: X\nminutes: 0\n# a comment\n...\n\n## One?\n\nYes.\n",
        "deck x `X`\n  card one: One?\n    headline: Yes.\n! 4:1: minutes `0`: write a whole number from 1 to 600",
    );
    check(
        "---\ntitle: X\n\n## One?\n\nYes.\n",
        "deck file `file`\n  about: --- / title: X\n  card one: One?\n    headline: Yes.\n! 1:1: front matter without \
         an end: close it with a line of three hyphens; the file is read as if it had none",
    );
}

#[test]
fn empty_and_strange_files() {
    let no_cards = "! 1:1: a deck without cards: write a question as a heading: `## What is …?`";
    check("", &format!("deck file `file`\n{no_cards}"));
    check("\u{feff}", &format!("deck file `file`\n{no_cards}"));
    check("Just text.", &format!("deck file `file`\n  about: Just text.\n{no_cards}"));
    check(
        "\u{feff}---\r\ntitle: \"Quoted\"\r\n---\r\n\r\n## A?\r\n\r\nB.\r\n",
        "deck quoted `Quoted`\n  card a: A?\n    headline: B.",
    );
}

#[test]
fn columns_count_characters() {
    check(
        "## Ünïcödé\n\näöü <b>x</b>\n",
        "deck file `file`\n  card ünïcödé: Ünïcödé\n    headline: äöü <b>x</b>\n! 3:5: HTML `<b>`: write Markdown \
         instead, or put it in `backticks`; it is shown as text\n! 3:9: HTML `</b>`: write Markdown instead, or put \
         it in `backticks`; it is shown as text",
    );
}

#[test]
fn nesting_is_bounded_and_keeps_the_text() {
    let quotes = format!("## Deep\n\n{} bottom\n", ">".repeat(500));
    let (deck, issues) = Deck::parse(&quotes, "");
    assert!(dump(&deck).contains("bottom"));
    let issue = issues.last().unwrap().to_string();
    assert!(issue.ends_with("without its innermost lists and quotes"), "{issue}");
    let lists: String = (0..200).map(|depth| format!("{}- x\n", "  ".repeat(depth))).collect();
    let (deck, _) = Deck::parse(&format!("## Deep\n\n### Section\n\n{lists}"), "");
    let text = dump(&deck);
    assert_eq!(text.matches('x').count(), 200);
    assert!(text.matches('[').count() <= MAX_DEPTH);
    // Lists and tables at the limit keep their words, and the words stay apart.
    for depth in 18..MAX_DEPTH + 4 {
        let quotes = "> ".repeat(depth);
        let text = format!(
            "## Deep\n\nA.\n\n{quotes}- one\n{quotes}- two\n\n{quotes}| a | b |\n{quotes}|---|---|\n{quotes}| c | d |\n"
        );
        let words = dump(&Deck::parse(&text, "").0);
        for word in ["one", "two"].iter().chain(&["a", "b", "c", "d"]) {
            let is_letter = |c: char| c.is_ascii_alphabetic();
            assert!(words.split(|c| !is_letter(c)).any(|found| found == *word), "{depth} {word}: {words}");
        }
    }
    // Emphasis is wrapped as deep.
    let stars = format!("## Deep\n\n{}x{}\n", "*a ".repeat(3000), " a*".repeat(3000));
    assert!(dump(&Deck::parse(&stars, "").0).contains('x'));
}

#[test]
fn many_faults_are_summed_up_and_found_in_no_time() {
    let links = "[a](x) ".repeat(100_000);
    let (_, issues) = Deck::parse(&format!("## Links\n\n{links}\n"), "");
    assert_eq!(issues.len(), 501);
    assert_eq!((issues[499].line, issues[499].column), (3, 1 + 499 * 7));
    assert_eq!(issues[500].found, "99500 more problems");
    let same = "## Same\n\nA.\n\n".repeat(20_000);
    let taken: String = (0..20_000).map(|number| format!("## Same {number}\n\nA.\n\n")).collect();
    let (deck, _) = Deck::parse(&format!("{same}{taken}"), "");
    let mut keys: Vec<_> = deck.cards.iter().map(|card| card.id.key()).collect();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), 40_000);
}

#[test]
fn the_line_of_each_card_is_told() {
    let reading = Reading::of(
        "---\r\ntitle: X\r\n---\r\n# T\r\n\r\n## One?\r\n\r\nYes.\r\n\r\n## {{Two}} {{gaps}}\r\n",
        "",
        None,
    );
    assert_eq!(reading.lines, [6, 10, 10]);
    assert_eq!(reading.lines.len(), reading.deck.cards.len());
}

#[test]
fn cards_that_would_lose_their_history_are_told() {
    let former = "# A\n\n## One?\n\nYes.\n\n## Two?\n\nNo.\n\n## Three?\n\nMaybe.\n\n# B\n\n## {{Four}} gaps {{here}}\n";
    let (former, _) = Deck::parse(former, "");
    let told = |text: &str| {
        let issues = Reading::of(text, "", Some(&former)).issues;
        issues
            .iter()
            .map(|issue| issue.to_string().split(':').take(3).collect::<Vec<_>>().join(":"))
            .collect::<Vec<_>>()
    };
    let rest = "## Three?\n\nMaybe.\n\n# B\n\n## {{Four}} gaps {{here}}\n";
    // Unchanged, an answer edited, a card added, a name handed on.
    assert_eq!(
        told(&format!(
            "# A\n\n## One?\n\nYes!\n\n## New?\n\nNew.\n\n## Second? {{#second was=a/two}}\n\nNo.\n\n{rest}"
        )),
        [""; 0]
    );
    // A heading renamed, a card gone.
    assert_eq!(
        told(&format!("# A\n\n## Uno?\n\nYes.\n\n{rest}")),
        ["1:1: the card `a/two` is gone", "3:1: `a/uno`, which was `a/one` before"]
    );
    // What has no answer is no successor, and each has but one.
    let (bare, _) =
        Deck::parse("## The {{a}} is big\n\n## A?\n\n### S\nx\n\n## B?\n\nSame.\n\n## C?\n\nSame.\n", "");
    let issues =
        Reading::of("## Wholly {{other}} thing\n\n## D?\n\n### T\ny\n\n## E?\n\nSame.\n", "", Some(&bare))
            .issues;
    let found: Vec<_> = issues.iter().map(|issue| issue.found.as_str()).collect();
    assert_eq!(
        found,
        [
            "the card `the-is-big` is gone",
            "the card `a` is gone",
            "the card `c` is gone",
            "`e`, which was `b` before"
        ]
    );
    // Steps and variants are an answer too.
    let (steps, _) = Deck::parse("## A?\n\n### Step 1: One\nx\n", "");
    let found = |text: &str| Reading::of(text, "", Some(&steps)).issues[0].found.clone();
    assert_eq!(found("## B?\n\n### Step 1: One\nx\n"), "`b`, which was `a` before");
    assert_eq!(found("## B?\n\n### Step 1: One\ny\n"), "the card `a` is gone");
    // A topic renamed: its cards still ask the same.
    assert_eq!(
        told(
            "# A\n\n## One?\n\nYes.\n\n## Two?\n\nNo.\n\n## Three?\n\nMaybe.\n\n# C\n\n## {{Four}} gaps {{here}}\n"
        ),
        ["17:1: `c/gaps`, which was `b/gaps` before"]
    );
}

#[test]
fn a_small_text_makes_no_large_deck() {
    let parsed = |text: &str| Deck::parse(text, "");
    let told = |text: &str| parsed(text).1.iter().map(|issue| issue.found.clone()).collect::<Vec<_>>();
    let gaps = format!("## {}\n\nAnswer.\n", "{{a}} ".repeat(20_000));
    assert_eq!(parsed(&gaps).0.cards.len(), 50);
    assert_eq!(told(&gaps), ["a prompt of more than 50 gaps"]);
    let grid = format!(
        "---\ntitle: x\nfacets:\n  F: {}\n---\n# {}\n\n## F\n\nA.\n",
        "{topic}".repeat(10_000),
        "x".repeat(100_000)
    );
    assert_eq!(told(&grid)[0], "facet `F` beyond what a grid can hold");
    let grid = format!(
        "---\ntitle: x\nfacets:\n  F: {}\n---\n# {}\n\n## F\n\nA.\n",
        "{topic}".repeat(70),
        "x".repeat(100_000)
    );
    assert_eq!(greenroom::deck::plain_text(&parsed(&grid).0.cards[0].prompt.title).len(), 70 * 200);
    let names: String = (0..5_000).map(|name| format!(" was=a{name}")).collect();
    let former = format!("# T {{#t{names}}}\n\n{}", "## Q?\n\nA.\n\n".repeat(500));
    assert!(parsed(&former).0.cards.iter().all(|card| card.was.len() <= 20));
    let options: String = (0..5_000).map(|option| format!("- [ ] {option}\n")).collect();
    assert_eq!(told(&format!("## Q?\n\n- [x] y\n{options}")), ["a choice of more than 64 options"]);
    let inputs: String = (0..5_000).map(|input| format!("{{i{input}: 1..2}} ")).collect();
    assert!(told(&format!("## {inputs}?\n\n= i1\n")).len() < 100);
    let braces = "{{".repeat(200_000);
    assert!(told(&format!("## {braces}\n\nA.\n")).len() < 30);
    let accepted: String = (0..20_000).map(|answer| format!("{answer} |")).collect();
    parsed(&format!("## Q?\n\n= x | {accepted}\n"));
    let facets: String = (0..20_000).map(|facet| format!("  f{facet}: q?\n")).collect();
    parsed(&format!("---\ntitle: x\nfacets:\n{facets}---\n# T\n\n{}", "## f1\n\nA.\n\n".repeat(5_000)));
}

#[test]
fn the_real_decks_have_no_faults() {
    for entry in std::fs::read_dir("www/decks").unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "md") {
            let (deck, issues) = Deck::parse(&std::fs::read_to_string(&path).unwrap(), "");
            assert_eq!(issues, [], "{}", path.display());
            assert!(deck.cards.len() >= 10, "{}", path.display());
        }
    }
}

#[test]
fn the_behavioral_deck_covers_its_nine_prompts() {
    let text = std::fs::read_to_string("www/decks/behavioral.md").unwrap();
    let (deck, _) = Deck::parse(&text, "");
    assert_eq!((deck.id.0.as_str(), deck.topics.len()), ("pm-behavioral", 9));
    for topic in 0..deck.topics.len() {
        let cards: Vec<_> = deck.cards.iter().filter(|card| card.topic == Some(topic)).collect();
        assert!(cards.len() >= 4, "{}", deck.topics[topic].title);
        let must_have = cards[0];
        assert!((5..=7).contains(&must_have.points().len()), "{}", must_have.id.0);
        assert!(!must_have.help.is_empty() && !must_have.pitfalls.is_empty(), "{}", must_have.id.0);
        assert!(must_have.points().iter().all(|point| !point.also.is_empty()), "{}", must_have.id.0);
        let kinds: Vec<_> = must_have.sections.iter().map(|section| section.kind).collect();
        assert!(kinds.contains(&greenroom::deck::SectionKind::Weak), "{}", must_have.id.0);
        assert!(kinds.contains(&greenroom::deck::SectionKind::Strong), "{}", must_have.id.0);
    }
}
