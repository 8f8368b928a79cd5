// Five ratings in a row; a column where the text is large or the room small.

export const RATINGS = /* css */ `
.ratings { flex: 1; }
.ratings legend { padding: 0; margin-block-end: .5em; font-size: .925em; font-weight: 600; line-height: 1.3; }
.row { display: grid; gap: .35em; }

.rating {
  --tone: var(--_rate-3);
  display: flex;
  flex-wrap: wrap;
  gap: .1em .75em;
  align-items: baseline;
  padding: .55em .5em;
  border-color: var(--_line);
  border-inline-start: 5px solid var(--tone);
  background: color-mix(in oklab, var(--tone) 7%, var(--_paper));
  text-align: start;
}
.r1 { --tone: var(--_rate-1); }
.r2 { --tone: var(--_rate-2); }
.r3 { --tone: var(--_rate-3); }
.r4 { --tone: var(--_rate-4); }
.r5 { --tone: var(--_rate-5); }
.rating:active { background: color-mix(in oklab, var(--tone) 30%, var(--_paper)); }
@media (hover: hover) { .rating:hover { border-color: var(--tone); background: color-mix(in oklab, var(--tone) 17%, var(--_paper)); } }

.number { font-weight: 700; font-variant-numeric: tabular-nums; }
.word { font-weight: 600; }
.when { color: var(--_soft); margin-inline-start: auto; }
.rating:is(:hover, :active) .when { color: var(--_ink); }

@container (min-width: 16em) {
  .row { grid-template-columns: repeat(5, minmax(min-content, 1fr)); }
  .rating {
    flex-flow: column nowrap;
    align-items: center;
    gap: 0;
    padding: .35em .05em .45em;
    border: 1px solid var(--_line);
    border-block-start: 5px solid var(--tone);
    line-height: 1.22;
    text-align: center;
  }
  .number { font-size: 1.05em; line-height: 1.3; }
  .row { gap: .2em; }
  .word { font-size: .68em; letter-spacing: -.01em; }
  .when { margin: auto 0 0; padding-block-start: .2em; font-size: .68em; }
}
@container (min-width: 20em) { .row { gap: .35em; } .word { font-size: .75em; } .when { font-size: .7em; } }
@container (min-width: 23em) { .word { font-size: .8em; } .when { font-size: .75em; } }
@container (min-width: 32em) {
  .row { gap: .5em; }
  .rating {
    display: grid;
    grid-template-columns: auto 1fr;
    column-gap: .4em;
    align-items: baseline;
    padding: .4em .55em .5em;
    text-align: start;
  }
  .number, .word { font-size: .9em; }
  .when { grid-column: 1 / -1; font-size: .775em; }
}
`;
