// A static server for the tests of the page: it can stand at any path, send any header, and go away.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

/** @type {Record<string, string>} */
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

/**
 * Serves a folder until `close` is called; after that, nothing answers at its address.
 * @param {string} folder Read anew for every request, so that a test can change it.
 * @param {object} [options]
 * @param {string} [options.prefix] The path at which the folder stands: `/`, or one such as `/greenroom/`.
 * @param {Record<string, string>} [options.headers] Sent with every answer, such as a policy.
 * @param {boolean} [options.shortens] Whether it sends from `page.html` on to `page`, as some hosts do.
 * @param {number} [options.port] By default one that is free.
 * @returns {Promise<{ origin: string, url: string, close: () => Promise<void> }>} `url` ends with the prefix.
 */
export async function serve(folder, { prefix = "/", headers = {}, shortens = false, port = 0 } = {}) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://host");
    const answer = await (shortens ? findShortened : find)(folder, prefix, pathname);
    const type = { "content-type": answer.type, "cache-control": "no-cache" };
    response.writeHead(answer.status, { ...type, ...headers, ...answer.headers });
    response.end(request.method === "HEAD" ? "" : answer.body);
  });
  await new Promise((listening) => server.listen(port, "127.0.0.1", () => listening(null)));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  const origin = `http://127.0.0.1:${address.port}`;
  return { origin, url: origin + prefix, close: () => stop(server) };
}

/**
 * @param {string} folder
 * @param {string} prefix
 * @param {string} path
 */
async function find(folder, prefix, path) {
  if (path === prefix.slice(0, -1)) return text(301, { location: prefix });
  if (!path.startsWith(prefix)) return text(404);
  // A URL's path has no dot segments left but encoded ones.
  const name = normalize(`/${decodeURIComponent(path.slice(prefix.length))}`);
  const file = join(folder, name.endsWith("/") ? `${name}index.html` : name);
  try {
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    return { status: 200, type, headers: {}, body: await readFile(file) };
  } catch {
    return text(404);
  }
}

/** @type {typeof find} */
async function findShortened(folder, prefix, path) {
  if (path.endsWith(".html")) return text(301, { location: path.replace(/(index)?\.html$/, "") });
  const answer = await find(folder, prefix, path);
  return answer.status === 404 ? find(folder, prefix, `${path}.html`) : answer;
}

/** @param {number} status @param {Record<string, string>} [headers] */
function text(status, headers = {}) {
  return { status, type: "text/plain; charset=utf-8", headers, body: `${status}\n` };
}

/** @param {import("node:http").Server} server @returns {Promise<void>} */
function stop(server) {
  return new Promise((closed) => {
    server.close(() => closed());
    server.closeAllConnections();
  });
}
