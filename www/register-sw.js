// The page's side of the service worker: registers it, and says when a newer version of the site is ready.

/** How often to ask for a newer version while the page stays open, in milliseconds. */
const ASK_EVERY = 3_600_000;

/**
 * Keeps the site for use without a network, once the page has loaded. Browsers
 * that cannot, or will not for this page, show it from the network as ever.
 * @param {(apply: () => void) => void} onUpdateReady Called when a newer version waits. `apply` changes to it and
 *   loads the page again, here and in every other tab.
 */
export function registerServiceWorker(onUpdateReady) {
  if (!("serviceWorker" in navigator) || !location.protocol.startsWith("http")) return;
  const start = () => void register(onUpdateReady).catch(() => {});
  if (document.readyState === "complete") start();
  else addEventListener("load", start, { once: true });
}

/** @param {(apply: () => void) => void} onUpdateReady */
async function register(onUpdateReady) {
  // The worker changes only when a learner has asked for it, in this tab or in another.
  navigator.serviceWorker.addEventListener("controllerchange", reload);
  const registration = await navigator.serviceWorker.register(workerAddress(), { updateViaCache: "none" });
  const offer = () => onUpdateReady(() => apply(registration));
  if (registration.waiting) offer();
  offerOnceInstalled(registration, offer);
  registration.addEventListener("updatefound", () => offerOnceInstalled(registration, offer));
  askForNewVersions(registration);
}

/**
 * @param {ServiceWorkerRegistration} registration
 * @param {() => void} offer
 */
function offerOnceInstalled({ active, installing }, offer) {
  // The first version of all is no update.
  if (!active) return;
  installing?.addEventListener("statechange", () => {
    if (installing.state === "installed") offer();
  });
}

/** @param {ServiceWorkerRegistration} registration */
function apply({ waiting }) {
  // It need not wait where no page is served by the version before.
  if (!waiting) return reload();
  waiting.addEventListener("statechange", () => {
    if (waiting.state === "activated") reload();
  });
  waiting.postMessage("skip-waiting");
}

let isReloading = false;

function reload() {
  if (isReloading) return;
  isReloading = true;
  location.reload();
}

/** @param {ServiceWorkerRegistration} registration */
function askForNewVersions(registration) {
  let asked = performance.now();
  document.addEventListener("visibilitychange", () => {
    const now = performance.now();
    if (document.hidden || now - asked < ASK_EVERY) return;
    asked = now;
    registration.update().catch(() => {});
  });
}

/**
 * The worker's address. The page's policy lets no text become the address of a script, but for this one.
 * @returns {URL}
 */
function workerAddress() {
  const address = new URL("sw.js", import.meta.url);
  const { trustedTypes } = /** @type {{ trustedTypes?: TrustedTypes }} */ (globalThis);
  const policy = trustedTypes?.createPolicy("greenroom", { createScriptURL: onlyTheWorker });
  return policy?.createScriptURL(address.href) ?? address;
}

/** @param {string} text */
function onlyTheWorker(text) {
  if (text !== new URL("sw.js", import.meta.url).href) throw new TypeError(`${text} is not the service worker`);
  return text;
}

/**
 * What the DOM's types do not know yet.
 * @typedef {{ createPolicy(name: string, rules: { createScriptURL(text: string): string }): TrustedPolicy }} TrustedTypes
 * @typedef {{ createScriptURL(text: string): URL }} TrustedPolicy
 */
