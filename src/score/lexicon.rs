//! Words and phrases that stand for each other in most answers, written by hand.
//!
//! Each line of `lexicon.txt` is a group, its members parted by commas: each can take the place of every other. Lines
//! that begin with `#` are for people. A deck's own `also:` words come before these.

use super::language::Language;
use super::similarity::Stem;
use super::stems::Stems;
use super::text::Text;
use super::words::parts;

const GROUPS: &str = include_str!("lexicon.txt");

/// A group of words and phrases that stand for each other.
pub(super) type Group = u16;

/// The groups by what stands in them.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    stems: Stems,
    /// For each stem the groups of which it is a member by itself.
    groups: Vec<Vec<Group>>,
    /// The members of more than one word.
    phrases: Vec<Member>,
    /// For each stem the first phrase that begins with it.
    begins: Vec<Option<usize>>,
    /// The single words of each group.
    members: Vec<Vec<usize>>,
}

/// A member of more than one word.
#[derive(Debug)]
struct Member {
    stems: Vec<String>,
    group: Group,
    /// The next one that begins with the same word.
    next: Option<usize>,
}

/// A phrase in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    /// Its first token.
    pub(super) at: usize,
    /// How many tokens it takes.
    pub(super) length: usize,
    pub(super) group: Group,
}

impl Lexicon {
    pub(super) fn new() -> Self {
        let mut lexicon = Lexicon::default();
        for (line, group) in groups().zip(0..) {
            lexicon.members.push(Vec::new());
            for member in parts(line, |c| c == ',') {
                let tokens = Text::new(member, Language::English).tokens;
                lexicon.add(tokens.into_iter().map(|token| token.stem).collect(), group);
            }
        }
        lexicon
    }

    fn add(&mut self, member: Vec<String>, group: Group) {
        let Some(first) = member.first().map(|stem| self.stems.intern(stem)) else { return };
        if first == self.groups.len() {
            self.groups.push(Vec::new());
            self.begins.push(None);
        }
        if member.len() > 1 {
            let place = self.phrases.len();
            let next = self.begins.get_mut(first).and_then(|begins| begins.replace(place));
            self.phrases.push(Member { stems: member, group, next });
        } else if let Some(groups) = self.groups.get_mut(first).filter(|groups| !groups.contains(&group)) {
            groups.push(group);
            self.members.last_mut().into_iter().for_each(|members| members.push(first));
        }
    }

    /// The groups of a word.
    pub(super) fn groups(&self, stem: &str) -> &[Group] {
        self.stems.find(stem).and_then(|number| self.groups.get(number)).map_or(&[], Vec::as_slice)
    }

    /// The words of groups.
    pub(super) fn members<'a>(&'a self, groups: &'a [Group]) -> impl Iterator<Item = &'a Stem> {
        let members = groups.iter().filter_map(|group| self.members.get(usize::from(*group)));
        members.flatten().filter_map(|number| self.stems.get(*number))
    }

    /// The groups of the words of groups.
    pub(super) fn near(&self, groups: &[Group]) -> Vec<Group> {
        let mut near: Vec<Group> = Vec::new();
        let members = groups.iter().filter_map(|group| self.members.get(usize::from(*group))).flatten();
        for group in members.filter_map(|number| self.groups.get(*number)).flatten() {
            if !near.contains(group) {
                near.push(*group);
            }
        }
        near
    }

    /// The phrases of a text.
    pub(super) fn phrases(&self, text: &Text) -> Vec<Phrase> {
        let mut found = Vec::new();
        for (at, token) in text.tokens.iter().enumerate() {
            let mut place = self.stems.find(&token.stem).and_then(|number| *self.begins.get(number)?);
            while let Some(Member { stems, group, next }) = place.and_then(|place| self.phrases.get(place)) {
                let here = text.tokens.get(at..at + stems.len()).unwrap_or(&[]);
                if !here.is_empty() && here.iter().zip(stems).all(|(token, stem)| token.stem == *stem) {
                    found.push(Phrase { at, length: stems.len(), group: *group });
                }
                place = *next;
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
        let goal = lexicon.groups("goal");
        assert!(goal.iter().any(|group| lexicon.groups("object").contains(group)), "goal, objective");
        assert_eq!(lexicon.groups("zzz"), []);
        let text = Text::new("we ask what they are trying to achieve here", Language::English);
        let found = lexicon.phrases(&text);
        assert!(
            found.iter().any(|phrase| (phrase.at, phrase.length) == (5, 3) && goal.contains(&phrase.group)),
            "{found:?}"
        );
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
