/**
 * `<greenroom-deck src="deck.md">`: practice of one deck. Importing this module registers the element.
 *
 * It fires `greenroom:ready` with the deck's `{ id, title }`, `greenroom:rate` with `{ rating }` and
 * `greenroom:error` with `{ message, isAbsent }` as the `detail`; `isAbsent` tells an address that leads nowhere
 * from a network that fails.
 */
export class GreenroomDeckElement extends HTMLElement {
  /** The deck's address. */
  src: string;
}

declare global {
  interface HTMLElementTagNameMap {
    "greenroom-deck": GreenroomDeckElement;
  }

  interface HTMLElementEventMap {
    "greenroom:ready": CustomEvent<{ id: string; title: string }>;
    "greenroom:rate": CustomEvent<{ rating: 1 | 2 | 3 | 4 | 5 }>;
    "greenroom:error": CustomEvent<{ message: string; isAbsent?: boolean }>;
  }
}
