// Takes the longest message of a panic out of a module of WebAssembly: node snip.mjs <module> <where to write it>
//
// Whoever cuts a text at a place where a letter does not end is told so in a message that shows the letter: five kilobytes
// of tables and formatting for what no code here can reach. What is taken out stops the module, as the panic does.

import { readFileSync, writeFileSync } from "node:fs";
import binaryen from "binaryen";

const [, , from, to] = process.argv;
const module = binaryen.readBinary(readFileSync(from));
const message = /^core\[.*\]::str::slice_error_fail_rt$/;

for (let index = module.getNumFunctions() - 1; index >= 0; index--) {
  const { name, module: imported, params, results, vars } = binaryen.getFunctionInfo(module.getFunctionByIndex(index));
  if (imported || !message.test(name)) continue;
  module.removeFunction(name);
  module.addFunction(name, params, results, vars, module.unreachable());
}
writeFileSync(to, module.emitBinary());
