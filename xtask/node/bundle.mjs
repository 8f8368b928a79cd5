// Bundles the site's modules: node bundle.mjs <folder to write to>
//
// The element and the page stay two modules, and the page imports the element's:
// with both in one bundle each, a document would start the engine twice.

import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const www = fileURLToPath(new URL("../../www/", import.meta.url));
const outdir = process.argv[2];
const common = { absWorkingDir: www, outdir, bundle: true, minify: true, target: "es2022", logLevel: "warning" };
const script = { ...common, format: "esm", charset: "utf8", legalComments: "none", metafile: true };
const styles = readdirSync(www).filter((name) => name.endsWith(".css"));

await build({ ...script, entryPoints: ["greenroom.js"] });
const page = await build({ ...script, entryPoints: ["app.js"], external: ["./greenroom.js"] });
await build({ ...common, entryPoints: styles, external: ["*.svg", "*.png", "*.woff2"] });

const engine = Object.keys(page.metafile.inputs).find((input) => input.startsWith("../pkg/"));
if (engine) {
  console.error(`www/app.js reaches ${engine.slice(3)} and would start the engine a second time.`);
  console.error("Export what the page needs from www/greenroom.js and import it from there.");
  process.exit(1);
}
