//! What is known of English: the words that say little, and those that turn a sentence around.

use super::words::{is_in, pairs};

/// Words that say nothing about what is talked of, sorted.
const STOP: &str = "a about above after again against all also am an and any are as at be because been before being below \
    between both but by can could did do does doing don down during each eg etc even few for from further \
    get got had has have having he her here hers him his how however i ie if in into is it its just let like \
    made make makes many may me might mine more most much must my now of off on once one only or other our \
    ours out over own really s same shall she should so some still such t than that the their theirs them \
    then there therefore these they thing things this those through thus to too under until up upon us use \
    used using very via was way we well were what when where which while who whom why will with would yet \
    you your yours";

/// Words that negate what follows.
const NEGATORS: &str = "barely cannot except hardly lack lacking lacks neither never no nobody none nor not \
    nothing nowhere unable without";

/// Words for leaving something out. `Skip for tiny fixes` is said by who would *not* use it for tiny fixes.
const OMISSIONS: &str =
    "avoid drop exclude leave leaves omit prevent prevention prevents refuse refuses skip skips";

/// Irregular forms, sorted, each with the word that it belongs to.
const IRREGULAR: &str = "bought buy broke break broken break built build chose choose chosen choose criteria criterion driven drive drove \
    drive eight 8 eleven 11 fallen fall fell fall felt feel five 5 found find four 4 gave give given give gone go \
    grew grow grown grow heard hear held hold hypotheses hypothesis kept keep knew know known know learnt learn led \
    lead left leave lost lose met meet nine 9 paid pay ran run risen rise rose rise said say saw see seen see seven \
    7 shown show six 6 sold sell spent spend spoke speak spoken speak ten 10 thought think three 3 told tell twelve \
    12 two 2 understood understand went go won win written write wrote write";

/// Endings by which a word is bent, in the order in which they are taken off, and the shortest stem that is left.
const ENDINGS: [&str; 10] = ["s", "ing", "ed", "er", "ion", "ment", "e", "y", "i", "l"];
const SHORTEST_STEM: usize = 3;

/// Auxiliaries that people write together with a `not` whose apostrophe they leave out.
const AUXILIARIES: &str = "are could did do does had has have is should was were would";

/// Words that a negator reaches beyond: `we do not need to worry about churn`.
const LIGHT: &str = "able actually always believe bother care have just matter necessarily need possible really require \
    simply think try want worry";

/// Words that ask: what a negator before them denies is only that something is known.
const ASKING: &str = "how what where whether which who whose why";

/// Words that begin a clause of its own.
const CONJUNCTIONS: &str = "although because but while";

/// Words that could stand in an answer to nearly any question, and so say little.
pub(super) const COMMON: &str = "able actually allow always amount another anyone anything around ask away back bad based basically \
    become begin believe best better big bit call case cause certain change clear come common consider \
    contain create day depend describe different due easily easy especially everyone everything example \
    explain fact feel few find first general generally get give go good great happen hard help high idea \
    important include inside involve keep kind know large last least less let likely little long look lot \
    low make many maybe mean more most much need never new next nothing number occur often old outside part \
    particular people person place point possible probably provide put quickly real reason require right \
    said say second see seem set several short show similar simple simply since small someone something \
    sometimes sort start stop sure take talk tell thing think three time today together true try two type \
    understand use usually various want way within work wrong year job product";

/// More that could: what people talk of when they say nothing of what was asked.
pub(super) const TALK: &str = "advantage challenge choose communicate company compare data decide disadvantage end expect \
    experience finally goal improve learn list manage matter measure month option outcome overall plan previous problem \
    process progress project question result review scale share step support team thank";

/// Whether a word says nothing about what is talked of.
pub(super) fn is_stop(word: &str) -> bool {
    // Of all lists the longest, and read for each word.
    STOP.split_ascii_whitespace().find(|known| *known >= word) == Some(word)
}

/// What is left of a word without its endings, so that its forms are one: `family`, and `families`.
///
/// This is no more than scores on graded answers get better by: what forms are left apart,
/// [`Stem::similarity`](super::similarity::Stem::similarity) and runs of characters join. Snowball's stemmer for English,
/// at three kilobytes, scored the same there.
pub(super) fn stem(word: &str) -> &str {
    let mut stem = regular(word);
    for ending in ENDINGS {
        stem = stem.strip_suffix(ending).filter(|rest| rest.len() >= SHORTEST_STEM).unwrap_or(stem);
    }
    stem
}

/// The word that an irregular form belongs to; any other word is its own.
fn regular(word: &str) -> &str {
    let mut sorted = pairs(IRREGULAR).skip_while(|(irregular, _)| *irregular < word);
    sorted.next().filter(|(irregular, _)| *irregular == word).map_or(word, |(_, regular)| regular)
}

/// Whether a word negates what follows: not the `no` of `go/no-go`, but the `to` of `failed to`.
pub(super) fn is_negator(before: &str, word: &str) -> bool {
    match (before, word) {
        ("go", "no") => false,
        ("fail" | "failed" | "fails", "to") => true,
        (_, word) => is_in(NEGATORS, word),
    }
}

/// Whether a point that begins with a word is itself about what is not done.
pub(super) fn is_omission(word: &str) -> bool {
    is_in(OMISSIONS, word)
}

/// Whether a negator reaches beyond a stem as if it were not there.
pub(super) fn is_light(stem: &str) -> bool {
    LIGHT.split_ascii_whitespace().any(|light| self::stem(light) == stem)
}

/// Whether a negator reaches no further than to a word: `nobody can tell what problem it solves`.
pub(super) fn is_asking(word: &str) -> bool {
    is_in(ASKING, word)
}

/// Whether a word begins a clause of its own.
pub(super) fn begins_clause(word: &str) -> bool {
    is_in(CONJUNCTIONS, word)
}

/// The auxiliary of a word such as `doesnt`.
pub(super) fn auxiliary_of(word: &str) -> Option<&str> {
    word.strip_suffix("nt").filter(|stem| is_in(AUXILIARIES, stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_on_one_list_at_most() {
        assert!(is_negator("failed", "to") && !is_negator("a", "failed") && !is_negator("go", "no"));
        for word in NEGATORS.split_ascii_whitespace() {
            assert!(!is_stop(word), "{word}");
        }
        assert!(pairs(IRREGULAR).is_sorted() && STOP.split_ascii_whitespace().is_sorted());
        assert_eq!([regular("chose"), regular("goal")], ["choose", "goal"]);
        assert!(is_stop("the") && is_negator("", "without") && begins_clause("but"));
        assert!(!is_stop("th") && !is_stop("") && !is_negator("", "note"));
        assert_eq!(
            [auxiliary_of("doesnt"), auxiliary_of("want"), auxiliary_of("nt")],
            [Some("does"), None, None]
        );
    }
}
