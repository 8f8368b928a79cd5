#!/usr/bin/env node
// `npx greenroom check FILE…`: what is wrong with a deck, for a blog's own CI; and what else authors need.

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { grade } from "./grade.js";
import { checkDeck, checkRubrics, compileDeck, exportDeck, importDeck, packLink, unpackLink } from "./node.js";

const USAGE = `Use it so:

  greenroom check FILE… [--format text|json] [--former FILE]
  greenroom import FILE [--format text|json]
  greenroom export FILE --to anki|csv|md
  greenroom link FILE [--base ADDRESS] [--format text|json]
  greenroom grade FILE.jsonl

check prints each problem of the decks as file:line:column, and what to do about it. With --former FILE, the text
of the deck before, it also names cards that would lose their history. It also tells where answers would be scored wrong:
strong answers that do not say their card's points, points whose words count for each other, points of too few words.
Exit status: 0 no problem, 1 some, 2 a file that cannot be read or wrong use.
--format json prints one object a file, each on a line of its own:
  { "file", "title", "topics", "cards", "issues": [{ "line", "column", "found", "advice" }] }

import prints a deck made of a Brainscape page copied as text, Anki's text export, a table (tabs, commas or semicolons),
hashcards or Obsidian notes, whichever it is, and on the second stream what was skipped and why.
Exit status: 0 nothing skipped, 1 something, 2 a file that cannot be read, without a card in it, or wrong use.
--format json prints { "format", "cards", "skipped": [{ "line", "why" }], "deck" }.

export prints a deck as Anki's text import, a CSV table, or the deck's own Markdown printed anew.
Exit status: 0 printed, 2 a file that cannot be read, without a card in it, or wrong use.

link prints a link that holds the whole deck, and on the second stream how long it is. Without --base, the
address of a page that opens such links, it is the part after that address.
Exit status: 0 printed, 1 a deck too large for a link, 2 a file that cannot be read, without a card in it, or wrong
use.
--format json prints { "file", "link", "length" }.

grade scores answers, one JSON object a line, and prints one a line:
  { "id", "question", "reference", "answer" }            to    { "id", "score", "points": [{ "found", "score" }], "remark" }
"references" may be several texts, of which the one that fits best counts. A card has "points" in their place:
[{ "title", "detail", "also": [] }]; its score is the mean of 1 for each point that is found and 0.5 for each that is
touched. That of a text is how much of it is said, be it with its meaning turned around: "found" is "contradicted" then.
"deck" says which lines belong together, "language" (a tag such as en-GB) how they are read; without, it is guessed.
"remark" is "keywordList", "echo" or "padding" where the answer is none. It reads words, not meaning: a score is a help to
whoever marks, never a mark.
Exit status: 0 all lines scored, 1 some could not be read, 2 a file that cannot be read, or wrong use.
`;

/** A command is given files and options and returns the exit status. @typedef {{ format: string, base?: string, to?: string, former?: string }} Options */
/** @type {Record<string, { options: string[], run: (files: string[], options: Options) => number }>} */
const COMMANDS = {
  check: { options: ["format", "former"], run: checkAll },
  import: { options: ["format"], run: importOne },
  export: { options: ["to"], run: exportOne },
  link: { options: ["format", "base"], run: link },
  grade: { options: [], run: gradeOne },
};

const OPTIONS = /** @type {const} */ ({ format: { type: "string" }, base: { type: "string" }, to: { type: "string" }, former: { type: "string" }, help: { type: "boolean", short: "h" } });

process.exitCode = main(process.argv.slice(2));

/** @param {string[]} args The words after the command's name. */
function main(args) {
  let given;
  try {
    given = parseArgs({ args, allowPositionals: true, options: OPTIONS });
  } catch (error) {
    return refuse(error.message);
  }
  const { positionals: [name, ...files], values: { help, ...values } } = given;
  if (help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name ?? "") ? COMMANDS[name] : undefined;
  if (!command) return refuse(name ? `There is no command "${name}".` : "Which command?");
  if (files.length === 0) return refuse("Which file?");
  const foreign = Object.keys(values).find((option) => !command.options.includes(option));
  if (foreign) return refuse(`${name} takes no --${foreign}.`);
  const { format = "text", base, to, former } = values;
  if (!["text", "json"].includes(format)) return refuse(`There is no format "${format}".`);
  return command.run(files, { format, base, to, former });
}

/** Prints the problems of decks. @param {string[]} files @param {Options} options */
function checkAll(files, { format, former }) {
  if (former === undefined) return Math.max(...files.map((file) => check(file, format)));
  const [file = "", ...others] = files;
  if (others.length > 0) return refuse("One file at a time can be checked against its former text.");
  const text = read(former);
  return text === undefined ? 2 : check(file, format, text);
}

/** Prints the problems of one deck. @param {string} file @param {string} format @param {string} [former] */
function check(file, format, former) {
  const text = read(file);
  if (text === undefined) return 2;
  const { title, topics, cards, places, issues: ofText } = checkDeck(text, basename(file), former);
  const issues = [...ofText, ...rubricIssues(text, file, places)].sort((one, other) => one.line - other.line || one.column - other.column);
  if (format === "json") print(JSON.stringify({ file, title, topics, cards, issues }));
  else for (const { line, column, found, advice } of issues) print(`${file}:${line}:${column}: ${found}: ${advice}`);
  if (cards === 0) sayEmpty(file, text);
  return issues.length > 0 ? 1 : 0;
}

/** Where answers would be scored wrong, at the line of the card. @param {string} text @param {string} file @param {{ id: string, line: number }[]} places */
function rubricIssues(text, file, places) {
  const lines = new Map(places.map(({ id, line }) => [id, line]));
  const faults = checkRubrics(compileDeck(text, basename(file)));
  return faults.map(({ card, found, advice }) => ({ line: lines.get(card) ?? 1, column: 1, found, advice }));
}

/** Scores answers. @param {string[]} files */
function gradeOne([file = "", ...others]) {
  if (others.length > 0) return refuse("One file at a time.");
  const text = read(file);
  if (text === undefined) return 2;
  const isWhole = grade(text, print, (line, why) => process.stderr.write(`${file}:${line}: ${why}\n`));
  return isWhole ? 0 : 1;
}

/** Whether a text has no card; says so. @param {string} file @param {string} text */
function isEmpty(file, text) {
  const isEmpty = checkDeck(text, basename(file)).cards === 0;
  if (isEmpty) sayEmpty(file, text);
  return isEmpty;
}

/** Says that a text has no card, and what it may be instead. @param {string} file @param {string} text */
function sayEmpty(file, text) {
  const { format, cards } = importDeck(text, basename(file));
  const isOther = format !== "native" && cards > 0;
  complain(file, isOther ? `this looks like the format ${format}: \`greenroom import\` makes a deck of it` : "no card was found in it", 2);
}

/** @param {number} number @param {string} one */
function many(number, one) {
  return `${number} ${number === 1 ? one : `${one}s`}`;
}

/** Prints a deck made of a text in another format. @param {string[]} files @param {Options} options */
function importOne([file = "", ...others], { format }) {
  if (others.length > 0) return refuse("One file at a time: each becomes a deck.");
  const text = read(file);
  if (text === undefined) return 2;
  const { skipped, deck, cards, ...rest } = importDeck(text, basename(file));
  if (format === "json") print(JSON.stringify({ ...rest, cards, skipped, deck }));
  else {
    if (cards > 0) process.stdout.write(deck);
    for (const { line, why } of skipped) process.stderr.write(`${file}:${line}: ${why}\n`);
    complain(file, `${many(cards, "card")} read from the format ${rest.format}, ${many(skipped.length, "place")} reported`, 0);
  }
  if (cards === 0) return complain(file, "no card was found in it", 2);
  return skipped.length > 0 ? 1 : 0;
}

/** Prints a deck in another format. @param {string[]} files @param {Options} options */
function exportOne([file = "", ...others], { to }) {
  if (others.length > 0) return refuse("One file at a time.");
  if (!["anki", "csv", "md"].includes(to ?? "")) return refuse(to ? `There is no format "${to}".` : "Which format? Name it with --to.");
  const text = read(file);
  if (text === undefined) return 2;
  if (isEmpty(file, text)) return 2;
  process.stdout.write(exportDeck(text, basename(file), to ?? ""));
  return 0;
}

/** Prints a link to one deck. @param {string[]} files @param {Options} options */
function link([file, ...others], { format, base }) {
  if (others.length > 0) return refuse("One file at a time: a link holds one deck.");
  if (base !== undefined && !URL.canParse(base)) return refuse(`"${base}" is no address.`);
  const text = read(file);
  if (text === undefined) return 2;
  if (isEmpty(file, text)) return 2;
  const payload = packLink(text);
  try {
    unpackLink(payload);
  } catch (error) {
    return complain(file, error.message, 1);
  }
  const hash = `#d=${payload}`;
  const link = base === undefined ? hash : Object.assign(new URL(base), { hash }).href;
  if (format === "json") print(JSON.stringify({ file, link, length: link.length }));
  else {
    print(link);
    complain(file, `${link.length} characters`, 0);
  }
  return 0;
}

/** @param {string} file @returns {string | undefined} */
function read(file) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    if (error instanceof TypeError) {
      complain(file, "is no text in UTF-8: save it as UTF-8 and try again", 2);
      return undefined;
    }
    complain(file, `cannot be read: ${error.message}`, 2);
    return undefined;
  }
}

/** @param {string} line */
function print(line) {
  process.stdout.write(`${line}\n`);
}

/** @param {string} file @param {string} what @param {number} status */
function complain(file, what, status) {
  process.stderr.write(`${file}: ${what}\n`);
  return status;
}

/** @param {string} why */
function refuse(why) {
  process.stderr.write(`${USAGE}\n${why}\n`);
  return 2;
}
