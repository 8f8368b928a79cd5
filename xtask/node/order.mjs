// Names the functions of a module of WebAssembly in the order in which they compress best: node order.mjs <module> <where to write it>
//
// Brotli and gzip say in fewer bits what stands again near by. So each function is followed by the one that is most like
// it, by the Sørensen-Dice coefficient of their sequences of four bytes; that makes a compressed module about four in a
// hundred smaller. `wasm-opt --reorder-functions-by-name` then puts them in their order.

import { readFileSync, writeFileSync } from "node:fs";

const [, , from = "", to = ""] = process.argv;
const module = readFileSync(from);
// Of sections, of an import, and of what is named: https://webassembly.github.io/spec/core/binary/.
const [CUSTOM, IMPORTS, CODE] = [0, 2, 10];
const [FUNCTION, GLOBAL] = [0, 3];
const FUNCTION_NAMES = 1;
const HEADER = 8;

let at = HEADER;
const byte = () => module[at++] ?? 0;

/** A number that stands in seven bits of each byte. */
function number() {
  let [number, shift, next] = [0, 0, 0];
  do {
    next = byte();
    number |= (next & 127) << shift;
    shift += 7;
  } while (next & 128);
  return number >>> 0;
}

/** What stands behind its length. */
function sized() {
  const length = number();
  at += length;
  return module.subarray(at - length, at);
}

/** Whether what is imported is a function. */
function isFunction() {
  sized();
  sized();
  const kind = byte();
  if (kind === FUNCTION) number();
  else if (kind === GLOBAL) at += 2;
  else throw new Error(`${from} imports something of kind ${kind}; only functions (0) and globals (3) are known here`);
  return kind === FUNCTION;
}

let nImported = 0;
let bodies = [];
while (at < module.length) {
  const kind = byte();
  const end = number() + at;
  const all = (read) => Array.from({ length: number() }, read);
  if (kind === IMPORTS) nImported = all(isFunction).filter(Boolean).length;
  if (kind === CODE) bodies = all(sized);
  at = end;
}

const sequences = bodies.map((body) => {
  const all = Array.from({ length: Math.max(body.length - 3, 0) }, (_, from) => body.readUInt32LE(from));
  return new Set(all);
});
const owners = new Map();
sequences.forEach((own, index) => {
  for (const sequence of own) owners.has(sequence) ? owners.get(sequence).push(index) : owners.set(sequence, [index]);
});

/** How like another function each is. */
function likenesses(index) {
  const shared = new Array(bodies.length).fill(0);
  for (const sequence of sequences[index]) for (const owner of owners.get(sequence)) shared[owner]++;
  return shared.map((n, other) => n / (sequences[index].size + sequences[other].size + 1));
}

const left = new Set(bodies.keys());
const order = [];
for (let last = 0; left.size; last = order.at(-1)) {
  const alike = likenesses(last);
  const next = [...left].reduce((best, index) => (alike[index] > alike[best] ? index : best));
  order.push(next);
  left.delete(next);
}

const bytes = (number) => (number < 128 ? [number] : [(number & 127) | 128, ...bytes(number >>> 7)]);
const withLength = (content) => [...bytes(content.length), ...content];
const places = new Map(order.map((index, place) => [index, place]));
const names = bodies.map((_, index) => {
  const name = Buffer.from(String(places.get(index)).padStart(6, "0"));
  return [...bytes(nImported + index), ...withLength(name)];
});
const section = [...withLength(Buffer.from("name")), FUNCTION_NAMES, ...withLength([...bytes(names.length), ...names.flat()])];
writeFileSync(to, Buffer.concat([module, Buffer.from([CUSTOM, ...withLength(section)])]));
