//! Decks in other formats: each format, each fault with its message, and what recognition makes of a text.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

use greenroom::deck::{Block, Card, Deck, plain_text};
use greenroom::exchange::{Format, Import, import, import_as};
use proptest::prelude::*;

/// How many cards the parser makes of a deck.
fn parsed(found: &Import) -> usize {
    Deck::parse(&found.deck, "").0.cards.len()
}

/// Checks the report and the deck. Its blank lines are left out, and its front matter if the title is the
/// file's name.
#[track_caller]
fn check_as(format: Format, text: &str, expected: &str) {
    let found = import_as(format, text, "file.txt");
    assert_eq!(found.format, format);
    assert_eq!(parsed(&found), found.cards, "{}", found.deck);
    let skipped = found.skipped.iter().map(|skipped| format!("! {}: {}", skipped.line, skipped.why));
    let deck = found.deck.strip_prefix("---\ntitle: file\n---\n").unwrap_or(&found.deck);
    let deck = deck.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned);
    let lines: Vec<_> = skipped.chain(deck).collect();
    assert_eq!(lines.join("\n"), expected.trim_matches('\n'));
}

/// The same for a text whose format is recognized.
#[track_caller]
fn check(format: Format, text: &str, expected: &str) {
    assert_eq!(import(text, "file.txt").format, format);
    check_as(format, text, expected);
}

#[test]
fn a_brainscape_page_becomes_a_deck_that_can_be_edited() {
    let found = import(include_str!("import/brainscape.txt"), "page.txt");
    assert_eq!((found.format, found.cards), (Format::Brainscape, 7));
    assert_eq!(found.deck, include_str!("import/brainscape.md"));
    let skipped: Vec<_> = found.skipped.iter().map(|skipped| (skipped.line, skipped.why.as_str())).collect();
    assert_eq!(skipped, [(69, "card 3 has no answer: it is kept with its prompt alone")]);
    assert_eq!(parsed(&found), 7);
    let (deck, issues) = Deck::parse(&found.deck, "");
    assert_eq!(issues.len(), 1, "the card without an answer, and nothing else: {issues:?}");
    // What was read is a native deck, and stays as it is.
    let again = import(&found.deck, "page.md");
    assert_eq!((again.format, again.deck, again.cards), (Format::Native, found.deck, deck.cards.len()));
}

#[test]
fn line_ends_and_byte_order_marks_make_no_difference() {
    let text = include_str!("import/brainscape.txt");
    let found = import(text, "page.txt");
    for other in [text.replace('\n', "\r\n"), text.replace('\n', "\r"), format!("\u{feff}{text}")] {
        assert_eq!(import(&other, "page.txt"), found);
    }
}

#[test]
fn formats_are_recognized() {
    use Format::{Anki, Brainscape, Hashcards, Native, Obsidian, Table};
    for (text, expected) in [
        // Native decks, whatever their cells and sentences look like.
        ("## What is churn?\n\nLeaving.\n", Native),
        ("# Rust\n\n## What does `a::b` mean?\n\nA path::name.\n\n## And std::vec?\n\nB::c\n", Native),
        ("---\ntitle: Terms\n---\n\n## One?\n\nQ: no\nA: no\n", Native),
        ("---\ntitle: Terms\n---\n\nOne?\n---\n\nUnderlined.\n", Native),
        ("## Commas?\n\na,b\nc,d\ne,f\n", Native),
        ("## How is it rated?\n\n1\n2\n\nHow well did you know this?\n\n1\n", Native),
        ("## A table\n\n| a | b |\n|---|---|\n| c\t| d |\n", Native),
        // Texts without cards.
        ("", Native),
        ("\n\n", Native),
        ("An article about decks.\n\nIt has sentences, and commas.\n\nIt ends here, too.\n", Native),
        ("# Title\n\nWe call Vec::new to make one of these.\n", Native),
        ("Dear all, thanks.\nBest, me\n", Native),
        ("1. Buy milk\n2. Buy eggs\n", Native),
        ("if a == b || c == d {\n    std::process::exit(1);\n}\n", Native),
        ("One line - with a dash\n", Native),
        // Brainscape.
        ("T Flashcards\n(1 card)\n1\nQ\nWhy?\nA\nSo.\n", Brainscape),
        ("1\nQ\nWhy?\nA\nSo.\nHow well did you know this?\n1\nNot at all\n", Brainscape),
        ("12\nWhat, why and how?\n**Purpose:** a, b\n13\nAnd then?\nNothing, really.\n", Brainscape),
        ("Q\nWhy?\nA\nSo.\n", Brainscape),
        // Anki.
        ("#separator:tab\n#html:true\na\tb\n", Anki),
        ("\u{feff}#deck:X\na;b\nc;d\n", Anki),
        ("# made by hand\n#columns:Front,Back\na,b\n", Anki),
        // Tables.
        ("a\tb\n", Table),
        ("std::vec\tgrows\nstd::array\tdoes not\n", Table),
        ("question,answer\nWhat? Q: x,A: y\n", Table),
        ("Front;Back;Deck\n", Table),
        ("\"Q: one\nQ: two\nA: three\",x\n\"Q: b\",y\n", Table),
        ("a;b\nc;d,e\n", Table),
        ("a,b\nc,d\n", Table),
        ("#1,first\n#2,second\n", Table),
        ("dog, Hund\ncat, Katze\nbird, Vogel\n", Table),
        ("dog - Hund\ncat - Katze\n", Table),
        // hashcards.
        ("Q: Why?\nA: So, and\n\n## so\n", Hashcards),
        ("C: The [mitochondrion] is it.\n", Hashcards),
        ("---\nname = \"Terms\"\n---\n\nC: The [cell].\n", Hashcards),
        ("words before it\n\nQ: Why?\nA: So.\n", Hashcards),
        // Obsidian.
        ("Front::Back\n", Obsidian),
        ("#flashcards\n\n## Chapter\n\nFront::Back\n", Obsidian),
        ("Front\n?\nBack\n", Obsidian),
        ("A ==flag== is a switch.\n", Obsidian),
        ("---\ntags: flashcards\n---\n## Chapter\n\nsize:: large\nFront:::Back\n", Obsidian),
    ] {
        let found = import(text, "file.md");
        assert_eq!(found.format, expected, "{text:?}");
        let is_empty = expected == Native && found.cards == 0;
        assert_eq!(
            is_empty,
            !text.contains("\n---\n") && !text.contains("## ") && expected == Native,
            "{text:?}"
        );
        if expected == Native {
            assert_eq!(found.deck, text);
            assert_eq!(found.skipped.len(), usize::from(is_empty));
        }
    }
}

#[test]
fn formats_have_names() {
    for name in ["native", "brainscape", "anki", "table", "hashcards", "obsidian"] {
        let format = Format::from_name(name).unwrap();
        assert_eq!(format.name(), name);
        assert_eq!(serde_json::to_value(format).unwrap(), name);
    }
    assert_eq!(Format::from_name("Anki"), None);
    let found = serde_json::to_value(import("a\tb\nc\n", "x.tsv")).unwrap();
    assert_eq!(found["format"], "table");
    assert_eq!(found["skipped"][0]["line"], 2);
    assert_eq!(found["cards"], 2);
}

#[test]
fn titles_come_from_the_text_or_the_file() {
    for (text, name, expected) in [
        ("a\tb\n", "terms.tsv", "title: terms"),
        ("a\tb\n", "decks/my.terms.tsv", "title: my.terms"),
        ("a\tb\n", r"C:\decks\terms.tsv", "title: terms"),
        ("a\tb\n", ".tsv", "title: .tsv"),
        ("a\tb\n", "", "title: Imported cards"),
        ("a\tb\n", "Launch: the \"big\" one.txt", "title: 'Launch: the \"big\" one'"),
        ("a\tb\n", "# one.txt", "title: \"# one\""),
        ("#deck:A::B::C\na\tb\n", "x.txt", "title: \"A: B\""),
        ("#deck:A\na\tb\n", "x.txt", "title: A"),
        ("#deck column:3\na\tb\tX::Y\nc\td\tZ\n", "x.txt", "title: x"),
        ("---\nname = \"Cells & co\"\n---\nQ: a\nA: b\n", "x.md", "title: Cells & co"),
        ("---\ntitle: \"My: notes\"\n---\n#flashcards\na::b\n", "x.md", "title: \"My: notes\""),
        ("Launch | plans Flashcards\n1\nQ\nWhy?\nA\nSo.\n", "x.txt", "title: Launch | plans"),
        ("Launch plans\n(1 card)\n1\nQ\nWhy?\nA\nSo.\n", "x.txt", "title: Launch plans"),
    ] {
        let found = import(text, name);
        assert_eq!(found.deck.lines().nth(1).unwrap(), expected, "{text:?} {name:?}");
        let (deck, issues) = Deck::parse(&found.deck, "");
        assert_eq!(issues, [], "{}", found.deck);
        assert!(expected.contains(&deck.title), "{}", deck.title);
    }
}

#[test]
fn a_long_report_is_cut() {
    let rows = "question,answer\n".to_owned() + &"only\n".repeat(700);
    let found = import(&rows, "x.csv");
    assert_eq!((found.cards, found.skipped.len()), (700, 501));
    assert!(found.skipped[500].why.ends_with("more lines were skipped: mend those above first"));
}

/// Repeats `part`: what takes time by the square of this takes minutes.
fn long(part: &str) -> String {
    part.repeat(6_000 / part.len())
}

#[test]
fn large_texts_take_no_longer_than_they_must() {
    let rows = |row: &dyn Fn(usize) -> String| (0..20_000).map(row).collect::<String>();
    let found = import(&rows(&|n| format!("question {n}\tanswer {n}\n")), "x.tsv");
    assert_eq!((found.format, found.cards, found.skipped.len()), (Format::Table, 20_000, 0));
    let found =
        import(&("#deck column:3\n".to_owned() + &rows(&|n| format!("q{n}\ta\tdeck {n}\n"))), "x.txt");
    assert_eq!(found.cards, 20_000);
    for part in [
        " ",
        "\t",
        "\"",
        ",\"",
        "\"\"\"a,",
        "<",
        "<a ",
        "<b>",
        "</",
        "<script>",
        "&",
        "&a",
        "`",
        "* ",
        "**",
        "**a ",
        "1. ",
        "[",
        "![",
        "\\",
        "::",
        "==",
        "==a",
        "{{c1::",
        "}}",
        "{",
        "a: ",
        ". Hook: ",
        "_",
        "~",
        "1\n",
        "Q\n",
        "?\n",
        "```a\n",
        "```\n",
        "````\n```\n",
        "- ",
        "#\n",
        "A Flashcards\n",
        "<ul><li>",
        "a\u{a0}",
        "How well did you know this?\n",
    ] {
        let text = long(part);
        for format in ["native", "brainscape", "anki", "table", "hashcards", "obsidian"] {
            import_as(Format::from_name(format).unwrap(), &text, "x");
            let marked =
                format!("#html:true\n1\nQ\nwhat?\nA\n**a:** {text}\nQ: {text}\nA: {text}\na\t{text}\n");
            import_as(Format::from_name(format).unwrap(), &marked, "x");
        }
        import(&text, "x");
    }
}

#[test]
fn brainscape_pages_vary() {
    check(
        Format::Brainscape,
        "\u{a0}
Launch Flashcards\u{a0}| Brainscape

(3\u{a0}cards)

7
Q What does a canary show?
A\tThat the change works\u{a0}for a few.
How well did you know this?
1
Not at all
2
3
4
5
Perfectly
8
Q:  Who decides,
and when?
A: The owner.
How well did you know this?

1 Not at all

2 3 4

5 Perfectly

9
\tQ
When is it over?
A When the metric holds.
How well did you know this?
1
Not at all
2",
        "
---
title: Launch
---
## What does a canary show?
That the change works for a few.
## Who decides, and when?
The owner.
## When is it over?
When the metric holds.
",
    );
}

#[test]
fn brainscape_answers_keep_their_numbers() {
    check(
        Format::Brainscape,
        "1
Q
How is it rated?
A
From
1
to
2

Perfectly
is the top.
Not at all
3
is not.
How well did you know this?
1
Not at all
2
3
4
5
Perfectly
2
Q
Next?
A
Yes.
",
        "
## How is it rated?
From
1 to
2
Perfectly is the top.
Not at all
3 is not.
## Next?
Yes.
",
    );
    check(
        Format::Brainscape,
        "1
How many owners has a launch?
2
2
How many reviews?
3
3
And stages?
4
",
        "
## How many owners has a launch?
2
## How many reviews?
3
## And stages?
4
",
    );
    check(
        Format::Brainscape,
        "1
Q
How do cards ask?
A
How well did you know this?
is what they say.
2
Q
Next?
A
Yes.
",
        "
## How do cards ask?
How well did you know this?
is what they say.
## Next?
Yes.
",
    );
}

#[test]
fn brainscape_faults() {
    check(
        Format::Brainscape,
        "Launch Flashcards
(5 cards)
Study with friends

4
Q

A
An answer to nothing.
How well did you know this?
1
Not at all
2
3
4
5
Perfectly
Related decks
5
Q
What is left?
How well did you know this?
1
Not at all
2
3
4
5
Perfectly
Launch Flashcards
6
Q
What is left?
A
The rest
https://www.brainscape.com/flashcards/1
Page 2 of 3
of the page.
",
        "
! 2: the page says that it has 5 cards, but 3 were found: copy what is missing
! 3: text before the first card, `Study with friends`: it is left out
! 5: card 1 has no question: it is kept as `Card 4`
! 18: text between two cards, `Related decks`: it is left out
! 19: card 2 has no answer: it is kept with its prompt alone
! 31: card 3 has the same prompt or name as card 2: it is kept under a numbered name; give one of them another prompt
! 36: the foot of a page, `https://www.brainscape.com/flashcards/1`: it is left out
! 37: the foot of a page, `Page 2 of 3`: it is left out
---
title: Launch
---
## Card 4
An answer to nothing.
## What is left?
## What is left?
The rest of the page.
",
    );
}

#[test]
fn brainscape_without_numbers() {
    check(
        Format::Brainscape,
        "Launch Flashcards

Q
What ends it?
A
The metric.
How well did you know this?
1
Not at all
2
3
4
5
Perfectly
Q
Who says so?
A
The owner.
",
        "
---
title: Launch
---
## What ends it?
The metric.
## Who says so?
The owner.
",
    );
}

#[test]
fn brainscape_without_ratings() {
    check(
        Format::Brainscape,
        "1
Q
What ends it?
A
The metric.
2
Q
Who says so?
A
The owner.

4
Q
Why?
A
A page has gone.
",
        "
## What ends it?
The metric.
## Who says so?
The owner.
## Why?
A page has gone.
",
    );
}

#[test]
fn brainscape_structure() {
    check(
        Format::Brainscape,
        "1
Q
What makes a review useful?
A
It has three parts:
•\tScope
•\tRisk: what could break
\t◦\tAlso the people: who is woken up
•\tOwner — one name

A closing thought.

- One more list

Mnemonic: SRO

Note:
Keep it short,
even when
it is hard.

Common mistakes:
1) Too long.
2) Too late.

Nothing follows:
",
        "
## What makes a review useful?
It has three parts:
- Scope
- **Risk**: what could break
  - **Also the people**: who is woken up
- **Owner**: one name
### More
A closing thought.
- One more list
### Mnemonic
SRO
### Note
Keep it short, even when it is hard.
### Pitfalls
1. Too long.
2. Too late.
Nothing follows:
",
    );
    check(
        Format::Brainscape,
        "1
Q
What is a runbook?
A
Definition: The steps to take when *it* breaks.
Elaboration: Written before, 5 * 3 times read.
Hook:
Run by the book.
",
        "
## What is a runbook?
The steps to take when \\*it\\* breaks.
### Elaboration
Written before, 5 * 3 times read.
### Mnemonic
Run by the book.
",
    );
    check(
        Format::Brainscape,
        "1
Q
Which words?
A
Definitions:
• Canary: a few users first
• Flag: a switch
",
        "
## Which words?
Definitions:
- **Canary**: a few users first
- **Flag**: a switch
",
    );
}

#[test]
fn brainscape_compact() {
    check(
        Format::Brainscape,
        "1
What is an error budget?
**Definition:** The failures a service may have. **Example:** 99.9 % leaves 43 minutes. It is 3 * 14 + 1. **Steps:** 1. Measure: * daily * weekly 2. Compare. 3. Act in 2024. 4 things remain. **Common pitfalls**: - Spending it early - No owner **Why it matters:** Because `a * b` is 12.
2
Who owns it?
The `team * two` and nobody else.
",
        "
## What is an error budget?
The failures a service may have.
### Example
99.9 % leaves 43 minutes. It is 3 * 14 + 1.
### Steps
1. Measure:
   - daily
   - weekly
2. Compare.
3. Act in 2024. 4 things remain.
### Pitfalls
- Spending it early
- No owner
### Why it matters
Because `a * b` is 12.
## Who owns it?
The `team * two` and nobody else.
",
    );
    check(
        Format::Brainscape,
        "1
What should a note hold?
**Answer:** Two things. * **Impact:** who * **Time** – since when. Memory device: IT Hook: it is about time.
2
And who reads it?
* The lead * The team (2 * 4 people) * Support
",
        "
## What should a note hold?
Two things.
- **Impact**: who
- **Time**: since when.
### Mnemonic
IT
Hook: it is about time.
## And who reads it?
- The lead
- The team (2 * 4 people)
- Support
",
    );
}

#[test]
fn anki_headers() {
    check(
        Format::Anki,
        "#separator:Semicolon
#html:false
# a comment
#notetype:Basic (and reversed card)
#deck:Product::Launches::Canary
#tags:x y
#columns:Front;Back;Source
What is it?;\"A few \"\"users\"\" first;
then all\";The *book*
#hashtag?;Kept
;lonely
",
        "
! 8: notes with a reversed card: each becomes one card, from front to back
! 11: a row without a question, with `lonely`: it is left out
---
title: \"Product: Launches\"
---
# Canary
## What is it?
A few \"users\" first;\\
then all
### Source
The \\*book\\*
## #hashtag?
Kept
",
    );
    check(
        Format::Anki,
        "#separator:|
#deck column:1
#guid column:2
#tags column:5
Ops::Release|abc_1|q1|a1|x
Ops::Review|h!r|q2|a2|y z
Ops|def|q3|a3|
",
        "
---
title: Ops
---
## q3 {#def}
a3
# Release
## q1 {#abc_1}
a1
# Review
## q2
a2
",
    );
    check(
        Format::Anki,
        "#separator:sideways
#guid column:zero
q1\ta1\tmore
q2\ta2\tmore\tand more
q3
",
        "
! 1: the header line `#separator:sideways` is not understood: it is ignored
! 2: the header line `#guid column:zero` is not understood: it is ignored
! 4: 4 fields where the first row has 3: those beyond are kept as sections
! 5: card 3 has no answer: it is kept with its prompt alone
## q1
a1
### Field 3
more
## q2
a2
### Field 3
more
### Field 4
and more
## q3
",
    );
    check(
        Format::Anki,
        "#separator:tab
#tags column:3
q1\ta1\tone
q2\ta2\ttwo::deep
q3\ta3\tone
",
        "
# one
## q1
a1
## q3
a3
# deep
## q2
a2
",
    );
    check(
        Format::Anki,
        "#separator:tab
#notetype column:1
Basic (and reversed card)\tq1\ta1
Basic (and reversed card)\tq2\ta2
Basic\tq3\ta3
",
        "
! 3: notes with a reversed card: each becomes one card, from front to back
## q1
a1
## q2
a2
## q3
a3
",
    );
}

#[test]
fn anki_html() {
    check(
        Format::Anki,
        "#separator:tab
#html:true
<b>Bold</b> and <i>it</i>, <u>under</u>&nbsp;5 &lt; 6 &amp;&#65;&#x42;\t\"<div>one</div><div>two <code>a*b</code></div><ul><li>x<ul><li>y</li></ul></li><li><b>z:</b>w</li></ul><ol><li>first<li>second</ol><p>para<br>break<br><br>apart</p>\"
link?\t<a class=x href='https://e.com/a_(b)'>the [link]</a> or <a href=\"javascript:x\">bad</a> <img src='cat.png' alt=\"A cat\"> <img src=dog.png> [sound:meow.mp3] H<sub>2</sub>O<script>x()</script>
code?\t\"<pre>let a = 1;<br>
  b();</pre>after <span class=x>span</span><!-- c --> 2 < 3 *star* _u_\"
<img src=\"only.png\">\tpicture
",
        "
! 4: the sound `meow.mp3` is left out
! 4: the link to `javascript:x` is left out: its words are kept
! 4: the picture `cat.png` is left out: its description is kept
! 4: the picture `dog.png` is left out: its name is kept
! 7: the picture `only.png` is left out: its name is kept
## **Bold** and *it*, under 5 < 6 &AB
one\\
two `a*b`
- x
  - y
- **z**:w
### More
1. first
2. second
para\\
break
apart
## link?
[the \\[link\\]](https://e.com/a_%28b%29) or bad A cat [dog.png] H2O
## code?
```
let a = 1;
  b();
```
after span 2 < 3 \\*star\\* \\_u\\_
## [only.png]
picture
",
    );
    check(
        Format::Anki,
        "#html:true
q\t- a<br>- b: c
w<b>or</b>d <b> x </b>y\ta<b>note:</b>b <b><i>both</i></b> <i>a</i><b>b</b>!<a href=https://e.com>l</a>
",
        "
## q
- a
- b: c
## w**or**d **x** y
a**note**:b ***both*** *a*b\\![l](https://e.com)
",
    );
}

#[test]
fn anki_cloze() {
    check(
        Format::Anki,
        "#separator:tab
#html:true
#notetype:Cloze
{{c1::Canary}} comes {{c2::before::when?}} <b>{{c1::all}}</b>\textra
{{c1::outer {{c2::inner}}}} and {{c3::}}\t
open {{c1::never\tback
{{literal}} braces\tb
",
        "
## {{Canary}} comes {{before::when?}} **{{all}}**
extra
## {{outer inner}} and
## open {\u{2060}{c1::never
back
## {\u{2060}{literal}} braces
b
",
    );
}

#[test]
fn tables() {
    check(
        Format::Table,
        "What is it?\tA canary
Who?\tThe owner
",
        "
## What is it?
A canary
## Who?
The owner
",
    );
    check(
        Format::Table,
        "\u{feff}one;\"a;b\r
c\"\r
two;\"say \"\"hi\"\"\"\r
",
        "
## one
a;b\\
c
## two
say \"hi\"
",
    );
    check(
        Format::Table,
        "term,definition
churn,\"leaving, for good\"
\"#1\",first
",
        "
## churn
leaving, for good
## #1
first
",
    );
    check(
        Format::Table,
        "Deck,Front,Back,Hint,Notes,Source
Ops,q1,a1,h1,n1,
Ops,q2,a2,,,s2
People,q3,a3,,,
Ops,q4,a4,,,
",
        "
# Ops
## q1
a1
### Hint
h1
### Notes
n1
## q2
a2
### Source
s2
## q4
a4
# People
## q3
a3
",
    );
    check(
        Format::Table,
        "question\tanswer\ttags
q1\ta1\tx
q2\ta2\ty
",
        "
# x
## q1
a1
# y
## q2
a2
",
    );
    check(
        Format::Table,
        "front,back,tags
q1,a1,x
q2,a2,y z
",
        "
## q1
a1
## q2
a2
",
    );
    check(
        Format::Table,
        "churn - leaving
flag - a switch
",
        "
## churn
leaving
## flag
a switch
",
    );
    check(
        Format::Table,
        "#1 rule\tBe on time
# two\t# three
- four\t1. five
",
        "
## #1 rule
Be on time
## \\# two
\\# three
## four
1. five
",
    );
    check(
        Format::Table,
        "q\t\"- a
- b: c
  - d
* e
end\"
",
        "
## q
- a
- b: c
  - d
- e
end
",
    );
    check(
        Format::Table,
        "q1\t\"text

text *two*
line 2. x\"
q2\ta; b; c
",
        "
## q1
text
text \\*two\\*\\
line 2. x
## q2
a; b; c
",
    );
    check(
        Format::Table,
        "a,b
c,d
e,f
g,h
\"This is a long question, with context that goes on for a while and on. It then says more than anybody would want to read in a heading, does it not, and it still goes on?\",yes
",
        "
## a
b
## c
d
## e
f
## g
h
## This is a long question, with context that goes on for a while and on.
> It then says more than anybody would want to read in a heading, does it not, and it still goes on?
yes
",
    );
}

#[test]
fn table_faults() {
    check(
        Format::Table,
        "q1,a1
only
q3,a3
,lonely
q5,a, b
q6,a6
q7,a7
q8,a8
q9,a9
q1,again
q0,a0
qa,aa
qb,ab
",
        "
! 2: card 2 has no answer: it is kept with its prompt alone
! 4: a row without a question, with `lonely`: it is left out
! 5: 3 fields where the other rows have 2: all but the first are kept as the answer
! 10: card 9 has the same prompt or name as card 1: it is kept under a numbered name; give one of them another prompt
## q1
a1
## only
## q3
a3
## q5
a, b
## q6
a6
## q7
a7
## q8
a8
## q9
a9
## q1
again
## q0
a0
## qa
aa
## qb
ab
",
    );
    check(
        Format::Table,
        "1,\"open, and on
2,\"closed\"
3,\"odd\" one
4,\"\"
5,five
6,six
7,seven
8,eight
",
        "
! 1: a quotation mark that is never closed: it is read as text up to the end of its line
! 4: card 4 has no answer: it is kept with its prompt alone
## 1
\"open, and on
## 2
closed
## 3
\"odd\" one
## 4
## 5
five
## 6
six
## 7
seven
## 8
eight
",
    );
    check_as(
        Format::Table,
        "only one column
",
        "
! 1: card 1 has no answer: it is kept with its prompt alone
## only one column
",
    );
}

#[test]
fn hashcards_decks() {
    check(
        Format::Hashcards,
        "---
name = \"Launch terms\"
---

stray words

Q: What is a *canary*?
In one line.
A: A few users first.

- one
- two

# Not a topic
Text
===
Text
---
C: A [canary] comes before [all users], see [link](https://e.com) and \\[this\\] and ![p](p.png).
---
Q: No answer?

C: Nothing hidden
A: lost
Q: `code` {{x}}
A: ```
Q: inside
```
after
```
## open
",
        "
! 5: text outside a card, `stray words`: it is left out
! 21: card 3 has no answer: it is kept with its prompt alone
! 23: `Nothing hidden` hides no words: it is kept as a prompt
! 23: card 4 has no answer: it is kept with its prompt alone
! 24: an answer without a question, `A: lost`: it is left out
---
title: Launch terms
---
## What is a *canary*? In one line.
A few users first.
- one
- two
#### Not a topic
Text
\\===
Text
## A {{canary}} comes before {{all users}}, see [link](https://e.com) and \\[this\\] and ![p](p.png).
## No answer?
## Nothing hidden
## `code` {\u{2060}{x}}
```
Q: inside
```
after
\\```
#### open
",
    );
    check(
        Format::Hashcards,
        "Q: first
A:

  indented
<!-- open

Q:
A: to nothing

Q: again
A: x

A: y
",
        "
! 7: a card without a prompt: it is left out
! 13: an answer without a question, `A: y`: it is left out
## first
  indented
\\<!-- open
## again
x
",
    );
}

#[test]
fn obsidian_notes() {
    check(
        Format::Obsidian,
        "---
title: My notes
tags: [flashcards]
---
# Launch #flashcards

A canary::A few users first <!--SR:!2024-01-01,3,250-->
- Who owns it:::The `a::b` owner
status:: draft
`std::vec` is code

## Review

What is asked
in a review?
?
Three things:
- scope
- risk

Side
??
Other side
<!--SR:!2024-->

The ==flag== is a ==switch==^[what?] here.

Just
some text.

```
a::b
```

?
alone
",
        "
! 8: cards that ask both ways: each becomes one card, from front to back
! 10: text outside a card, ``std::vec` is code`: it is left out
! 28: text outside a card, `Just` with the line below it: it is left out
! 31: 3 lines of code outside a card: they are left out
! 35: a `?` without a question above it: it is left out
! 36: text outside a card, `alone`: it is left out
---
title: My notes
---
# Launch
## A canary
A few users first
## Who owns it
The `a::b` owner
## status
draft
# Review
## What is asked in a review?
Three things:
- scope
- risk
## Side
Other side
## The {{flag}} is a {{switch::what?}} here.
",
    );
    check_as(
        Format::Obsidian,
        "key:: value
",
        "
! 1: `key:: value` could be a field of Dataview's: it is left out; put a second word before the colons
",
    );
    check(
        Format::Obsidian,
        "Front::Back
A == B and C == D
small::b
{{x}} is::y
",
        "
! 2: text outside a card, `A == B and C == D`: it is left out
## Front
Back
## small
b
## {\u{2060}{x}} is
y
",
    );
}

/// Fragments that mean something in one format or another.
const FRAGMENTS: &[&str] = &[
    "\n",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    " ",
    "  ",
    "\t",
    ",",
    ";",
    "\"",
    "\"\"",
    "#",
    "# ",
    "## ",
    "### x\n",
    "---\n",
    "===\n",
    "- ",
    "* ",
    "1. ",
    "2. ",
    "> ",
    "```\n",
    "~~~",
    "`",
    "**",
    "**a:** ",
    "a:",
    "x",
    "word",
    "Y",
    "1\n",
    "2\n",
    "3\n",
    "Q\n",
    "A\n",
    "Q: ",
    "A: ",
    "C: ",
    "[",
    "]",
    "(",
    ")",
    "\\",
    "::",
    ":::",
    "?\n",
    "??\n",
    "==",
    "^[",
    "{{",
    "}}",
    "{{c1::",
    "{",
    "}",
    "{#id}",
    "<",
    ">",
    "<br>",
    "<b>",
    "</b>",
    "<ul><li>",
    "</li></ul>",
    "<pre>",
    "</pre>",
    "<!--",
    "-->",
    "<script>",
    "&amp;",
    "&",
    "#separator:tab\n",
    "#html:true\n",
    "#deck:A::B\n",
    "#tags column:2\n",
    "#guid column:1\n",
    "#flashcards",
    "<!--SR:!2024-->",
    "How well did you know this?\n",
    "Not at all\n",
    "Perfectly\n",
    "(2 cards)\n",
    "A Flashcards\n",
    "Memory device: ",
    "Hook: ",
    "Common pitfalls:\n",
    "question,answer\n",
    "[sound:a]",
    "<img src=\"a\">",
    "<a href=\"https://e.com\">",
    "</a>",
    " - ",
    "•",
    "\u{a0}",
    "\u{feff}",
    "é",
    "😀",
    "| a | b |\n",
    "|--|\n",
    "[a]: b\n",
    "title: x\n",
    "name = \"x\"\n",
    "!",
    "_",
    "~",
    "+",
    "=",
    "= 4\n",
];

/// The words of blocks, without markup.
fn words(blocks: &[Block]) -> String {
    let words = blocks.iter().map(|block| match block {
        Block::Paragraph { content } | Block::Heading { content } => plain_text(content),
        Block::Quote { content } => words(content),
        Block::List { items, .. } => {
            items.iter().map(|item| words(&item.content)).collect::<Vec<_>>().join(" ")
        }
        other => format!("{other:?}"),
    });
    words.collect::<Vec<_>>().join(" ")
}

fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Prompt and answer as plain text.
fn sides(card: &Card) -> (String, String) {
    let prompt = plain_text(&card.prompt.title) + " " + &words(&card.prompt.quote);
    (fold(&prompt), fold(&words(&card.headline)))
}

/// What fuzzing found, kept as it was found.
#[test]
fn texts_found_by_fuzzing_become_decks_of_as_many_cards_as_is_said() {
    for text in ["\nQ:\0\n*\n", "\0==fu=+===={c==+=", "\0====<====*=====\0\u{3}"] {
        for format in ["brainscape", "anki", "table", "hashcards", "obsidian"] {
            let found = import_as(Format::from_name(format).unwrap(), text, "fuzz.txt");
            assert_eq!(parsed(&found), found.cards, "{format} {text:?}\n{}", found.deck);
        }
    }
}

/// A text without what parts braces that are no gap.
fn seen(text: &str) -> String {
    text.replace('\u{2060}', "")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn no_text_is_too_strange(picks in prop::collection::vec(0..FRAGMENTS.len(), 0..40), format in 0..6_usize) {
        let text: String = picks.iter().map(|pick| FRAGMENTS[*pick]).collect();
        let formats = ["native", "brainscape", "anki", "table", "hashcards", "obsidian"];
        let format = Format::from_name(formats[format]).unwrap();
        let n_lines = text.split('\n').flat_map(|line| line.split('\r')).count();
        for found in [import(&text, "x.md"), import_as(format, &text, "x.md")] {
            prop_assert!(found.skipped.iter().all(|skipped| (1..=n_lines).contains(&skipped.line)), "{found:#?}");
            prop_assert!(found.skipped.is_sorted_by_key(|skipped| skipped.line));
            if found.format == Format::Native {
                prop_assert_eq!(&found.deck, &text);
            } else {
                prop_assert_eq!(parsed(&found), found.cards, "{:?}\n{}", found.format, found.deck);
            }
        }
    }

    #[test]
    fn a_cell_keeps_its_text(
        prompt in r"x(\PC{0,30}|[-#*_~`\[\]()<>!&;:|=+.{}\\ 0-9a-c/\n]{0,30}|&amp;|\nx1\. |<br>){1,4}",
        answer in r"x(\PC{0,30}|[-#*_~`\[\]()<>!&;:|=+.{}\\ 0-9a-c/\n]{0,30}|\n\n|<!--|~~~|```){1,4}",
    ) {
        // Lines that begin with a bullet or a number become points.
        let tame = |text: &str| text.replace('\n', "\nx");
        let (prompt, answer) = (tame(&prompt), tame(&answer));
        let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        let found = import(&format!("answer,question\n{},{}\n", quoted(&answer), quoted(&prompt)), "x.csv");
        prop_assert_eq!(found.format, Format::Table);
        let (deck, _) = Deck::parse(&found.deck, "");
        prop_assert_eq!(deck.cards.len(), 1);
        let (asked, answered) = sides(&deck.cards[0]);
        prop_assert_eq!((seen(&asked), seen(&answered)), (fold(&prompt), fold(&answer)), "{}", found.deck);
    }

    #[test]
    fn html_keeps_its_text(
        parts in prop::collection::vec((0..8_usize, r"[-#*_~`\[\]()!;:|=+.{}\\ a-c]{1,6}"), 1..8),
    ) {
        let tags = ["b", "i", "u", "code", "a href='https://e.com/x_(y)'", "strong", "em", "span"];
        let html: String = parts.iter().enumerate().map(|(index, (tag, text))| {
            let name = tags[*tag].split(' ').next().unwrap();
            if index % 3 == 0 { text.clone() } else { format!("<{}>{text}</{name}>", tags[*tag]) }
        }).collect();
        let plain: String = parts.iter().map(|(_, text)| text.as_str()).collect();
        let found = import(&format!("#separator:tab\n#html:true\nq\tx {html}\n"), "x.txt");
        let (deck, _) = Deck::parse(&found.deck, "");
        // A space may part two code spans.
        let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        prop_assert_eq!(letters(&seen(&words(&deck.cards[0].headline))), letters(&format!("x{plain}")), "{}", found.deck);
    }
}
