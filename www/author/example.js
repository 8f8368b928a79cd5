// What a new author finds: a card of nearly every kind.

export const EXAMPLE = `---
title: An example deck
id: example
language: en
---

Each card below is of another kind. Change the text and watch the cards beside it.

# Talking about your work

## How do you open an answer about something you shipped?

Begin with what changed for the customer, then say what you decided.

- **Outcome**: one figure, before and after
  - also: result, metric, number
- **Decision**: what you chose, and what you gave up for it
- **People**: whose work became easier

### Hint
What would the listener repeat to somebody else?

### Pitfalls
- Listing features in the order in which they were built.

### Weak answer
We launched a new editor, and then a dashboard, and everybody liked it.

### Strong answer
Support tickets about drafts fell from 40 a week to 12. I chose to fix saving first and let the dashboard wait.

## What comes first when a launch goes wrong? {#incident}

> It is Friday, four o'clock, and checkout fails for one customer in ten.

Stop the harm before you look for the cause.

1. **Limit**: switch it off or roll it back
2. **Tell**: support, sales and the customers concerned
3. **Find**: the cause, with whoever knows the code
4. **Learn**: a review that blames nobody

# Knowing the terms

## Which of these is a leading indicator?

- [x] Share of new teams that invite a colleague in their first week -- It moves before renewals do.
- [ ] Revenue of the past quarter -- It tells what has already happened.
- [ ] Number of features shipped -- It is output, whatever comes of it.

## What do you call the share of customers who leave in a period?

= churn | churn rate | customer churn

## A prototype is built to {{learn::verb}}, a pilot to {{prove it at small scale}}.

# Working with numbers

## What is the payback time?

> A customer costs \${cost: 200..600 step 50} to win and brings in \${margin: 20 | 25 | 40 | 50} of margin a month.
> After how many months is the cost back?

= cost / margin ± 5%

### Common mistakes
- Turned the fraction over: \`= margin / cost\`

# Long answers

## How would you improve the first week of a note-taking app?

### Step 1: Clarify (1 min)
Ask who it is for and what a good first week looks like.

- **User**: students, or teams at work
- **Goal**: a habit, or a first shared note

### Step 2: Choose (2 min)
Pick one moment and say why it matters more than the others.

### Step 3: Measure (1 min)
Name the figure that would tell you to stop.

### Variant: A paid app
Begin with what people expect for their money on the first day.

### Variant: A free app
Begin with what brings people back without being asked.

### Mnemonic
CCM: clarify, choose, measure.
`;
