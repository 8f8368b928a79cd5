//! A card's part of the text: its heading, its passages and its sections.

use super::markdown::{Heading, Located, unlocated};
use super::section::{self, SectionPlace};
use super::{Builder, Place, answer, check, choice, grid, name, names, point, prompt};
use crate::deck::id::CardId;
use crate::deck::issue::excerpt;
use crate::deck::model::{
    Card, Passage, Point, PointOrder, Points, Prompt, Rung, Section, Stage, Strictness, Task, Variant,
};
use crate::deck::number::Input;
use crate::deck::rich::{Block, Inline, ListItem, plain_text};

impl Builder<'_, '_> {
    pub(super) fn card(&mut self, heading: Heading, at: usize, end: usize) {
        self.finish_card();
        let heading = with_input_at_end(heading, self.text.get(at..end).unwrap_or(""));
        (self.has_task, self.has_bad_answer) = (false, false);
        let title = plain_text(&heading.content);
        if title.trim().is_empty() {
            self.issues.add(
                at,
                "card without a prompt",
                "write the question after the ##; the card is left out",
            );
            self.place = Place::Nowhere;
            return;
        }
        self.check_attributes(&heading, at);
        let (explicit, was) = names(&heading);
        let facet = grid::find(&self.facet_names, &title).filter(|_| !self.deck.topics.is_empty());
        let strictness = self.strictness(&heading, at);
        let content = self.prompt(heading, facet);
        let name = match facet {
            Some(_) => name(&title, "card"),
            None => name(&prompt::lasting_text(&content), "card"),
        };
        let (id, was) = self.card_ids(explicit, was, &name);
        self.card_at = at;
        self.card = Some(Card {
            id,
            was,
            topic: self.deck.topics.len().checked_sub(1),
            facet,
            prompt: Prompt { title: content, quote: Vec::new() },
            strictness,
            ..Card::default()
        });
        self.place = Place::Card;
    }

    /// The `strictness=` of a heading.
    fn strictness(&mut self, heading: &Heading, at: usize) -> Strictness {
        let given = heading.attributes.iter().find(|(key, _)| key == "strictness");
        let Some((_, given)) = given else { return Strictness::default() };
        Strictness::from_name(given).unwrap_or_else(|| {
            let found = format!("strictness `{}`", excerpt(given));
            self.issues.add(at, found, "write strictness=lenient, strictness=normal or strictness=strict");
            Strictness::default()
        })
    }

    /// What is asked below a heading.
    fn prompt(&mut self, heading: Heading, facet: Option<usize>) -> Vec<Inline> {
        if let (Some(facet), Some(topic)) =
            (facet.and_then(|facet| self.deck.facets.get(facet)), self.deck.topics.last())
        {
            return vec![Inline::Text { text: grid::question(facet, topic) }];
        }
        prompt::read(heading.content, &mut self.braces)
    }

    /// The card's name and the names it had before.
    fn card_ids(&self, explicit: Option<String>, was: Vec<String>, name: &str) -> (CardId, Vec<CardId>) {
        let topic = self.deck.topics.last();
        let mut before: Vec<_> = was.iter().cloned().map(CardId).collect();
        if explicit.is_none() {
            let topics = topic.into_iter().flat_map(|topic| &topic.was);
            let topics = topics.map(|topic| CardId::within(Some(topic), name));
            before.extend(topics.filter(|id| !was.contains(&id.0)));
        }
        let id = explicit.map_or_else(|| CardId::within(topic.map(|topic| topic.id.as_str()), name), CardId);
        (id, before)
    }

    pub(super) fn section(&mut self, heading: Heading, at: usize) {
        if plain_text(&heading.content).trim().is_empty() {
            self.issues.add(at, "section without a title", "write its title after the ###");
        }
        self.check_attributes(&heading, at);
        if let Some(meant) = section::meant(&heading.content) {
            let found = format!("`### {}`", excerpt(&plain_text(&heading.content)));
            self.issues.add(at, found, format!("did you mean `### {meant}`? It is a plain section"));
        } else if section::is_step_without_title(&heading.content) {
            let advice =
                "write what is done in it after a colon, as in `### Step 1: Clarify`; it is a plain section";
            self.issues.add(at, "a step without a title", advice);
        }
        let section = section::read(heading.content);
        let place = section.place;
        self.leave_section(matches!(place, SectionPlace::Stage { .. }));
        self.section_at = at;
        let is_untitled = matches!(place, SectionPlace::Stage { .. } | SectionPlace::Variant);
        if is_untitled && section.title.is_empty() {
            self.issues.add(at, "a step or variant without a title", "write what it is after the colon");
        }
        let Some(card) = &mut self.card else { return };
        match place {
            SectionPlace::Help(kind) => card.help.push(Rung { kind, content: Vec::new() }),
            SectionPlace::Fold(kind) => {
                card.sections.push(Section { kind, title: section.title, content: Vec::new() });
            }
            SectionPlace::Pitfalls => {}
            SectionPlace::Stage { number } => {
                let expected = card.stages.len() + 1;
                if number.is_some_and(|number| number != expected) {
                    let advice = format!("number the steps 1, 2, 3 …; it is step {expected}");
                    self.issues.add(at, format!("step {}", number.unwrap_or(0)), advice);
                }
                let (title, minutes) = (section.title, section.minutes);
                card.stages.push(Stage { title, minutes, ..Stage::default() });
                self.stage_at = at;
            }
            SectionPlace::Variant => {
                let variants = variants(card);
                let is_double = variants.iter().take(50).any(|other| other.title == section.title);
                variants.push(Variant { title: section.title, passage: Passage::default() });
                if is_double {
                    let advice = "give it another name: two tabs with one name cannot be told apart";
                    self.issues.add(at, "a second variant of this name", advice);
                }
            }
        }
        if matches!(place, SectionPlace::Stage { .. } | SectionPlace::Variant) {
            self.has_task = false;
        }
        self.place = Place::Section(place);
    }

    /// Looks back at the section in hand, and at its step if the step is over too.
    fn leave_section(&mut self, is_step_over: bool) {
        let (place, section_at, stage_at) = (self.place, self.section_at, self.stage_at);
        let Some(card) = &mut self.card else { return };
        if let (Place::Section(SectionPlace::Variant), Some(variant)) = (place, variants(card).last())
            && variant.passage.is_empty()
        {
            let found = format!("the variant `{}` without an answer", excerpt(&plain_text(&variant.title)));
            let advice = "write the answer told for it below its heading";
            self.issues.add(section_at, found, advice);
        }
        if let Some(stage) = card.stages.last()
            && is_step_over
            && stage.passage.is_empty()
            && stage.variants.is_empty()
        {
            let found = format!("the step `{}` without an answer", excerpt(&plain_text(&stage.title)));
            self.issues.add(stage_at, found, "write what is said in it below its heading");
        }
    }

    /// The passage in hand, if what is in hand has one of its own.
    fn passage(&mut self) -> Option<&mut Passage> {
        let card = self.card.as_mut()?;
        match self.place {
            Place::Section(SectionPlace::Stage { .. }) => Some(&mut card.stages.last_mut()?.passage),
            Place::Section(SectionPlace::Variant) => Some(&mut variants(card).last_mut()?.passage),
            _ => None,
        }
    }

    pub(super) fn list(&mut self, start: Option<u32>, items: Vec<Located<ListItem>>, at: usize) {
        let in_card = matches!(self.place, Place::Card);
        let in_passage = self.passage().is_some();
        if !(in_card || in_passage) || self.has_task {
            if in_card || in_passage {
                self.second_list(&items, at);
            }
            self.block(Block::List { start, items: unlocated(items) });
            return;
        }
        if items.iter().any(|item| item.it.checked.is_some()) && in_card {
            self.has_task = true;
            let options = choice::read(items, at, self.issues);
            if let Some(card) = self.card.as_mut().filter(|_| !options.is_empty()) {
                card.task = Task::Choice(options);
            }
            return;
        }
        if items.iter().any(|item| item.it.checked.is_some()) {
            let advice = "put the choice into a card of its own; the boxes are dropped";
            self.issues.add(at, "a choice inside a step or variant", advice);
        }
        self.has_task = true;
        let order = if start.is_some() { PointOrder::Ranked } else { PointOrder::Any };
        let (places, items): (Vec<_>, Vec<_>) =
            items.into_iter().filter_map(|item| Some((item.at, self.point(item)?))).unzip();
        check::check_points(&items, &places, self.issues);
        if items.is_empty() {
            return;
        }
        let points = Points { order, items };
        if let Some(passage) = self.passage() {
            passage.points = points;
        } else if let Some(card) = &mut self.card {
            card.task = Task::Points(points);
        }
    }

    /// A list where there is an answer already. After a typed answer it explains it.
    fn second_list(&mut self, items: &[Located<ListItem>], at: usize) {
        let has_boxes = items.iter().any(|item| item.it.checked.is_some());
        let task = self.card.as_ref().map(|card| &card.task);
        if has_boxes || matches!(task, Some(Task::Points(_) | Task::Choice(_))) || self.passage().is_some() {
            self.issues.add(
                at,
                "a second list in the answer",
                "join it to the first, or put it below a ### heading; it is shown, but its items are not key \
                 points",
            );
        }
    }

    fn point(&mut self, item: Located<ListItem>) -> Option<Point> {
        let point = point::read(item.it.content);
        if plain_text(&point.title).trim().is_empty() {
            self.issues.add(
                item.at,
                "key point without a title",
                "begin it with a few words; it is left out",
            );
            return None;
        }
        Some(point)
    }

    /// Reads `= 42`, and tells whether the block was such a one.
    pub(super) fn typed_answer(&mut self, block: &Block, at: usize, end: usize) -> bool {
        if !matches!((self.place, block), (Place::Card, Block::Paragraph { .. })) {
            return false;
        }
        let Some(source) = answer::source_of(self.text, at, end) else {
            if let Some(place) = answer::hidden_in(self.text, at, end) {
                let advice = "put a blank line above it to make it the accepted answer";
                self.issues.add(place, "a line that begins with `=` inside a paragraph", advice);
            }
            return false;
        };
        if self.has_task {
            let advice = "keep one answer in a card; it is shown as text";
            self.issues.add(at, "a second answer in the card", advice);
            return false;
        }
        self.has_task = true;
        let begin = at + self.text.get(at..end).and_then(|text| text.find('=')).unwrap_or(0);
        let (source, below) = source.split_once('\n').unwrap_or((source, ""));
        if !below.trim().is_empty() {
            let advice = "put a blank line below the answer; it is shown after it";
            self.issues.add(begin + 1 + source.len() + 1, "a line right below the answer", advice);
        }
        let task = answer::read(source, begin, self.braces.inputs.clone(), self.issues);
        // What could not be read is shown as it stands.
        self.has_bad_answer = task.is_none();
        self.has_task = !self.has_bad_answer;
        if let (Some(card), Some(task)) = (&mut self.card, task) {
            card.task = task;
            let text = below.split_whitespace().collect::<Vec<_>>().join(" ");
            if !text.is_empty() {
                card.notes.push(Block::Paragraph { content: vec![Inline::Text { text }] });
            }
        }
        !self.has_bad_answer
    }

    /// Puts a block where it belongs.
    pub(super) fn block(&mut self, block: Block) {
        if let (Place::Card, Block::Quote { .. }, Some(card)) = (self.place, &block, &mut self.card)
            && is_directly_below(card)
        {
            if let Block::Quote { content } = block {
                card.prompt.quote = prompt::read_blocks(content, &mut self.braces);
            }
            return;
        }
        let has_task = self.has_task;
        if let Some(passage) = self.passage() {
            if has_task {
                passage.notes.push(block)
            } else {
                passage.headline.push(block)
            }
            return;
        }
        let home = match (self.place, &mut self.card, self.deck.topics.last_mut()) {
            (Place::Deck, ..) => &mut self.deck.about,
            (Place::Topic, _, Some(topic)) => &mut topic.about,
            (Place::Card, Some(card), _) if has_task => &mut card.notes,
            (Place::Card, Some(card), _) => &mut card.headline,
            (Place::Section(place), Some(card), _) => match place {
                SectionPlace::Pitfalls => &mut card.pitfalls,
                SectionPlace::Help(_) => match card.help.last_mut() {
                    Some(rung) => &mut rung.content,
                    None => return,
                },
                _ => match card.sections.last_mut() {
                    Some(section) => &mut section.content,
                    None => return,
                },
            },
            _ => return,
        };
        home.push(block);
    }

    /// Puts the card in hand into the deck.
    pub(super) fn finish_card(&mut self) {
        self.leave_section(true);
        let braces = std::mem::take(&mut self.braces);
        let Some(mut card) = self.card.take() else { return };
        let at = self.card_at;
        let find = |searched: &str| {
            self.text.get(at..).and_then(|text| text.find(searched)).map_or(at, |place| at + place)
        };
        for (searched, advice) in braces.faults {
            self.issues.add(find(&searched), format!("`{}` in the prompt", excerpt(&searched)), advice);
        }
        if let Task::Number(number) = &mut card.task {
            number.mistakes = answer::mistakes(&card.pitfalls, &number.inputs, find, self.issues);
        } else if let (Some(input), false) = (braces.inputs.first(), self.has_bad_answer) {
            let place = find(&format!("{{{}", input.name));
            let advice = "write the formula after the prompt, as in `= reach * impact ± 1%`";
            self.issues.add(place, "inputs without a formula", advice);
        }
        if braces.n_gaps > prompt::MOST_GAPS {
            self.issues.add(
                at,
                "a prompt of more than 50 gaps",
                "part it into several cards; the first 50 are asked",
            );
        }
        for card in prompt::one_for_each_gap(card, braces.n_gaps) {
            self.deck.cards.push(card);
            self.cards_at.push(at);
        }
    }
}

/// An input at the end of a heading is an input, although Markdown takes what stands there for names.
fn with_input_at_end(mut heading: Heading, source: &str) -> Heading {
    let inside = || source.trim_end().strip_suffix('}')?.rsplit_once('{');
    if let Some((_, inside)) = inside().filter(|_| !heading.attributes.is_empty())
        && let Some(Ok(_)) = Input::read(inside)
    {
        heading.content.push(Inline::Text { text: format!(" {{{inside}}}") });
        heading.attributes.clear();
    }
    heading
}

/// The variants in hand: those of the last step, or of the card.
fn variants(card: &mut Card) -> &mut Vec<Variant> {
    match card.stages.last_mut() {
        Some(stage) => &mut stage.variants,
        None => &mut card.variants,
    }
}

/// Whether nothing but the heading stands above.
fn is_directly_below(card: &Card) -> bool {
    card.headline.is_empty() && card.task == Task::Recall && card.prompt.quote.is_empty()
}
