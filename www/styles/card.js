// A card before its answer: topic, prompt, what the interviewer says, help, actions.

export const CARD = /* css */ `
.card { flex: 1; padding: calc(var(--_pad) * .95) var(--_pad) calc(var(--_pad) * 1.1); min-inline-size: 0; }

.topic {
  display: flex;
  flex-wrap: wrap;
  align-items: baseline;
  justify-content: space-between;
  gap: 0 1.5em;
  margin-block-end: .5em;
  color: var(--_accent);
  font-size: .875em;
  font-weight: 600;
  line-height: 1.4;
}
.topic > * { min-inline-size: 0; overflow-wrap: anywhere; }
.why { color: var(--_soft); font-weight: 400; }
.why[open] { flex-basis: 100%; }
.why > summary { inline-size: fit-content; margin: -.6em; padding: .6em; list-style: none; text-decoration: underline dotted; text-underline-offset: .25em; }
.why > summary::-webkit-details-marker { display: none; }
.why > p { margin-block: .3em .5em; }

.prompt { font-size: 1.42em; font-weight: 650; line-height: 1.28; letter-spacing: -.011em; text-wrap: pretty; }
@container (max-width: 20em) { .prompt { hyphens: auto; } }
@container (min-width: 32em) { .prompt { font-size: 1.55em; } }

.gap {
  display: inline-block;
  min-inline-size: 5em;
  max-inline-size: 100%;
  padding-inline: .4em;
  border-block-end: 2px solid var(--_accent);
  background: var(--_tint);
  color: var(--_soft);
  font-weight: 400;
  line-height: 1.15;
  text-align: center;
}
.filled { font-weight: 700; text-decoration: underline var(--_accent) 2px; text-underline-offset: .2em; }

.quote {
  position: relative;
  inline-size: fit-content;
  max-inline-size: 100%;
  margin-block-start: 1.1em;
  padding: .75em 1.05em;
  border-radius: 1.1em 1.1em 1.1em .25em;
  background: var(--_shade);
}
@media (forced-colors: active) { .quote { border: 1px solid; } }

.label { color: var(--_soft); font-size: .825em; font-weight: 600; line-height: 1.4; }
.box { padding: .8em 1.05em .9em; border-radius: var(--_radius-small); background: var(--_shade); }
.box > .label + * { margin-block-start: .2em; }
.rung { margin-block-start: .75em; background: none; border: 1px dashed var(--_edge); }
.help > .rung:first-child { margin-block-start: 1.3em; }

.step-heading { font-size: 1.18em; font-weight: 650; line-height: 1.35; }
.step-heading > .label { display: block; color: var(--_accent); font-size: .7em; }
.minutes { color: var(--_soft); font-weight: 400; }
.next { margin-block-start: 1.5em; }
.next > .soft { font-size: .925em; }

.options { margin-block-start: 1.2em; }
.options > legend { padding: 0; }
.options ul { list-style: none; }
.option {
  display: flex;
  gap: .7em;
  min-block-size: 44px;
  margin-block-start: .45em;
  padding: .6em .8em;
  border: 1px solid var(--_line);
  border-radius: var(--_radius-small);
}
.option > .rich { flex: 1; min-inline-size: 0; }
.option > :is(input, .sign) { flex: none; inline-size: 1.2em; block-size: 1.2em; margin: .175em 0 0; }
@media (hover: hover) and (pointer: fine) {
  .option[data-key]::after { content: attr(data-key) / ""; color: var(--_soft); font-size: .85em; font-variant-numeric: tabular-nums; }
}
label.option { cursor: pointer; touch-action: manipulation; }
.option > input { accent-color: var(--_accent); outline: none; }
@media (hover: hover) { :where(label).option:hover { background: var(--_shade); } }
.option:has(:checked), .option.right { border-color: var(--_accent); }
.option:has(:checked), .option.picked { background: var(--_tint); }
.option:has(:focus-visible) { outline: 2px solid var(--_accent); outline-offset: 2px; }
.option.wrong.picked { border-color: var(--_rate-1); background: color-mix(in oklab, var(--_rate-1) 12%, var(--_paper)); }
.option :is(.label, .label + *) { margin-block-start: .2em; }
.right > .sign::before {
  content: "";
  display: block;
  inline-size: .5em;
  block-size: .95em;
  margin-inline: auto;
  border: solid var(--_accent);
  border-width: 0 .18em .18em 0;
  rotate: 45deg;
}
.wrong > .sign::before { content: "×"; display: block; font-size: 1.5em; line-height: .8; text-align: center; color: var(--_soft); }
.wrong.picked > .sign::before { color: inherit; font-weight: 700; }

.actions {
  display: flex;
  flex-wrap: wrap;
  gap: .6em;
  padding: .75em var(--_pad);
  padding-block-end: max(.75em, env(safe-area-inset-bottom));
  border-block-start: 1px solid var(--_line);
  border-end-start-radius: calc(var(--_radius) - 1px);
  border-end-end-radius: calc(var(--_radius) - 1px);
  background: var(--_paper);
}
.actions > button { flex: 1 1 auto; }
.actions > .primary { flex-grow: 3; }
@container (min-width: 32em) {
  .actions { justify-content: flex-end; padding-block: 1em; }
  .actions > :is(.primary, .secondary) { flex: 0 0 auto; }
  .actions > .primary { min-inline-size: 10em; }
}
/* Always in reach of a thumb, but on a low screen the ratings would hide the answer. */
@container (min-width: 16em) {
  .actions { position: sticky; inset-block-end: 0; z-index: 1; }
}
@media (max-height: 30em) {
  .actions:has(.ratings) { position: static; }
}
@media (max-height: 15em) {
  .actions { position: static; }
}

.pause-lead { margin-block-start: .5em; }
.pause > .soft { margin-block-start: .25em; font-size: .925em; }
.pause > section { margin-block-start: 1.9em; }
`;
