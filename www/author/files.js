// A file as text, or in words why it is none.

import { words } from "./strings.js";

const MAX_BYTES = 5_000_000;

/** @param {File} file @returns {Promise<{ text: string, problem?: string }>} */
export async function readFile(file) {
  const { name } = file;
  if (file.size > MAX_BYTES) return { text: "", problem: words.tooLarge(name) };
  try {
    const text = decoded(await file.arrayBuffer());
    return text.includes("\0") ? { text: "", problem: words.notText(name) } : { text };
  } catch {
    return { text: "", problem: words.notRead(name) };
  }
}

/** Spreadsheets write UTF-16 with a mark at its start; all else is UTF-8. @param {ArrayBuffer} bytes */
function decoded(bytes) {
  const [first, second] = new Uint8Array(bytes);
  const encoding = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}
