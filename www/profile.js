// Who practices here: several people may share a browser, each with progress and settings of their own. Most never do; then
// there is one, and nothing tells of it.

/** Who practices now: the id of a profile; not there for whoever was first. */
export const CURRENT = "greenroom:profile";

/** Behind it stand the id of a profile, or `first`; the value is the name. */
export const NAME = "greenroom:profile:";

export const FIRST = "";

/** @typedef {{ id: string, name: string }} Profile */

/** The id of whoever practices on this page, as long as it is open. */
export const profile = current();

/** What stands there as long as this profile is not deleted; the first one never is. */
export const PROFILE_KEY = NAME + profile;

/** The keys of `localStorage` that hold this profile's progress begin with this; others are none of our business. */
export const PROGRESS_PREFIX = prefix("gr1", profile);

/** And those that hold its settings. */
export const SETTING_PREFIX = prefix("greenroom", profile);

/** @param {string} kind @param {string} id */
export function prefix(kind, id) {
  return id === FIRST ? `${kind}:` : `${kind}@${id}:`;
}

/** Those beside the first; none where the storage is blocked. @returns {Profile[]} */
export function otherProfiles() {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? "");
    const ids = keys.filter((key) => key.startsWith(NAME)).map((key) => key.slice(NAME.length));
    const profiles = ids.filter(isId).map((id) => ({ id, name: nameOf(id) }));
    return profiles.sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch {
    return [];
  }
}

/** Empty where it has none. @param {string} id */
export function nameOf(id) {
  return localStorage.getItem(NAME + (id || "first")) ?? "";
}

/** Calls back when another tab practices as somebody else. @param {() => void} changed */
export function onSwitch(changed) {
  addEventListener("storage", ({ key }) => {
    if (key === CURRENT && current() !== profile) changed();
  });
}

function current() {
  try {
    const id = localStorage.getItem(CURRENT) ?? FIRST;
    return isId(id) && localStorage.getItem(NAME + id) !== null ? id : FIRST;
  } catch {
    return FIRST;
  }
}

/** @param {string} text */
export function isId(text) {
  return /^[a-z0-9]{6}$/i.test(text);
}
