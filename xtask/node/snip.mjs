// Takes functions out of a module of WebAssembly that nothing can reach, but that the linker cannot know of:
// node snip.mjs <module> <where to write it>
//
// The memory model's crate has an `unwrap` that never fails; if it did, its message would list numbers, and all that
// writes floats as text would come along: 17 KB. A function that is taken out stops the module, as a panic does.

import { readFileSync, writeFileSync } from "node:fs";
import binaryen from "binaryen";

const [, , from, to] = process.argv;
const module = binaryen.readBinary(readFileSync(from));
const unreachable = /^core\[.*\]::fmt::float::float_to_\w+::<f32>$/;

for (let index = module.getNumFunctions() - 1; index >= 0; index--) {
  const { name, module: imported, params, results, vars } = binaryen.getFunctionInfo(module.getFunctionByIndex(index));
  if (imported || !unreachable.test(name)) continue;
  module.removeFunction(name);
  module.addFunction(name, params, results, vars, module.unreachable());
}
writeFileSync(to, module.emitBinary());
