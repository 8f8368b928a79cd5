// The answer: set for reading, and for finding a point again at a glance.

export const ANSWER = /* css */ `
.answer { margin-block-start: 1.5em; padding-block-start: 1.15em; border-block-start: 1px solid var(--_line); }
:is(.answer, .step, .panel) > * + * { margin-block-start: 1.25em; }
:is(.answer, .panel) > .label + * { margin-block-start: .3em; }
.answer-label { color: var(--_accent); }
.answer-label.missed { color: inherit; }

.lead { font-size: 1.12em; line-height: 1.5; text-wrap: pretty; }
:is(.step, .panel) > .lead { font-size: 1em; }

.points { list-style: none; counter-reset: point; }
.point { position: relative; padding-inline-start: 1.75em; counter-increment: point; }
.point + .point { margin-block-start: .85em; }
.point::before { position: absolute; inset-inline-start: 0; color: var(--_accent); }
ul > .point::before {
  content: "";
  inset-block-start: .58em;
  inset-inline-start: .3em;
  inline-size: .42em;
  block-size: .42em;
  border-radius: 50%;
  background: var(--_accent);
}
ol:has(> .point:nth-child(10)) > .point { padding-inline-start: 2.25em; }
ol > .point::before { content: counter(point); font-weight: 650; font-variant-numeric: tabular-nums; }
.point-title { font-weight: 620; line-height: 1.45; }
.point-detail { color: color-mix(in oklab, var(--_ink) 88%, var(--_paper)); }

.result { font-size: 1.42em; font-weight: 650; line-height: 1.28; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.typed > .soft { margin-block-start: .3em; font-size: .925em; }
.worked { margin-block-start: .3em; font-variant-numeric: tabular-nums; }

.answer > * + .step { margin-block-start: 1.5em; padding-block-start: 1.25em; border-block-start: 1px solid var(--_line); }
.answer > hr { border: 0; border-block-start: 1px solid var(--_line); }
.step > .step-heading + * { margin-block-start: .6em; }

.tabs { display: flex; flex-wrap: wrap; gap: .4em; }
.tab { border-color: var(--_edge); font-size: .925em; overflow-wrap: anywhere; }
.tab[aria-selected="true"] { border-color: var(--_accent); background: var(--_tint); box-shadow: inset 0 -3px var(--_accent); }
.panel { margin-block-start: .9em; }

.mistakes + ul { margin-block-start: .3em; }

.mnemonic { background: var(--_tint); }
.pitfalls { border-inline-start: 3px solid var(--_rate-1); border-start-start-radius: 2px; border-end-start-radius: 2px; }

.comparison { display: grid; grid-template-columns: minmax(0, 1fr); gap: .75em; }
@container (min-width: 34em) { .comparison { grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); align-items: start; gap: 1em; } }
.side { padding: .75em 1.05em .9em; border: 1px solid var(--_line); border-block-start: 4px solid var(--_rate-1); border-radius: 3px 3px var(--_radius-small) var(--_radius-small); font-size: .95em; }
.side:only-child { grid-column: 1 / -1; }
.side.strong { border-block-start-color: var(--_rate-5); }
.side > .label { color: var(--_ink); font-size: .9em; }

.start-over { margin-block-start: 1.2em; color: var(--_soft); font-size: .875em; }
.start-over > summary { inline-size: fit-content; padding-block: .7em; }
.start-over > p { max-inline-size: 34em; padding-block-end: .7em; }

.fold { border-block-start: 1px solid var(--_line); }
.answer > .fold { margin-block-start: 1.5em; }
.answer > .fold + .fold { margin-block-start: 0; }
.fold > summary {
  overflow-wrap: anywhere;
  display: flex;
  align-items: center;
  gap: .6em;
  min-block-size: max(2.75em, 44px);
  font-weight: 600;
  list-style: none;
}
.fold > summary::-webkit-details-marker { display: none; }
.fold > summary::before {
  content: "";
  flex: none;
  inline-size: .42em;
  block-size: .42em;
  border: solid var(--_accent);
  border-width: 0 2px 2px 0;
  rotate: -45deg;
}
.fold[open] > summary::before { rotate: 45deg; }
.fold > .rich { padding: .1em 0 1.1em 1.05em; }
@media (forced-colors: active) {
  .box { border: 1px solid; }
  .tab[aria-selected="true"] { border: 3px solid Highlight; }
  ul > .point::before { background: CanvasText; }
}
`;
