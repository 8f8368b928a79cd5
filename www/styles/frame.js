// The widget as a whole: the box, the slim line on top, notices, the dialog.

export const FRAME = /* css */ `
:host {
  display: block;
  container-type: inline-size;
  /* Where the place shrinks to its content there is a content to shrink to. */
  contain-intrinsic-inline-size: min(38rem, 100vi - 6rem);
  min-inline-size: 0;
  color: var(--_ink);
  overflow-wrap: break-word;
  text-align: start;
  text-indent: 0;
  text-transform: none;
  white-space: normal;
  word-break: normal;
  letter-spacing: normal;
  word-spacing: normal;
}
:host([hidden]) { display: none; }

*, *::before, *::after { box-sizing: border-box; }
h2, h3, h4, p, ul, ol, dl, dd, blockquote, fieldset, pre, table { margin: 0; padding: 0; }
fieldset { border: 0; min-inline-size: 0; }
[hidden] { display: none !important; }

.unseen {
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}

.root {
  --_pad: .85em;
  position: relative;
  isolation: isolate;
  display: flex;
  flex-direction: column;
  min-block-size: inherit;
  background: var(--_paper);
  border: 1px solid var(--_line);
  border-radius: var(--_radius);
  line-height: 1.55;
}
.root:focus { outline: none; }
@container (min-width: 20em) { .root { --_pad: 1.05em; } }
@container (min-width: 32em) { .root { --_pad: 1.75em; } }

.place, .screen { flex: 1; display: flex; flex-direction: column; min-inline-size: 0; }

.top {
  display: grid;
  grid-template: "title title title title title" auto "left saved undo plan keys" auto / 1fr auto auto auto auto;
  align-items: center;
  column-gap: .25em;
  padding: .4em calc(var(--_pad) - .6em) .4em var(--_pad);
  border-block-end: 1px solid var(--_line);
  line-height: 1.4;
}
.top > * { font-size: .875em; }
.title { grid-area: title; font-weight: 600; }
.left { grid-area: left; color: var(--_soft); font-variant-numeric: tabular-nums; }
.saved { grid-area: saved; color: var(--_soft); }
.top > button { margin-block: -.7em; }
.undo { grid-area: undo; }
.to-plan { grid-area: plan; }
.keys { grid-area: keys; }
/* A sheet of a calendar. */
.to-plan::before {
  content: "";
  display: block;
  inline-size: 1.1em;
  block-size: 1.05em;
  margin: auto;
  border: solid;
  border-width: .28em .1em .1em;
  border-radius: .2em;
}
/* Its room is kept, so that nothing moves when it comes. */
.away { visibility: hidden; }
@container (min-width: 32em) {
  .top { grid-template: "title left saved undo plan keys" auto / minmax(0, max-content) minmax(max-content, 1fr) auto auto auto auto; column-gap: .75em; }
  .title { max-inline-size: 24em; }
  .top > button { margin-block: 0; }
}
@media (hover: none) and (pointer: coarse) { .keys { display: none; } }

.notice {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  column-gap: 1.5em;
  margin: 1em var(--_pad) 0;
  padding: .65em .9em;
  border-radius: var(--_radius-small);
  border-inline-start: 3px solid var(--_rate-2);
  background: color-mix(in oklab, var(--_rate-2) 13%, var(--_paper));
  font-size: .9em;
  line-height: 1.45;
}

.notice > span { flex: 1 1 18em; }
.notice > button { margin-block: -.35em; padding-inline: 0; text-decoration: underline; text-underline-offset: .15em; }

.issues {
  padding: .35em var(--_pad);
  border-block-start: 1px solid var(--_line);
  color: var(--_soft);
  font-size: .85em;
}
.issues summary { padding-block: .6em; }
.issues ul { padding-inline-start: 1.2em; padding-block-end: .6em; }
.issues li + li { margin-block-start: .35em; }
.spot { white-space: nowrap; }

dialog {
  inline-size: min(26em, calc(100vi - 2em));
  max-block-size: calc(100dvb - 2em);
  padding: 1.4em 1.5em 1.5em;
  border: 1px solid var(--_line);
  border-radius: var(--_radius);
  background: var(--_paper);
  color: var(--_ink);
  line-height: 1.5;
}
dialog::backdrop { background: rgb(8 14 10 / 45%); }
dialog h2 { font-size: 1.15em; line-height: 1.3; margin-block-end: .6em; }
dialog dl > div { display: flex; flex-wrap: wrap; gap: .2em 1em; padding-block: .5em; border-block-start: 1px solid var(--_line); }
dialog dt { flex: 0 0 8.5em; }
dialog dd { flex: 1 1 10em; }
dialog button { margin-block-start: 1em; }
.memory > * + *, .memory p + p { margin-block-start: .75em; }
.memory :is(p, div):empty { margin: 0; }
.memory-actions > button { margin-block-start: 0; margin-inline-end: .6em; }
.memory progress { inline-size: 100%; accent-color: var(--_accent); }
.memory select { max-inline-size: 100%; min-block-size: 2.75em; padding: .3em .5em; border: 1px solid var(--_edge); border-radius: var(--_radius-small); background: var(--_paper); color: inherit; font: inherit; }
kbd {
  display: inline-block;
  min-inline-size: 1.7em;
  padding: .05em .4em;
  border: 1px solid var(--_line);
  border-block-end-width: 2px;
  border-radius: 5px;
  background: var(--_shade);
  font: inherit;
  font-size: .85em;
  text-align: center;
}

@media (prefers-reduced-motion: no-preference) {
  .saved:not(.away) { transition: opacity 400ms; @starting-style { opacity: 0; } }
  .card, .answer, .rung, .actions > * , dialog[open] { animation: appear 150ms ease-out; }
  @keyframes appear { from { opacity: 0; } }
}
`;
