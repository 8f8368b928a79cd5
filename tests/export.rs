//! Decks in other formats: what each kind of card becomes.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

use greenroom::deck::Deck;
use greenroom::exchange::export::{Target, export, plain};

/// A card of every kind.
const DECK: &str = r##"---
title: "Kinds: all"
---

## Which "story"? {#before}

Lead with *numbers* & `a < b`,\
then [proof](https://e.example/?a=1&b=2).

# First

## What must it contain? {#points}

> Tell me about **a launch**.
>
> Take your time.

- **Impact**: baseline and result
  - also: numbers, metric
- Ownership

Afterwards:

1. one
2. two

### Hint
Think of a number.

### Mnemonic
IO

### Pitfalls
- We, we.

### Strong answer
| a | b |
|---|---|
| 1 | 2 |

```
x <- "{{c1::y}}"
	z
```

## Which is a guardrail?

- [x] Refund rate -- It tells **regret**.
- [ ] Conversion

## What does RICE begin with?

= Reach | reach of users

## What is the market worth?

= $1.2M ± order of magnitude

## RICE score {#rice}

> Reach {reach: 50..300 step 10}, confidence {confidence: 50% | 80%}.

= reach * confidence / 3 in days ± 1%

### Common mistakes
- Did not divide: `= reach * confidence`

## A {{north *star*}} metric is led by **{{inputs::what?}}** not {{outputs}}.

Both are measured.

## Walk me through it. {#walk}

### Step 1: Clarify *scope* (2 min)
Ask.

- **Who**: which users

### Variant: Retail
Footfall.

### Variant: Banking
Compliance.

## +1 or =2?

=SUM(A1) is no answer, nor is @home.

## Is it "quoted, twice"?

- minus one
"##;

/// What stands in Anki's text.
const ANKI: &str = r##"#separator:tab
#html:true
#guid column:1
#notetype column:2
#deck column:3
#columns:ID	Type	Deck	Front	Back
before	Basic	Kinds: all	Which &quot;story&quot;?	"Lead with <i>numbers</i> &amp; <code>a &lt; b</code>,<br>then <a href=""https://e.example/?a=1&amp;b=2"">proof</a>."
points	Basic	Kinds: all::First	What must it contain?<blockquote>Tell me about <b>a launch</b>.<p>Take your time.</p></blockquote>	<ul><li><b>Impact</b>: baseline and result<ul><li>also: numbers, metric</li></ul></li><li>Ownership</li></ul><p>Afterwards:</p><ol><li>one</li><li>two</li></ol><h4>Pitfalls</h4><ul><li>We, we.</li></ul><h4>Strong answer</h4><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table><pre>x &lt;- &quot;{&#123;c1::y}&#125;&quot;<br>    z</pre><h4>Hint</h4><p>Think of a number.</p><h4>Mnemonic</h4><p>IO</p>
first/which-is-a-guardrail	Basic	Kinds: all::First	Which is a guardrail?<ul><li>Refund rate</li><li>Conversion</li></ul>	<ul><li>☑ Refund rate -- It tells <b>regret</b>.</li><li>☐ Conversion</li></ul>
first/what-does-rice-begin-with	Basic	Kinds: all::First	What does RICE begin with?	Reach | reach of users
first/what-is-the-market-worth	Basic	Kinds: all::First	What is the market worth?	$1.2M ± order of magnitude
rice	Basic	Kinds: all::First	RICE score<blockquote>Reach 140, confidence 50%.</blockquote><p>The numbers are an example: in Greenroom they change each time.</p>	23.3333 days = 140 * 50% / 3 ± 1%<h4>Pitfalls</h4><ul><li>Did not divide: <code>= reach * confidence</code></li></ul>
first/a-north-star-metric-is-led-by-not	Cloze	Kinds: all::First	A {&#123;north <i>star</i>}&#125; metric is led by <b>{{c1::inputs::what?}}</b> not {{c2::outputs}}.	Both are measured.
walk	Basic	Kinds: all::First	Walk me through it.	<h4>Step 1: Clarify <i>scope</i> (2 min)</h4><p>Ask.</p><ul><li><b>Who</b>: which users</li></ul><h4>Retail</h4><p>Footfall.</p><h4>Banking</h4><p>Compliance.</p>
first/1-or-2	Basic	Kinds: all::First	+1 or =2?	=SUM(A1) is no answer, nor is @home.
first/is-it-quoted-twice	Basic	Kinds: all::First	Is it &quot;quoted, twice&quot;?	<ul><li>minus one</li></ul>
"##;

/// What stands in CSV, its line ends apart.
const CSV: &str = r##"topic,question,answer,hint
,"Which ""story""?","Lead with numbers & a < b,
then proof.",
First,"What must it contain?

Tell me about a launch.

Take your time.","• Impact: baseline and result
  • also: numbers, metric
• Ownership

Afterwards:
1. one
2. two

Pitfalls:
• We, we.

Strong answer:
a | b
1 | 2

x <- ""{{c1::y}}""
	z","Think of a number.

Mnemonic:
IO"
First,"Which is a guardrail?
• Refund rate
• Conversion","• [x] Refund rate -- It tells regret.
• [ ] Conversion",
First,What does RICE begin with?,Reach | reach of users,
First,What is the market worth?,$1.2M ± order of magnitude,
First,"RICE score

Reach 140, confidence 50%.

The numbers are an example: in Greenroom they change each time.","23.3333 days = 140 * 50% / 3 ± 1%

Pitfalls:
• Did not divide: = reach * confidence",
First,A {{north star}} metric is led by [what?] not outputs.,"inputs

Both are measured.",
First,A {{north star}} metric is led by inputs not […].,"outputs

Both are measured.",
First,Walk me through it.,"Step 1: Clarify scope (2 min)
Ask.
• Who: which users

Retail:
Footfall.

Banking:
Compliance.",
First,'+1 or =2?,"'=SUM(A1) is no answer, nor is @home.",
First,"Is it ""quoted, twice""?",• minus one,
"##;

fn exported(text: &str, to: Target) -> String {
    export(&Deck::parse(text, "").0, to)
}

#[test]
fn every_kind_of_card_goes_to_anki() {
    assert_eq!(exported(DECK, Target::Anki), ANKI);
}

#[test]
fn every_kind_of_card_goes_to_csv() {
    let csv = exported(DECK, Target::Csv);
    assert!(csv.starts_with('\u{feff}'), "Excel wants a mark");
    assert_eq!(csv.trim_start_matches('\u{feff}').replace("\r\n", "\n"), CSV);
    assert_eq!(csv.matches("\r\n").count(), 1 + Deck::parse(DECK, "").0.cards.len());
}

#[test]
fn markdown_is_the_deck_as_it_is_printed() {
    let deck = Deck::parse(DECK, "").0;
    assert_eq!(export(&deck, Target::Markdown), deck.print());
}

#[test]
fn targets_have_names() {
    for (name, target) in [
        ("md", Some(Target::Markdown)),
        ("anki", Some(Target::Anki)),
        ("csv", Some(Target::Csv)),
        ("Md", None),
    ] {
        assert_eq!(Target::from_name(name), target, "{name}");
    }
}

#[test]
fn nothing_in_anki_runs_or_breaks_its_row() {
    for (text, row) in [
        (
            "## <script>alert(1)</script> &lt;b&gt;\n\n<img src=x onerror=alert(1)>\n",
            "Basic\t\t&lt;script&gt;alert(1)&lt;/script&gt; &lt;b&gt;\t&lt;img src=x onerror=alert(1)&gt;",
        ),
        (
            "## A\tb {{c}} {{{d}}}\n\nE\u{9}f&#10;g\n",
            "Cloze\t\tA    b {{c1::c}} {&#123;&#123;d}&#125;&#125;\tE    f g",
        ),
        (
            "## [a](https://e.org/\"onclick=x)\n\n![b<c](d.png)\n",
            "Basic\t\t\"<a href=\"\"https://e.org/&quot;onclick=x\"\">a</a>\"\t[b&lt;c]",
        ),
    ] {
        let anki = exported(text, Target::Anki);
        let rows: Vec<_> = anki.lines().filter(|line| !line.starts_with('#')).collect();
        let [found] = rows.as_slice() else { panic!("{rows:?}") };
        assert_eq!(found.split_once('\t').map(|(_, rest)| rest), Some(row), "{text}");
    }
}

#[test]
fn cells_that_a_spreadsheet_would_run_are_guarded() {
    for (answer, cell) in [
        ("\\=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1, or 2", "\"'-1, or 2\""),
        ("@home", "'@home"),
        ("- a", "• a"),
        ("1 = 1", "1 = 1"),
        ("= 5", "5"),
    ] {
        let csv = exported(&format!("## Q\n\n{answer}\n"), Target::Csv);
        assert_eq!(csv.lines().nth(1), Some(format!(",Q,{cell},").as_str()), "{answer}");
    }
}

#[test]
fn results_are_rounded() {
    for (formula, result) in [
        ("1 / 3", "0.3333 = 1 / 3"),
        ("2 / 3 in %", "66.6667% = 2 / 3"),
        ("1 - 3 in €", "'-€2 = 1 - 3"),
        ("0.99999 * 1", "1 = 0.99999 * 1"),
        ("10 ^ 12 in users", "1000000000000 users = 10 ^ 12"),
        ("10 ^ 20", "10 ^ 20"),
    ] {
        let csv = exported(&format!("## Q\n\n= {formula}\n"), Target::Csv);
        assert_eq!(csv.lines().nth(1), Some(format!(",Q,{result},").as_str()), "{formula}");
    }
}

#[test]
fn blocks_as_plain_text() {
    let text = "#### H\n\na\\\nb\n\n- [x] c\n\n  d\n- e\n  1. f\n\n```\ng\n```\n\n***\n\n![i](j.png) ~~k~~\n";
    assert_eq!(plain(&Deck::parse(text, "").0.about), "H:\na\nb\n• [x] c\n  d\n• e\n  1. f\n\ng\n\ni k");
}
