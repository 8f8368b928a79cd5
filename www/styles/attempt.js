// The place to answer, what came of the answer, and the ticks.

export const ATTEMPT = /* css */ `
.attempt { display: grid; gap: .75em; margin-block-start: 1.4em; }
.attempt > :empty { display: none; }
.manners { display: flex; flex-wrap: wrap; gap: .3em; }
.manner, .degree { position: relative; cursor: pointer; touch-action: manipulation; -webkit-tap-highlight-color: transparent; }
:is(.manner, .degree) > input { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; margin: 0; opacity: 0; cursor: inherit; }
:is(.manner, .degree) > span:not(.unseen) {
  display: grid;
  place-items: center;
  min-block-size: 44px;
  padding-inline: .8em;
  border: 1px solid transparent;
  border-radius: var(--_radius-small);
  color: var(--_soft);
  font-size: .9em;
  line-height: 1.2;
}
:is(.manner, .degree) > :checked + span { border-color: var(--_edge); color: var(--_ink); font-weight: 600; }
:is(.manner, .degree) > :focus-visible + span { outline: 2px solid var(--_accent); outline-offset: 2px; }
@media (hover: hover) { :is(.manner, .degree):hover > span:not(.unseen) { background: var(--_shade); } }

.field-row { display: grid; gap: .25em; }
.field {
  inline-size: 100%;
  min-block-size: max(2.75em, 44px);
  max-block-size: 60vh;
  margin: 0;
  padding: .65em .85em;
  border: 1px solid var(--_edge);
  border-radius: var(--_radius-small);
  background: var(--_paper);
  color: inherit;
  font: inherit;
  /* Smaller, and a phone would zoom in. */
  font-size: max(1em, 16px);
  line-height: 1.5;
}
textarea.field { display: block; min-block-size: 6em; resize: vertical; field-sizing: content; }
.field::placeholder { color: var(--_soft); opacity: 1; }
.dictate { justify-self: start; }
.dictate[aria-pressed="true"] { color: var(--_accent); font-weight: 600; }

.asks-sure { display: flex; align-items: center; gap: .55em; inline-size: fit-content; min-block-size: 44px; color: var(--_soft); font-size: .875em; cursor: pointer; }
.asks-sure > input { inline-size: 1.15em; block-size: 1.15em; margin: 0; accent-color: var(--_accent); }
.sure legend { padding: 0; font-size: .925em; font-weight: 600; }
.sure { max-inline-size: 24em; }
.degrees { display: grid; grid-template-columns: repeat(5, minmax(44px, 1fr)); gap: .3em; margin-block-start: .35em; }
.degree > span:not(.unseen) { border-color: var(--_line); padding-inline: 0; color: inherit; font-variant-numeric: tabular-nums; }
.degree > :checked + span { border-color: var(--_accent); background: var(--_tint); }
.ends { display: flex; justify-content: space-between; color: var(--_soft); font-size: .8em; }

.told { padding: .8em 1.05em .9em; border-radius: var(--_radius-small); background: var(--_shade); }
.told > * + * { margin-block-start: .5em; }
.told-text { max-block-size: 40vh; overflow-y: auto; white-space: pre-line; overflow-wrap: anywhere; }
.told mark { border-radius: 3px; background: color-mix(in oklab, var(--_accent) 22%, transparent); color: inherit; }
.told mark.turned { background: color-mix(in oklab, var(--_rate-1) 22%, transparent); text-decoration: underline var(--_rate-1) 2px; text-underline-offset: 3px; }
.told .soft { font-size: .875em; }
.verdict { font-weight: 600; }
.verdict.right { color: var(--_accent); }
.remark { padding-inline-start: .8em; border-inline-start: 3px solid var(--_rate-2); font-size: .95em; }
.fell { padding-inline-start: .8em; border-inline-start: 3px solid var(--_rate-1); font-size: .95em; }
.answer > .told + .label { margin-block-start: 1.4em; }

.ticked > .point { padding-inline-start: 1.9em; }
ul.ticked > .point::before { content: none; }
ol.ticked > .point { padding-inline-start: 3.3em; }
ol.ticked:has(> .point:nth-child(10)) > .point { padding-inline-start: 3.8em; }
ol.ticked > .point::before { inset-inline-start: 1.85em; }
.mark {
  position: absolute;
  inset-block-start: .2em;
  inset-inline-start: 0;
  inline-size: 1.15em;
  block-size: 1.15em;
  border: 2px solid var(--_edge);
  border-radius: 50%;
}
[data-said="true"] > .mark { border-color: var(--_accent); background: var(--_accent); }
[data-said="true"] > .mark::after {
  content: "";
  position: absolute;
  inset-block-start: .08em;
  inset-inline-start: .27em;
  inline-size: .3em;
  block-size: .55em;
  border: solid var(--_on-accent);
  border-width: 0 .14em .14em 0;
  rotate: 45deg;
}
[data-said="null"][data-found="touched"] > .mark { border-color: var(--_accent); background: linear-gradient(to top, var(--_accent) 50%, transparent 50%); }
[data-found="contradicted"][data-said="false"] > .mark { border-color: var(--_rate-1); background: var(--_rate-1); }
.state { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 .75em; color: var(--_soft); font-size: .875em; }
[data-said="true"] .finding { color: var(--_accent); }
.ticks { display: inline-flex; margin-inline-end: -.6em; }
.tick { text-decoration: underline; text-decoration-color: var(--_line); text-underline-offset: .2em; }
.coach { background: var(--_tint); }
.coach ul { list-style: none; }
.coach li + li { margin-block-start: .35em; }
.weak { font-size: .925em; }
.weak-cards ul { padding-inline-start: 1.2em; font-size: .925em; }
.others ul { padding-inline-start: 1.2em; }
.others { margin-block-start: 1em; }

.suggestion { color: var(--_accent); font-weight: 600; }
.rating.suggested { border-color: var(--_accent); box-shadow: 0 0 0 1px var(--_accent); }

.plot { display: block; inline-size: min(100%, 17em); block-size: auto; margin-block: .5em; }
.plot text { fill: var(--_soft); font-size: 11px; }
.plot .x { text-anchor: middle; }
.plot .y { text-anchor: end; }
.plot .frame { fill: none; stroke: var(--_line); }
.plot .ideal { stroke: var(--_edge); stroke-dasharray: 4 4; }
.plot .dot { fill: var(--_accent); fill-opacity: .85; }
.calibration > .soft { font-size: .875em; }

@media (forced-colors: active) {
  .mark { forced-color-adjust: none; }
  .told { border: 1px solid; }
  .rating.suggested { outline: 3px solid Highlight; }
}
`;
