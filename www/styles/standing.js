// Bars and the table of topics.

export const STANDING = /* css */ `
.measures { display: grid; gap: 1.15em 1.75em; grid-template-columns: repeat(auto-fit, minmax(min(100%, 13em), 1fr)); margin-block-start: 1.4em; }
.measure p { margin: 0; }
.measure-line { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 .75em; line-height: 1.4; }
.measure-name, .figure { font-weight: 620; }
.measure-line, .topics td { font-variant-numeric: tabular-nums; }
.change { color: var(--_soft); }
.measure-means { color: var(--_soft); font-size: .85em; line-height: 1.4; }

.bar {
  position: relative;
  display: block;
  block-size: .5em;
  margin-block: .35em .4em;
  border-radius: 1em;
  background: color-mix(in oklab, var(--_ink) 11%, var(--_paper));
  forced-color-adjust: none;
}
.fill { display: block; inline-size: calc(var(--now) * 100%); block-size: 100%; border-radius: inherit; background: var(--_accent); }
.adds {
  position: absolute;
  inset: 0 auto 0 0;
  inline-size: calc(var(--then) * 100%);
  border-radius: inherit;
  background: color-mix(in oklab, var(--_accent) 38%, var(--_paper));
}
.bar > .fill { position: relative; }
.more { margin-block-start: .9em; font-size: .925em; }
.before {
  position: absolute;
  inset-block: -.2em;
  inset-inline-start: calc(var(--before) * 100% - 1px);
  inline-size: 2px;
  border-radius: 1px;
  background: var(--_ink);
  box-shadow: 0 0 0 1.5px var(--_paper);
}

.topics { inline-size: 100%; border-collapse: collapse; font-size: .9em; line-height: 1.35; }
.topics :is(th, td) { padding: .55em 0 .45em .75em; border-block-end: 1px solid var(--_line); text-align: end; vertical-align: top; font-weight: 400; }
.topics :is(th, td):first-child { padding-inline-start: 0; text-align: start;  overflow-wrap: anywhere; }
.topics td { white-space: nowrap; }
.topics thead th { padding-block: .3em; color: var(--_soft); font-size: .9em; }
.topics tr:last-child > * { border-block-end: 0; }
.topics .bar { block-size: .25em; margin-block: .3em .2em; min-inline-size: 2.6em; }
`;
