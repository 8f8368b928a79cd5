// Colors and measures. A page sets the public names (--gr-ink and so on); all
// else reads the private ones. `light-dark` follows the color-scheme the widget
// inherits, so it is never dark on a page that stays light.
//
// The five ratings are one ramp: the better known, the further from the paper.
// They differ in lightness first, in hue second, and always carry words.

export const TOKENS = /* css */ `
:host, :root {
  --_ink: var(--gr-ink, light-dark(#1b211d, #e4e8e2));
  --_soft: var(--gr-ink-soft, light-dark(#59625c, #a3ada5));
  --_paper: var(--gr-paper, light-dark(#ffffff, #191e1a));
  --_shade: var(--gr-shade, light-dark(#f4f5f1, #222924));
  --_line: var(--gr-line, light-dark(#dfe2da, #343c36));
  --_accent: var(--gr-accent, light-dark(#1c6a48, #74c69b));
  --_on-accent: var(--gr-on-accent, light-dark(#ffffff, #0a2016));
  --_radius: var(--gr-radius, 12px);
  --_radius-small: calc(var(--_radius) * 2 / 3);
  --_edge: color-mix(in oklab, var(--_ink) 42%, var(--_paper));
  --_tint: color-mix(in oklab, var(--_accent) 9%, var(--_paper));
  --_rate-1: light-dark(#e2a28c, #8d4f3d);
  --_rate-2: light-dark(#d09a4c, #a17336);
  --_rate-3: light-dark(#9a943e, #aba24c);
  --_rate-4: light-dark(#4c8f5c, #86c48c);
  --_rate-5: light-dark(#125339, #b8f2d3);
}
`;
