// What the dialog of the plan wears, beside what the widget does.

const CSS = /* css */ `
dialog.plan { inline-size: min(36em, calc(100vi - 2em)); padding: 1.1em 1.5em 1.6em; }
.plan-head { display: flex; align-items: center; justify-content: space-between; gap: 1em; }
.plan-head h2 { margin: 0; font-size: 1.3em; font-weight: 650; }
dialog.plan button { margin: 0; }
.close { margin-inline-end: -.6em !important; font-size: 1.4em; line-height: 1; }
.plan > :is(section, .plan-form + p) { margin-block-start: 1.7em; }
.plan-form { margin-block-start: .4em; }
.plan-form .label { display: block; margin-block-end: .35em; }
.chips { display: flex; flex-wrap: wrap; gap: .45em; }
.chip { padding-inline: .8em; border-color: var(--_edge); font-size: .9375em; }
.chip[aria-pressed=true] { border-color: var(--_accent); background: var(--_accent); color: var(--_on-accent); font-weight: 600; }
@media (hover: hover) { .chip:not([aria-pressed=true]):hover { background: var(--_shade); } }
.plan input[type=date] {
  min-block-size: 44px;
  padding: .4em .7em;
  border: 1px solid var(--_edge);
  border-radius: var(--_radius-small);
  background: var(--_paper);
  color: inherit;
  font: inherit;
}
.plan-rest { display: grid; gap: 1.1em; margin-block-start: 1.4em; }
.row { display: grid; grid-template-columns: 1fr auto; align-items: baseline; gap: 0 1em; }
.row output { font-weight: 620; font-variant-numeric: tabular-nums; }
.row input { grid-column: 1 / -1; inline-size: 100%; block-size: 44px; margin: 0; accent-color: var(--_accent); }
.plan .fold > summary { inline-size: fit-content; padding-block: .5em; color: var(--_soft); }
.plan .fold > .chips { margin-block: .2em 1em; }
.days-off { padding: 0; list-style: none; }
.days-off li { display: flex; align-items: center; gap: .3em; }
.check { display: flex; align-items: center; gap: .6em; min-block-size: 44px; }
.check input { flex: none; inline-size: 1.2em; block-size: 1.2em; margin: 0; accent-color: var(--_accent); }

.large { font-size: 2.4em; font-weight: 680; line-height: 1.1; letter-spacing: -.02em; font-variant-numeric: tabular-nums; }
.forecast .soft { font-size: .925em; }
.impossible { margin-block-start: .6em; }
.forecast .fold ul { padding-inline-start: 1.2em; font-size: .925em; }
.forecast section { margin-block: 1.2em; }
.parts { padding: 0; list-style: none; font-size: .9375em; }
.parts li + li { margin-block-start: .5em; }
.parts .measure-line { line-height: 1.35; }

.plot { display: block; inline-size: 100%; margin-block: .9em .4em; overflow: visible; }
.plot text { fill: var(--_soft); font-size: 12px; font-variant-numeric: tabular-nums; }
.plot .y { text-anchor: end; }
.plot .x { text-anchor: middle; }
.curves .rule { stroke: var(--_line); }
.curves .area { fill: var(--_tint); }
.curves .other { fill: none; stroke: var(--_edge); stroke-width: 1; stroke-opacity: .55; }
.curves .chosen { fill: none; stroke: var(--_accent); stroke-width: 2.5; stroke-linejoin: round; }
.curves .end { fill: var(--_accent); }
.curves .end-label { fill: var(--_ink); font-size: 14px; font-weight: 650; }
.squares { max-inline-size: 24em; }
.squares rect { fill: color-mix(in oklab, var(--_ink) 8%, var(--_paper)); }
.squares .past.level-1 { fill: color-mix(in oklab, var(--_accent) 30%, var(--_paper)); }
.squares .past.level-2 { fill: color-mix(in oklab, var(--_accent) 52%, var(--_paper)); }
.squares .past.level-3 { fill: color-mix(in oklab, var(--_accent) 76%, var(--_paper)); }
.squares .past.level-4 { fill: var(--_accent); }
.squares .coming { fill: none; stroke: var(--_line); }
.squares .coming:not(.level-0) { stroke: var(--_accent); stroke-width: 1.5; }
.squares .coming.level-2 { fill: color-mix(in oklab, var(--_accent) 12%, var(--_paper)); }
.squares :is(.coming.level-3, .coming.level-4) { fill: color-mix(in oklab, var(--_accent) 24%, var(--_paper)); }
.squares .now { stroke: var(--_ink); stroke-width: 2; }
.days p, .leeches p { margin-block: .2em; }

@media (max-width: 36rem) {
  dialog.plan { inline-size: 100vi; max-inline-size: 100vi; block-size: 100dvb; max-block-size: 100dvb; margin: 0; padding: .5em 1.1em 2em; border: 0; border-radius: 0; }
}
`;

/** @type {CSSStyleSheet[]} */
const made = [];

/** Made once, when it is first needed. */
export function planStyles() {
  if (made.length === 0) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(CSS);
    made.push(sheet);
  }
  return made;
}
