// Building elements, without a single HTML string.

/** @typedef {Record<string, string | number | boolean | null | undefined>} Attributes */
/** @typedef {Node | string | null | undefined | false} Child */

/**
 * An element with attributes and children. `true` sets an empty attribute;
 * `false`, `null` and `undefined` leave it out, and so they do as children.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) node.setAttribute(name, "");
    else if (value !== false && value != null) node.setAttribute(name, String(value));
  }
  node.append(...present(children));
  return node;
}

/**
 * A real button that calls `press`.
 * @param {Attributes} attributes
 * @param {(event: MouseEvent) => void} press
 * @param {...Child} children
 */
export function button(attributes, press, ...children) {
  const node = el("button", { type: "button", ...attributes }, ...children);
  node.addEventListener("click", press);
  return node;
}

/**
 * Words for a screen reader only.
 * @param {string} text
 */
export function unseen(text) {
  return el("span", { class: "unseen" }, text);
}

/**
 * Writes a text only where it changed, so that nothing is announced twice.
 * @param {Node} node
 * @param {string} text
 */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/**
 * The children that are there.
 * @param {Child[]} children
 * @returns {(Node | string)[]}
 */
export function present(children) {
  return children.filter(isPresent);
}

/**
 * @param {Child} child
 * @returns {child is Node | string}
 */
function isPresent(child) {
  return child instanceof Node || Boolean(child);
}
