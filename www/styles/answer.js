// The answer: set for reading, and for finding a point again at a glance.

export const ANSWER = /* css */ `
.answer { margin-block-start: 1.5em; padding-block-start: 1.15em; border-block-start: 1px solid var(--_line); }
.answer > * + * { margin-block-start: 1.25em; }
.answer > .label + * { margin-block-start: .3em; }
.answer-label { color: var(--_accent); }

.lead { font-size: 1.12em; line-height: 1.5; text-wrap: pretty; }

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
ol > .point::before { content: counter(point); font-weight: 650; font-variant-numeric: tabular-nums; }
.point-title { font-weight: 620; line-height: 1.45; }
.point-detail { color: color-mix(in oklab, var(--_ink) 88%, var(--_paper)); }

.mnemonic { background: var(--_tint); }
.pitfalls { border-inline-start: 3px solid var(--_rate-1); border-start-start-radius: 2px; border-end-start-radius: 2px; }

.comparison { display: grid; grid-template-columns: minmax(0, 1fr); gap: .75em; }
@container (min-width: 34em) { .comparison { grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); align-items: start; gap: 1em; } }
.side { padding: .75em 1.05em .9em; border: 1px solid var(--_line); border-block-start: 4px solid var(--_rate-1); border-radius: 3px 3px var(--_radius-small) var(--_radius-small); font-size: .95em; }
.side.strong { border-block-start-color: var(--_rate-5); }
.side > .label { color: var(--_ink); font-size: .9em; }

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
  ul > .point::before { background: CanvasText; }
}
`;
