// Rich text of a deck.

export const RICH = /* css */ `
.rich > * + * { margin-block-start: .7em; }
.rich li > p { margin: 0; }
.rich li + li { margin-block-start: .3em; }
.rich :is(ul, ol) { padding-inline-start: 1.35em; }
.rich li > :is(ul, ol) { margin-block-start: .3em; }
.rich ::marker { color: var(--_soft); }
.rich h4 { font-size: 1em; font-weight: 600; }
.rich blockquote { padding-inline-start: .9em; border-inline-start: 3px solid var(--_line); }
.rich blockquote > * + * { margin-block-start: .5em; }
.rich hr { block-size: 0; border: 0; border-block-start: 1px solid var(--_line); }
.rich .task { list-style: none; }
.rich .task > p:first-of-type { display: inline; }
img { max-inline-size: 100%; block-size: auto; vertical-align: middle; }
.rich .host { color: var(--_soft); font-size: .85em; }
code { font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace; font-size: .9em; }
:not(pre) > code { padding: .08em .3em; border-radius: 4px; background: var(--_shade); }
pre { overflow-x: auto; padding: .8em 1em; border-radius: var(--_radius-small); background: var(--_shade); line-height: 1.45; }
.wide { overflow-x: auto; }
.wide table { border-collapse: collapse; font-size: .925em; line-height: 1.4; }
.wide :is(th, td) { padding: .45em .9em .45em 0; border-block-end: 1px solid var(--_line); text-align: start; vertical-align: top; min-inline-size: 6em; }
.wide th { font-weight: 600; }
`;
