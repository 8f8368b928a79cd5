// Bundles the site's modules: node bundle.mjs <folder to write to>
//
// The element and what pages do with it stay modules of their own, which import the element's: with it in
// each bundle, a document would start the engine twice. What a first visit does not need is one too.

import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";

const www = fileURLToPath(new URL("../../www/", import.meta.url));
const outdir = process.argv[2];
const common = { absWorkingDir: www, outdir, bundle: true, minify: true, target: "es2022", logLevel: "warning" };
// What lies compiled beside the engine: see compile.mjs.
const decks = readdirSync(`${www}decks`).filter((name) => name.endsWith(".md"));
const define = { COMPILED_DECKS: JSON.stringify(decks) };
const script = { ...common, format: "esm", charset: "utf8", legalComments: "none", metafile: true, define };
const styles = readdirSync(www).filter((name) => name.endsWith(".css"));
const pages = ["app.js", "links.js", "progress.js", "seen.js", "author.js", "plan-dialog.js"];
// Each has a module of WebAssembly of its own.
const engines = ["greenroom.js", "reader-engine.js", "author-engine.js", "score-engine.js", "grader-engine.js", "memory-engine.js", "mirror.js", "carrier-engine.js"];
// Loaded by the element itself, also where it goes by another name, so that they import nothing from it.
const parts = ["memory-panel.js", "memory-worker.js"];

/** Modules of their own are imported from beside whoever imports them. @type {import("esbuild").Plugin} */
const apart = {
  name: "apart",
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/(greenroom|links|progress|seen|plan-dialog|reader-engine|author-engine|score-engine|grader-engine|memory-engine|memory-panel|mirror|carrier-engine)\.js$/ }, ({ path, resolveDir, kind }) => {
      const name = basename(path);
      return kind !== "entry-point" && join(resolveDir, path) === www + name ? { path: `./${name}`, external: true } : undefined;
    }),
};

/** The styles that stand in scripts are made as small as the others. @type {import("esbuild").Plugin} */
const styled = {
  name: "styled",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\bstyles\b.*\.js$/ }, async ({ path }) => {
      const [before, ...sheets] = readFileSync(path, "utf8").split("/* css */ `");
      const small = async (/** @type {string} */ sheet) => {
        const end = sheet.indexOf("`");
        const { code } = await transform(sheet.slice(0, end), { loader: "css", minify: true });
        return JSON.stringify(code.trim()) + sheet.slice(end + 1);
      };
      return { contents: [before, ...(await Promise.all(sheets.map(small)))].join("") };
    }),
};
const plugins = [apart, styled];

for (const name of [...engines, ...parts]) await build({ ...script, entryPoints: [name], plugins });
for (const name of pages) {
  const { metafile } = await build({ ...script, entryPoints: [name], plugins });
  if ("../pkg/greenroom.js" in metafile.inputs) {
    console.error(`www/${name} reaches pkg/greenroom.js and would start the engine a second time.`);
    console.error("Export what the page needs from www/greenroom.js and import it from there.");
    process.exit(1);
  }
}
await build({ ...common, entryPoints: styles, external: ["*.svg", "*.png", "*.woff2"] });
