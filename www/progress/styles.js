// The looks of the page “Your progress”: the colors and buttons are the page's.

const SHEET = /* css */ `
.kept-progress { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.1rem; padding-block-end: 2rem; }
.kept-progress h1 { margin-block-start: clamp(.6rem, 3vh, 2rem); font-size: clamp(1.65rem, 1.3rem + 1.6vi, 2.1rem); font-weight: 680; line-height: 1.18; letter-spacing: -.02em; text-wrap: balance; }
.kept-progress .intro { margin: -.6rem 0 .3rem; }
.part { padding: 1.3rem 1.25rem; border: 1px solid var(--gr-line); border-radius: var(--gr-radius); background: var(--gr-paper); min-inline-size: 0; }
.part > h2 { font-size: 1.25rem; font-weight: 650; line-height: 1.3; letter-spacing: -.01em; }
.part .means { margin-block-start: .35rem; max-inline-size: 34rem; color: var(--gr-ink-soft); font-size: .9375rem; text-wrap: pretty; }
.part .soft, .incoming .soft { color: var(--gr-ink-soft); font-size: .9375rem; }
.part > .soft { margin-block-start: .7rem; }
.part .ways { align-items: center; gap: .6rem .7rem; }
.part .button, .incoming .button { min-inline-size: 0; }
.part .ways > .text-button { margin-inline: -.6rem; }
.part .ways > .button + .text-button { margin-inline-start: 0; }
.kept-progress button:disabled { opacity: .45; cursor: default; }
.said:empty { display: none; }
.said { position: sticky; inset-block-end: .8rem; justify-self: center; padding: .7rem 1.1rem; border-radius: 999px; background: var(--gr-ink); color: var(--page); font-size: .9375rem; text-align: center; box-shadow: 0 4px 18px rgb(0 0 0 / .18); }

.incoming { margin-block-start: 1.1rem; padding: 1rem 1.1rem 1.1rem; border-radius: calc(var(--gr-radius) * 2 / 3); background: var(--gr-shade); }
.kept-progress > div > .incoming { margin: 0; padding: 1.3rem 1.25rem; border: 1px solid var(--gr-accent); border-radius: var(--gr-radius); background: color-mix(in oklab, var(--gr-accent) 7%, var(--gr-paper)); }
.incoming :is(h2, h3) { font-size: 1.0625rem; font-weight: 650; line-height: 1.35; text-wrap: pretty; }
:is(.incoming h2, .incoming h3, .asks p):focus { outline: none; }
.incoming ul { display: grid; gap: .2rem; margin: .6rem 0 .2rem; padding: 0; list-style: none; font-size: .9375rem; }
.incoming li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; padding-block: .3rem; border-block-start: 1px solid var(--gr-line); font-variant-numeric: tabular-nums; }
.incoming p { margin-block-start: .4rem; }
.incoming p:first-child { margin: 0; }

.choice { display: grid; gap: 0; margin: .9rem 0 0; padding: 0; border: 0; min-inline-size: 0; }
.choice legend { padding: 0; font-size: .9375rem; font-weight: 600; }
.choice label { display: flex; align-items: center; gap: .7rem; min-block-size: 44px; padding-block: .35rem; cursor: pointer; }
.choice label + label { border-block-start: 1px solid var(--gr-line); }
.choice input { flex: none; inline-size: 1.15rem; block-size: 1.15rem; margin: 0; }
.carried:not(:empty) { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.1rem; margin-block-start: 1.1rem; padding-block-start: 1.1rem; border-block-start: 1px solid var(--gr-line); }
@media (min-width: 36rem) { .carried:has(.qr svg) { grid-template-columns: minmax(0, 1fr) auto; } }
.carried-words > p { margin-block-start: .5rem; font-size: .9375rem; }
.carried .link-text, .name-form input { inline-size: 100%; min-block-size: 44px; padding: .4rem .7rem; border: 1px solid color-mix(in oklab, var(--gr-ink) 42%, var(--gr-paper)); border-radius: 8px; background: var(--gr-paper); color: inherit; font: inherit; }
.carried .link-text { font-size: .875rem; color: var(--gr-ink-soft); }
.kept-progress .qr { min-inline-size: 0; max-inline-size: 100%; justify-self: center; }
.kept-progress .code { inline-size: fit-content; max-inline-size: 100%; padding: 6px; border: 1px solid var(--gr-line); border-radius: 8px; background: #fff; overflow-x: auto; }
.kept-progress .code svg { display: block; max-inline-size: none; }
.kept-progress .qr .soft { margin-block-start: .4rem; max-inline-size: 18rem; font-size: .875rem; }

.rows { margin: .6rem 0 0; padding: 0; list-style: none; }
.row { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .1rem 1rem; padding-block: .65rem; border-block-start: 1px solid var(--gr-line); }
.rows > .row:first-child { border-block-start: 0; }
.row-words { flex: 1 1 14rem; min-inline-size: 0; }
.row h3 { font-size: 1rem; font-weight: 600; line-height: 1.35; text-wrap: pretty; }
.row .soft { font-variant-numeric: tabular-nums; }
.row-ways { display: flex; flex-wrap: wrap; margin-inline: -.6rem; }
.row-ways .text-button, .all > .text-button:first-child { font-size: .9375rem; }
:is(.row-ways, .all) .quiet { color: var(--gr-ink-soft); }
@media (hover: hover) { .kept-progress .text-button:hover:enabled { background: var(--gr-shade); color: var(--gr-ink); } }
.row > :is(form, .asks) { flex: 1 1 100%; }
.all { display: flex; flex-wrap: wrap; align-items: center; gap: 0 .4rem; margin-block-start: .3rem; padding-block-start: .6rem; border-block-start: 1px solid var(--gr-line); font-size: .9375rem; }
.all .text-button { margin-inline-start: -.6rem; font-size: .9375rem; }
.all p + .text-button { margin: 0; }
.name-form { display: grid; grid-template-columns: minmax(0, 1fr); gap: .35rem; inline-size: 100%; max-inline-size: 24rem; }
.name-form label { font-size: .9375rem; font-weight: 600; }
.name-form .ways { margin-block-start: .35rem; }
.name-form .soft:empty { display: none; }

@media (max-width: 36rem) {
  .part { padding: 1.1rem 1.1rem 1.2rem; }
  .part > .ways > .button, :is(.incoming, .asks, form) .ways > .button { flex: 1 1 auto; }
}
@media (forced-colors: active) { .said { border: 1px solid; } .part, .incoming { border-color: CanvasText; } }
`;

/** @type {CSSStyleSheet | null} */
let sheet = null;

/** Dresses the page, once. */
export function wearStyles() {
  if (sheet) return;
  sheet = new CSSStyleSheet();
  sheet.replaceSync(SHEET);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
