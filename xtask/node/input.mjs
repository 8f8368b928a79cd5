// The files that a script is to look at: a folder as its argument, one name a line as its input.

import { readFileSync } from "node:fs";
import { join } from "node:path";

/** @returns {Buffer[]} The files' bytes. */
export function files() {
  const names = readFileSync(0, "utf8").split("\n").filter(Boolean);
  return names.map((name) => readFileSync(join(process.argv[2], name)));
}
