// A text as a file to be saved.

const TYPES = { md: "text/markdown", anki: "text/plain", csv: "text/csv", json: "application/json" };
const ENDINGS = { md: "md", anki: "txt", csv: "csv", json: "json" };

/** @param {string} text @param {string} name Without an ending. @param {keyof typeof TYPES} format */
export function save(text, name, format) {
  const address = URL.createObjectURL(new Blob([text], { type: `${TYPES[format]};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${name}.${ENDINGS[format]}`;
  link.click();
  // The browser reads it some time after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
