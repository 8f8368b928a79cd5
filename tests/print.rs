//! Decks print back to text that is read as the same deck.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod util;

use greenroom::deck::Deck;
use proptest::prelude::*;

/// Checks that the deck of a text is read back from its print, and that printing it again changes nothing.
fn round_trip(text: &str) -> Result<(), String> {
    let deck = Deck::parse(text, "").0;
    let printed = deck.print();
    // No Markdown stands for these without a link that is refused or the like.
    let form = format!("{deck:?}");
    if ["Paragraph { content: [] }", "Text { text: \"\" }"].iter().any(|empty| form.contains(empty)) {
        return Ok(());
    }
    let back = Deck::parse(&printed, "").0;
    if back != deck {
        return Err(format!(
            "--- text\n{text}\n--- printed\n{printed}\n--- deck\n{}\n--- read back\n{}\n--- {}",
            util::dump(&deck),
            util::dump(&back),
            first_difference(&format!("{deck:#?}"), &format!("{back:#?}")),
        ));
    }
    let again = back.print();
    if again != printed {
        return Err(format!("--- printed\n{printed}\n--- again\n{again}"));
    }
    let has_code = printed.contains("```");
    if let Some(line) = printed.lines().find(|line| line.ends_with(' ') && !has_code) {
        return Err(format!("space at the end of `{line}`\n--- text\n{text}\n--- printed\n{printed}"));
    }
    Ok(())
}

fn first_difference(one: &str, other: &str) -> String {
    let pair = one.lines().zip(other.lines()).find(|(one, other)| one != other);
    pair.map_or("one is longer".to_owned(), |(one, other)| format!("{one}\n    {other}"))
}

/// What fuzzing found, kept as it was found.
#[test]
fn texts_found_by_fuzzing_are_read_back() {
    for text in
        ["\tH\r\r", "\r\r# \r$", "- - [\u{b}]", "* * [\u{b}]", "<<<!g..<!g?<?\n\0\0\0\0\0>", "`a\rb` c\rd"]
    {
        let (deck, _) = Deck::parse(text, "fuzz.md");
        let printed = deck.print();
        assert_eq!(Deck::parse(&printed, "").0, deck, "{text:?}\n{printed}");
    }
}

#[test]
fn real_and_golden_decks_are_read_back() {
    let mut count = 0;
    for folder in ["tests/golden", "www/decks"] {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|end| end == "md") {
                count += 1;
                if let Err(why) = round_trip(&std::fs::read_to_string(&path).unwrap()) {
                    panic!("{}\n{why}", path.display());
                }
            }
        }
    }
    assert!(count >= 9, "{count}");
}

/// What a person would not think of, and what once was not read back.
#[test]
fn known_texts_are_read_back() {
    for text in [
        "",
        "---\n",
        // Titles and topics.
        "#\n## A\n#\n## B\n",
        "#\n#\n## A\n",
        "# T\n## A\nx\n",
        "# T\n\nAbout.\n\n# U {#t was=a was=b short=u_v}\n## A {#t/a}\n## A\n",
        "## Before\nx\n# T\n## In it\ny\n",
        "# C# {x\n## C # {#c}\n## A {b} c\n## Who {c\\}\n## #\n",
        "---\ntitle: \"\"x\"\"\nauthor: 'a: \"b\" #c'\n---\n",
        // Names.
        "## A\n1\n## A\n2\n## A {#a-2}\n3\n",
        "# T {#t was=o was=p}\n## A {was=q}\nx\n## B {#t/b was=q}\nx\n## C {#t/c}\n",
        "## {{a}} and {{b}} x\n## {{c}} and {{d}} x\n## And x {#and-x/2}\n## {{e}} {{f}} {#and-x was=k}\n",
        // Prompts.
        "## {{a: ::b}} {{c::d::e}} **{{f *g* h}}** {{ {x} }} {{\n",
        "## A\n> {{a}} {{b::c}}\n> - {{d}}\n\n> another quote\n",
        "## What is {a: 1..3}?\n= a * 2 in $\n## What is {a: 1..3 step 2} {a: 4}\n= a +/- 2%\n",
        "Q\\\nR {#r}\n---\nx\n\n> Q\\\n> R\n> ---\n",
        "Q\\\n{n: 1..3}\n---\n",
        // Tasks.
        "## A\n= a \\| b | c\\\\d | \\*e\n## B\n= $5 |\n## C\n= \\= x\n\n\\= y\n",
        "## A\nh\n\n= |\n\nn\n\n- list\n## B\nh\n\n-\n\nn\n",
        "## A\n- [x] a -- b\n\n  c\n- [ ] *d* -- *e* -- f\n- g --\n- [ ] h\n  - i\n",
        "## A\n- a\n- b: c\n- **d: e**\n- **f:** - g\n- h:\n\n  i\n- *j*: k\n- **l**\n\n  > m\n- n\n  1. o\n\n  &#32;p\n",
        "## A\n1. a\n   - also: b, c\n     d\n   - e\n2. f\n   - also: *g*; h\n\n   1. i\n",
        "## A\nh\n\n- a\n\n<!-- -->\n\n- b\n\n1. c\n\n<!-- -->\n\n7. d\n",
        "## A\n### Step: *a* (3 min)\n### *Step 2*: b\nh\n\n-\n\nn\n### Variant: c\n- [x] d\n### Step 7: : (1 min)\n",
        "## A\n### strong ANSWER {#x}\n### Hint\n- a\n\n<!-- -->\n\n- b\n### Pitfalls\na\n### Common mistakes\nb\n### {x}\n###\ny\n",
        // Blocks.
        "- - -\n- - a\n- [x]\n- [ ] - b\n- > c\n- ***\n- #### d\n- ```\n  e\n\n    f\n  ```\n- | g |\n  |---|\n",
        "- a\n\n  -\n- b\n\n  3. c\n  4. d\n- e\n  - f\n\n    g\n",
        "999999999. a\n5. b\n",
        ">\n\n> > a\n> b\n>\n> - c\n",
        "````\n```\n\n  ~~~\n````\n\n    indented\n\n    code\n\n```\n```\n",
        "| a\\|b | `c\\|d` | | \\\\ |\n|---|---|---|---|\n| *e* |\n| [f](https://e.org/a\\|b) | x\\\n",
        "###### a #\n\nb\n===\n",
        "<div>\n\ta\n</div>\n\n<b>c</b> <!-- d --> e<!-- f -->g\n",
        // Inlines.
        "a\\\n- b\\\n1. c\\\n=== \\\n&#32;d&#9;\n\n&#32;*&#160;e *&#32;\n",
        "*a***b**_c_~~d~~~e~ *f.*g h*.i* _j_k _l_<!-- -->m `n``o` `` ` `` ``p`q``\n",
        "***a*** ***b** c* **_d_ e** **f *g*** **h __i__ j** ~~k ~l~ m~~ *<!-- -->* ~~<!-- -->~~\n",
        "!<https://e.org> ![a*b](<x y.png>) [![](p.png)](#x) [](https://e.org/(a\\)) \\![a](#b) [a][b] [c]: d\n",
        "[a]: https://e.org\n\n[a] \\[a] \\[b]: c\n",
        "&amp;amp; &lt;b> &copy; &#123;x} AT&T &nope; &#0;\n",
        "a\\\n\t<!-- b -->\n\n- c\\\n      <!-- d -->\n",
        "***[***both****em*\n",
        "******both***a*em*\n",
        "******_***both****em*\n",
        "[\\\n\\[link](https://e.org/a_(b)?c=d&amp;e)\n",
    ] {
        if let Err(why) = round_trip(text) {
            panic!("{why}");
        }
    }
}

/// A deck with everything, as it is printed.
const PRINTED: &str = r##"---
title: "Everything: a deck"
id: everything
language: en
author: A. Author
license: CC-BY-4.0
minutes: 2
facets:
  Purpose: In one sentence, what is the {topic} for?
  Owner: Who owns the {short}?
---

About *everything*.

#### How to use it

Slowly.

## Before any topic {#before was=earlier}

A snake_case name, 5 * 3 < 20 & "quotes" [1].\
A second line with `code`, <https://e.example> and [a *link*](https://e.example/a_(b)).

# First topic {#first was=1st short=1st}

About the topic.

## What must a story contain?

> Tell me about **a launch**.
>
> Take your time.

Lead with the number.

- **Impact**: baseline, target and result
  - also: numbers, metric moved
  - a nested point
- **Ownership**: what you decided
- Bare
- **Persona**: A second paragraph.

Afterwards:

1. one
2. two

### Hint
Think of a number.

### Mnemonic
IOP

### Pitfalls
- We, we, we.

### Weak answer
It went well.

### Strong answer
From 12 to 18.

### Why *this* works
| a | b |
|---|---|
| 1 | `x\|y` |

````
let x = "```";
````

#### Deeper

> quoted

---

## Which is a guardrail?

- [x] Refund rate -- It tells **regret**.
- [ ] Conversion

## What does RICE begin with?

= Reach | reach of users

## What is the market worth?

= $1.2M ± order of magnitude

## RICE score {#rice}

> Reach {reach: 50..300 step 10}, impact {impact: 0.5 | 1 | 2}, confidence {confidence: 50% | 80%}, effort {effort: 1..6}.

= reach * impact * confidence / effort ± 1%

### Common mistakes
- Did not divide: `= reach * impact * confidence`

## A {{north star::what leads}} metric is led by {{inputs}}.

Both are measured.

## Walk me through a launch that failed.

Clarify first.

### Step 1: Clarify *scope* (2 min)
Ask.

- **Who**: which users

### Step 2: Structure
1. Acquisition
2. Activation

### Variant: Retail
Footfall.

### Variant: Banking
Compliance.

# Product requirements document {#prd short=PRD}

## Purpose

Agree on what is solved.

## Owner {#prd-owner}

The product manager.
"##;

#[test]
fn a_deck_with_everything_is_printed_as_a_person_would_write_it() {
    assert_eq!(Deck::parse(PRINTED, "").0.print(), PRINTED);
}

#[test]
fn what_is_written_in_many_ways_is_printed_in_one() {
    let text = "# T\n## A  ##\n* __B__ - *c*\n* D: e\n* F\n\n  g\n\n### common mistakes\n+ h\n\n\n~~~rust\ni\n~~~\n* * *\n";
    let printed = "---\ntitle: T\nid: t\n---\n\n## A {#t/a}\n\n- **B**: *c*\n- **D**: e\n- **F**: g\n\n\
                   ### Pitfalls\n- h\n\n```\ni\n```\n\n---\n";
    assert_eq!(Deck::parse(text, "").0.print(), printed);
}

/// Decks that no text stands for are printed as nearly as can be.
#[test]
fn what_cannot_be_printed_does_no_harm() {
    for (text, words) in [
        (format!("## A\n\nx\n\n{} deep\n", "> ".repeat(500)), "deep"),
        (format!("## A\n\n### S\n\n{} deep\n", "- ".repeat(500)), "deep"),
        (format!("## A\n\n{}deep{}\n", "*a ".repeat(900), " a*".repeat(900)), "deep"),
        ("## A\n\n```\nno end".to_owned(), "no end"),
        ("# A&#10;b\n\n## C\n\nd\n".to_owned(), "A b"),
        ("## A\n\n[](x:y)\n\nafter\n".to_owned(), "after"),
    ] {
        let printed = Deck::parse(&text, "").0.print();
        assert!(printed.contains(words), "{printed}");
    }
}

/// A piece of a line: whatever has a meaning in Markdown or in a deck, and words between.
fn piece() -> impl Strategy<Value = String> {
    #[rustfmt::skip]
    const PIECES: [&str; 70] = [
        "a", "b", "word", "two words", " ", " ", "  ", "1", "12.", ".", ",", "é", "“q”", "–", "\u{a0}",
        "*", "**", "***", "_", "__", "~", "~~", "`", "``", "\\", "[", "]", "(", ")", "<", ">", "&", "|",
        "#", "+", "-", "=", ":", "!", "{", "}", "\"", "'", "\t", "*em*", "**strong**", "_em_",
        "***both***", "~~gone~~", "`code`", "[link](https://e.org/a_(b)?c=d&amp;e)",
        "[*l*](<https://e.org/a b>)", "<https://e.org>", "<me@e.org>", "![pic](a.png)", "[bad](x:y)",
        "&amp;", "&#32;", "&lt;", "<b>", "<!-- c -->", "{{gap}}", "{{gap::hint}}", "{n: 1..3}",
        "{m: 50% | 80%}", ": ", " -- ", "\\\n", "\n", "  \n",
    ];
    prop::sample::select(&PIECES[..]).prop_map(str::to_owned)
}

fn line() -> impl Strategy<Value = String> {
    #[rustfmt::skip]
    const STARTS: [&str; 36] = [
        "", "", "", "- ", "* ", "1. ", "3) ", "- [x] ", "- [ ] ", "- **T**: ", "- also: ", "  - also: ",
        "  - ", "  ", "    ", "   ", "> ", "> - ", ">   ", "> > ", "- > ", "- - ", "-", "***", "```\n",
        "~~~\ncode *x*\n~~~\n", "| a | b |\n|---|---|\n| c | ", "|", "= ", "= n * 2 ± ", "= 5 days", "===",
        "---", "    code ", "#### ", "> #### ",
    ];
    let start = prop::sample::select(&STARTS[..]);
    (start, prop::collection::vec(piece(), 0..7))
        .prop_map(|(start, pieces)| format!("{start}{}", pieces.concat()))
}

fn heading() -> impl Strategy<Value = String> {
    #[rustfmt::skip]
    const STARTS: [&str; 18] = [
        "# ", "# T", "## ", "## Q", "## Q", "## Purpose", "### ", "### Hint", "### Mnemonic",
        "### Pitfalls", "### Weak answer", "### Step 1: ", "### Step: s ", "### Variant: ",
        "### *Step 2*: ", "### Other", "#### H", "## {{gap}} ",
    ];
    const ENDS: [&str; 11] = [
        "",
        "",
        "",
        " {#id}",
        " {#id was=old}",
        " {was=old short=s_t}",
        " {#i strictness=strict}",
        " {strictness=lenient}",
        " (2 min)",
        "\n---",
        "\n===",
    ];
    let some = prop::collection::vec(piece(), 0..5);
    (prop::sample::select(&STARTS[..]), some, prop::sample::select(&ENDS[..])).prop_map(
        |(start, pieces, end)| {
            // An underline makes a heading of plain text.
            let start = if end.starts_with('\n') { "Q" } else { start };
            format!("{start}{}{end}", pieces.concat())
        },
    )
}

fn deck() -> impl Strategy<Value = String> {
    const MATTERS: [&str; 8] = [
        "",
        "",
        "---\ntitle: T\n---\n",
        "## Q\n",
        "# T\n## Q\n",
        "## Q\n### Step 1: S\n",
        "---\ntitle: \"'q': #1\"\nauthor: 'A: B'\nid: x\nminutes: 3\n---\n",
        "---\ntitle: G\nlicense: L\nfacets:\n  Purpose: Why {topic}?\n  \"*Own*\": \"Who: {short}?\"\n---\n",
    ];
    const BREAKS: [&str; 3] = ["\n", "\n\n", "\n\n"];
    let part = prop_oneof![3 => line().boxed(), 1 => heading().boxed()];
    let parts = prop::collection::vec((part, prop::sample::select(&BREAKS[..])), 0..14);
    (prop::sample::select(&MATTERS[..]), parts).prop_map(|(matter, parts)| {
        let parts: String = parts.into_iter().map(|(part, end)| format!("{part}{end}")).collect();
        format!("{matter}{parts}")
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]
    #[test]
    fn any_deck_is_read_back(text in deck()) {
        if let Err(why) = round_trip(&text) {
            return Err(TestCaseError::fail(why));
        }
    }
}
