// Buttons, fold-outs and what the focus looks like.

export const CONTROLS = /* css */ `
button {
  min-block-size: max(2.75em, 44px);
  min-inline-size: 44px;
  margin: 0;
  padding: .5em 1.1em;
  border: 1px solid transparent;
  border-radius: var(--_radius-small);
  background: none;
  color: inherit;
  font: inherit;
  line-height: 1.3;
  cursor: pointer;
  touch-action: manipulation;
  -webkit-tap-highlight-color: transparent;
}
.primary { background: var(--_accent); color: var(--_on-accent); font-weight: 600; }
.secondary { border-color: var(--_edge); }
.quiet { padding-inline: .6em; color: var(--_soft); }
@media (hover: hover) {
  .primary:hover { background: color-mix(in oklab, var(--_accent) 88%, var(--_ink)); }
  .secondary:hover, .quiet:hover { background: var(--_shade); color: var(--_ink); }
}
.primary:active { background: color-mix(in oklab, var(--_accent) 78%, var(--_ink)); }
.soft { color: var(--_soft); }
button .soft { font-size: .875em; }

:focus-visible { outline: 2px solid var(--_accent); outline-offset: 2px; }
h2:focus, h3:focus { outline: none; }
:is(a, summary, pre, .wide, h3, .option, .tab, .panel) { scroll-margin-block: 1em 12em; }
h2 { scroll-margin-block: 7em 12em; }
.answer-label, .step-heading { scroll-margin-block-end: min(19em, 45vh); }
.told-label { scroll-margin-block-end: min(26em, 62vh); }

summary { cursor: pointer; }
a { color: var(--_accent); text-decoration-thickness: from-font; text-underline-offset: .15em; }

@media (forced-colors: active) {
  button { border-color: ButtonBorder; }
  .primary { border-width: 2px; }
}
`;
