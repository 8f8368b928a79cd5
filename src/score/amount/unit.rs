//! What amounts are counted in.

use super::DecimalMark;
use super::numeral::Numeral;
use crate::score::words::{is_in, parts, split_first};

/// What is counted: the sign before each line of [`NAMES`], or nothing that is known here, such as users. Amounts of one
/// kind can be compared with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Kind(char);

impl Kind {
    /// A bare number, or things.
    pub(crate) const PLAIN: Self = Kind(' ');
    /// Parts of a whole, in ones.
    pub(crate) const RATIO: Self = Kind('%');
    /// In seconds.
    pub(super) const TIME: Self = Kind('s');
    /// In kilograms.
    pub(super) const MASS: Self = Kind('g');
    /// In meters.
    pub(super) const LENGTH: Self = Kind('m');
    /// Cents of any currency.
    const CENTS: Self = Kind('c');

    /// That of what is paid in the currency with this sign.
    pub(super) fn of_currency(sign: char) -> Option<Self> {
        matches!(sign, '$' | '€' | '£' | '¥' | '₹').then_some(Kind(sign))
    }

    pub(crate) fn is_money(self) -> bool {
        self == Self::CENTS || Self::of_currency(self.0).is_some()
    }

    /// Whether both can be compared.
    pub(crate) fn fits(self, other: Self) -> bool {
        let is_of_any = self == Self::CENTS || other == Self::CENTS;
        self == other || (is_of_any && self.is_money() && other.is_money())
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

/// What makes a number so many times as large, in [`NAMES`].
const TIMES: char = '*';
/// What means nothing by itself, there.
const FILLER: char = '-';

/// A kind and what one is, then its names in the singular. Of bytes there is `b`; months and years are means.
const NAMES: &str = "*1000 k thousand tsd|*1000000 m mm mn mio million|*1e9 b bn billion mrd g|*1e12 t tn trillion|\
    *100 hundred|*12 dozen|*1e5 lakh|-1 of us person man developer engineer staff|\
    $1 usd dollar buck|€1 eur euro|£1 gbp pound quid|¥1 jpy yen|₹1 inr rupee rs|c.01 cent|\
    %.01 percent pct point pp pt percentage|%.0001 bp|%1 x times|\
    s.001 ms millisecond|s1 s sec second|s60 m min minute|s3600 h hr hour|s86400 d day|s604800 w wk week|\
    s2629800 mo month|s7889400 quarter|s31557600 y yr year|\
    g.000001 mg milligram|g.001 g gram|g1 kg kilo kilogram|g1000 t ton tonne|g.45359237 lb pound|\
    g.028349523125 oz ounce|\
    m.001 mm millimeter millimetre|m.01 cm centimeter centimetre|m1 m meter metre|m1000 km kilometer kilometre|\
    m.0254 inch inche|m.3048 ft foot feet|m.9144 yd yard|m1609.344 mi mile|\
    b1 byte|b1e3 kb kilobyte|b1e6 mb megabyte|b1e9 gb gigabyte|b1e12 tb terabyte|b1e15 pb petabyte|\
    b1024 kib kibibyte|b1048576 mib mebibyte|b1073741824 gib gibibyte|b1099511627776 tib tebibyte";

/// What a folded word means where amounts of the kind `expected` are: `m` is a million, a meter or a minute.
pub(super) fn meaning(word: &str, expected: Kind) -> Meaning {
    // Other points are counted, such as those of a story.
    if expected != Kind::RATIO && is_in("point points pt pts", word) {
        return Meaning::Unknown;
    }
    let mut found = Meaning::Unknown;
    for (kind, entry) in parts(NAMES, |c| c == '|').filter_map(split_first) {
        let is_expected = Kind(kind) == expected;
        if !(is_expected || found == Meaning::Unknown) || !is_among(entry, word) {
            continue;
        }
        let one = Numeral::read(entry, DecimalMark::Point).map_or(1.0, |(numeral, _)| numeral.value);
        found = match kind {
            TIMES => Meaning::Times(one),
            FILLER => Meaning::Filler,
            kind => Meaning::Unit(Kind(kind), one),
        };
        if is_expected {
            break;
        }
    }
    found
}

/// Whether a word, or that of which it is the plural, stands in a list. A letter has no plural.
pub(super) fn is_among(names: &str, word: &str) -> bool {
    let singular = word.strip_suffix('s').filter(|word| word.len() > 1);
    is_in(names, word) || singular.is_some_and(|word| is_in(names, word))
}
