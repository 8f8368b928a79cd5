//! What amounts are counted in.

/// What is counted. Amounts of one kind can be compared with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Nothing that is known here: a bare number, or things such as users.
    Plain,
    /// In a currency, or in cents of any.
    Money(Option<char>),
    /// Parts of a whole, in ones.
    Ratio,
    /// In seconds.
    Time,
    /// In kilograms.
    Mass,
    /// In meters.
    Length,
    /// In bytes.
    Data,
}

impl Kind {
    /// Whether both can be compared.
    pub(crate) fn fits(self, other: Self) -> bool {
        match (self, other) {
            (Self::Money(one), Self::Money(other)) => one.is_none() || other.is_none() || one == other,
            _ => self == other,
        }
    }
}

/// What a word behind a number means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Meaning {
    /// So many times the number.
    Times(f64),
    /// A unit, and what one of it is in that of its kind.
    Unit(Kind, f64),
    /// Nothing by itself: the unit follows, as in `person-months` and `millions of dollars`.
    Filler,
    /// Something else.
    Unknown,
}

const MAGNITUDES: [(&str, f64); 7] = [
    ("k thousand tsd", 1e3),
    ("m mm mn mio million", 1e6),
    ("b bn billion mrd g", 1e9),
    ("t tn trillion", 1e12),
    ("hundred", 1e2),
    ("dozen", 12.0),
    ("lakh", 1e5),
];

/// Names in the singular, then what one is. Months and years are means.
const UNITS: [(&str, Kind, f64); 43] = [
    ("usd dollar buck", Kind::Money(Some('$')), 1.0),
    ("eur euro", Kind::Money(Some('€')), 1.0),
    ("gbp pound quid", Kind::Money(Some('£')), 1.0),
    ("jpy yen", Kind::Money(Some('¥')), 1.0),
    ("inr rupee rs", Kind::Money(Some('₹')), 1.0),
    ("cent", Kind::Money(None), 0.01),
    ("percent pct point pp pt percentage", Kind::Ratio, 0.01),
    ("bp", Kind::Ratio, 1e-4),
    ("x times", Kind::Ratio, 1.0),
    ("ms millisecond", Kind::Time, 1e-3),
    ("s sec second", Kind::Time, 1.0),
    ("min minute", Kind::Time, 60.0),
    ("h hr hour", Kind::Time, 3600.0),
    ("d day", Kind::Time, 86_400.0),
    ("w wk week", Kind::Time, 604_800.0),
    ("mo month", Kind::Time, MONTH),
    ("quarter", Kind::Time, 3.0 * MONTH),
    ("y yr year", Kind::Time, 12.0 * MONTH),
    ("mg milligram", Kind::Mass, 1e-6),
    ("g gram", Kind::Mass, 1e-3),
    ("kg kilo kilogram", Kind::Mass, 1.0),
    ("t ton tonne", Kind::Mass, 1e3),
    ("lb", Kind::Mass, 0.453_592_37),
    ("oz ounce", Kind::Mass, 0.028_349_523_125),
    ("mm millimeter millimetre", Kind::Length, 1e-3),
    ("cm centimeter centimetre", Kind::Length, 0.01),
    ("m meter metre", Kind::Length, 1.0),
    ("km kilometer kilometre", Kind::Length, 1e3),
    ("inch", Kind::Length, 0.0254),
    ("ft foot feet", Kind::Length, 0.3048),
    ("yd yard", Kind::Length, 0.9144),
    ("mi mile", Kind::Length, 1609.344),
    ("byte", Kind::Data, 1.0),
    ("kb kilobyte", Kind::Data, 1e3),
    ("mb megabyte", Kind::Data, 1e6),
    ("gb gigabyte", Kind::Data, 1e9),
    ("tb terabyte", Kind::Data, 1e12),
    ("pb petabyte", Kind::Data, 1e15),
    ("kib kibibyte", Kind::Data, 1024.0),
    ("mib mebibyte", Kind::Data, 1_048_576.0),
    ("gib gibibyte", Kind::Data, 1_073_741_824.0),
    ("tib tebibyte", Kind::Data, 1_099_511_627_776.0),
    ("inches", Kind::Length, 0.0254),
];

const MONTH: f64 = 2_629_800.0;

const FILLERS: &str = "of us person man developer engineer staff";

/// The currency that a sign stands for.
pub(super) fn currency(c: char) -> Option<Kind> {
    matches!(c, '$' | '€' | '£' | '¥' | '₹').then_some(Kind::Money(Some(c)))
}

/// What a folded word means where amounts of the kind `expected` are: `m` is a million, a meter or a minute.
pub(super) fn meaning(word: &str, expected: Kind) -> Meaning {
    let is_length_or_mass = match (word, expected) {
        ("m", Kind::Time) => return Meaning::Unit(Kind::Time, 60.0),
        ("pound" | "pounds", Kind::Mass) => return meaning("lb", Kind::Mass),
        // Other points are counted, such as those of a story.
        ("point" | "points" | "pt" | "pts", kind) if kind != Kind::Ratio => return Meaning::Unknown,
        ("m" | "mm", Kind::Length) | ("t" | "g", Kind::Mass) => true,
        _ => false,
    };
    if let Some((_, times)) = MAGNITUDES.iter().find(|(names, _)| !is_length_or_mass && is_among(names, word))
    {
        return Meaning::Times(*times);
    }
    let unit = UNITS.iter().find(|(names, ..)| is_among(names, word));
    match unit {
        Some((_, kind, one)) => Meaning::Unit(*kind, *one),
        None if is_among(FILLERS, word) => Meaning::Filler,
        None => Meaning::Unknown,
    }
}

/// Whether a word, or that of which it is the plural, stands in a list. A letter has no plural.
fn is_among(names: &str, word: &str) -> bool {
    let singular = word.strip_suffix('s').filter(|word| word.len() > 1);
    names.split_ascii_whitespace().any(|name| name == word || Some(name) == singular)
}
