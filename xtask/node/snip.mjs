// Takes messages that nobody can be told out of a module of WebAssembly: node snip.mjs <module> <where to write it>
//
// Whoever cuts a text at a place where a letter does not end is told so in a message that shows the letter: with what shows
// values in messages of faults, six kilobytes of tables and formatting for what no code here can reach. What is taken out
// stops the module, as the panic does.

import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import binaryen from "binaryen";

const [, , from = "", to = ""] = process.argv;
const module = binaryen.readBinary(readFileSync(from));

/** In all modules: the message itself, the range in it, and errors of others as programmers see them. */
const messages = [/^core\[.*\]::str::slice_error_fail_rt$/, /^<core\[.*Range<usize> as .*Debug>::fmt$/, /StringError as .*Debug>::fmt$/];
/** These modules say in some messages which letter they found; the others show none, and no value of theirs. */
const telling = ["reader_bg", "author_bg", "carrier_bg"];
if (!telling.includes(basename(from, ".wasm"))) messages.push(/^<char as .*Debug>::fmt$/, /Formatter>::debug_(struct|tuple)_field1_finish$/);

for (let index = module.getNumFunctions() - 1; index >= 0; index--) {
  const { name, module: imported, params, results, vars } = binaryen.getFunctionInfo(module.getFunctionByIndex(index));
  if (imported || !messages.some((message) => message.test(name))) continue;
  module.removeFunction(name);
  module.addFunction(name, params, results, vars, module.unreachable());
}
writeFileSync(to, module.emitBinary());
