#!/usr/bin/env node
// `npx greenroom check FILE…`: what is wrong with a deck, for a blog's own CI.

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { Session } from "./node.js";

const USAGE = `Use it so:

  greenroom check FILE… [--format text|json]

It prints each problem of the decks as file:line:column, and what to do about it.
Exit status: 0 no problem, 1 some, 2 a file that cannot be read or wrong use.
--format json prints one object a file, each on a line of its own:
  { "file", "title", "topics", "cards", "issues": [{ "line", "column", "found", "advice" }] }
`;

process.exitCode = main(process.argv.slice(2));

/** @param {string[]} args The words after the command's name. */
function main(args) {
  let given;
  try {
    given = parseArgs({ args, allowPositionals: true, options: { format: { type: "string", default: "text" }, help: { type: "boolean" } } });
  } catch (error) {
    return refuse(error.message);
  }
  const { positionals: [command, ...files], values } = given;
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  if (command !== "check") return refuse(command ? `There is no command "${command}".` : "Which command?");
  if (files.length === 0) return refuse("Which files?");
  if (!["text", "json"].includes(values.format)) return refuse(`There is no format "${values.format}".`);
  return Math.max(...files.map((file) => check(file, values.format)));
}

/** Prints the problems of one deck; returns the exit status. @param {string} file @param {string} format */
function check(file, format) {
  let text;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    process.stderr.write(`${file}: cannot be read: ${error.message}\n`);
    return 2;
  }
  const { title, topics, cards, issues } = examine(text, basename(file));
  if (format === "json") print(JSON.stringify({ file, title, topics, cards, issues }));
  else for (const { line, column, found, advice } of issues) print(`${file}:${line}:${column}: ${found}: ${advice}`);
  return issues.length > 0 ? 1 : 0;
}

/** @param {string} text @param {string} name */
function examine(text, name) {
  const now = { now: 0, offset: 0 };
  const session = new Session(text, { name, seed: 0, store: "memory" }, now);
  const { title, topics, standing } = session.overview(now);
  const issues = session.issues();
  session.free();
  return { title, topics: topics.length, cards: standing.cards, issues };
}

/** @param {string} line */
function print(line) {
  process.stdout.write(`${line}\n`);
}

/** @param {string} why */
function refuse(why) {
  process.stderr.write(`${why}\n\n${USAGE}`);
  return 2;
}
