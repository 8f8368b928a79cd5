//! Words and phrases that stand for each other in most answers, written by hand.
//!
//! Each line of `lexicon.txt` is a group, its members parted by commas: each can take the place of every other. Lines
//! that begin with `#` are for people. A deck's own `also:` words come before these.

use std::ops::Range;

use super::language::Language;
use super::numbered::Numbered;
use super::text::Text;
use super::words::parts;

const GROUPS: &str = include_str!("lexicon.txt");

/// A group of words and phrases that stand for each other.
pub(super) type Group = u16;

/// The groups by what stands in them.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    /// The stems that members begin with, and for each the last member that does.
    stems: Numbered,
    last: Vec<Option<usize>>,
    members: Vec<Member>,
}

/// A word or phrase.
#[derive(Debug)]
struct Member {
    text: Text,
    group: Group,
    /// The one before it that begins with the same stem.
    before: Option<usize>,
}

/// A word or phrase of the lexicon in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    /// Its tokens.
    pub(super) at: Range<usize>,
    pub(super) group: Group,
}

impl Lexicon {
    pub(super) fn new() -> Self {
        let mut lexicon = Lexicon::default();
        for (line, group) in groups().zip(0..) {
            for member in parts(line, |c| c == ',') {
                let text = Text::new(member, Language::English);
                let first = text.tokens.first().map_or(0, |token| token.stem.hash);
                let first = lexicon.stems.number(first);
                if first == lexicon.last.len() {
                    lexicon.last.push(None);
                }
                let n_members = lexicon.members.len();
                let before = lexicon.last.get_mut(first).and_then(|last| last.replace(n_members));
                lexicon.members.push(Member { text, group, before });
            }
        }
        lexicon
    }

    /// The words and phrases of a text.
    pub(super) fn phrases(&self, text: &Text) -> Vec<Phrase> {
        let mut found = Vec::new();
        for (at, token) in text.tokens.iter().enumerate() {
            let first = self.stems.find(token.stem.hash);
            let mut place = first.and_then(|first| *self.last.get(first)?);
            while let Some(Member { text: member, group, before }) =
                place.and_then(|place| self.members.get(place))
            {
                let here = text.tokens.iter().skip(at).zip(&member.tokens);
                let n_tokens = member.tokens.len();
                if here.take_while(|(token, other)| token.stem.hash == other.stem.hash).count() == n_tokens {
                    found.push(Phrase { at: at..at + n_tokens, group: *group });
                }
                place = *before;
            }
        }
        found
    }
}

fn groups() -> impl Iterator<Item = &'static str> {
    parts(GROUPS, |c| c == '\n').filter(|line| !line.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_of_a_group_stand_for_each_other() {
        let lexicon = Lexicon::new();
        let found = |text| lexicon.phrases(&Text::new(text, Language::English));
        let goal: Vec<Group> = found("the goal").into_iter().map(|phrase| phrase.group).collect();
        let is_goal = |phrase: &Phrase| goal.contains(&phrase.group);
        assert!(found("objectives").iter().any(is_goal));
        assert!(found("zzz").is_empty() && found("trying to").is_empty());
        let found = found("we ask what they are trying to achieve here");
        assert!(found.iter().any(|phrase| phrase.at == (5..8) && is_goal(phrase)), "{found:?}");
    }

    #[test]
    fn every_line_is_a_group_of_two_or_more_and_names_nothing_twice() {
        for line in groups() {
            let mut members: Vec<_> = parts(line, |c| c == ',').map(str::trim).collect();
            assert!(members.len() > 1, "{line}");
            assert!(members.iter().all(|member| !member.is_empty() && member.trim() == *member), "{line}");
            members.sort_unstable();
            members.dedup();
            assert_eq!(members.len(), parts(line, |c| c == ',').map(str::trim).count(), "{line}");
        }
    }
}
