// Keeps the whole site for use without a network: all files of one version, or none.
//
// A version stays until the page asks for the next one, and the page then loads
// again, so that no page ever runs with files of two versions.

// The build fills in these two: what differs for every build, and each file with its digest.
const VERSION = "";
/** @type {[address: string, integrity: string][]} */
const FILES = [];

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const SCOPE = new URL(worker.registration.scope);

/** Other sites at other paths of this origin have caches too. */
const PREFIX = `greenroom:${SCOPE.pathname}:`;
const CACHE = PREFIX + VERSION;

/** The decks that the first profile opened by link: the page's, whatever the version. Nothing is answered from it, nor
 * from those of other profiles, whose names begin otherwise. */
const DECKS = `${PREFIX}decks`;

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(removeOldVersions()));
worker.addEventListener("fetch", (event) => {
  if (isOurs(event.request)) event.respondWith(answer(event.request));
});
worker.addEventListener("message", (event) => {
  if (event.data === "skip-waiting") void worker.skipWaiting();
});

/** Fails if any file is missing or is not of this version; the version before then stays. */
async function install() {
  // It is there if this version is in use and was put on the server a second time.
  const wasThere = await caches.has(CACHE);
  const cache = await caches.open(CACHE);
  const kept = await Promise.allSettled(FILES.map(([address, integrity]) => keep(cache, address, integrity)));
  const failed = kept.find((outcome) => outcome.status === "rejected");
  if (!failed) return;
  if (!wasThere) await caches.delete(CACHE);
  throw failed.reason;
}

/**
 * @param {Cache} cache
 * @param {string} address
 * @param {string} integrity
 */
async function keep(cache, address, integrity) {
  const response = await fetch(new Request(address, { cache: "no-cache", credentials: "same-origin", integrity }));
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  await cache.put(address, response.redirected ? direct(response) : response);
}

/**
 * Hosts that shorten addresses answer `blog.html` with a redirect to `blog`. What came is what was wanted, by its
 * digest, but as the answer to a navigation no redirected response is allowed.
 * @param {Response} response
 */
function direct({ body, headers, status, statusText }) {
  return new Response(body, { headers, status, statusText });
}

async function removeOldVersions() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE && name !== DECKS);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** @param {Request} request */
function isOurs({ method, url }) {
  return method === "GET" && new URL(url).origin === SCOPE.origin;
}

/** @param {Request} request */
async function answer(request) {
  const kept = await caches.match(address(request), { cacheName: CACHE, ignoreVary: true });
  return kept ?? fetch(request);
}

/**
 * Under which address a file is kept. For a page, what follows the `?` does not count, and a folder stands for its
 * page.
 * @param {Request} request
 */
function address({ mode, url }) {
  if (mode !== "navigate") return url;
  const { origin, pathname } = new URL(url);
  return origin + pathname.replace(/\/index\.html$/, "/");
}
