// Making, naming and removing profiles.

/** @import {Profile} from "../profile.js" */

import { clear } from "../mirror.js";
import { CURRENT, FIRST, NAME, isId, prefix } from "../profile.js";
import { forget } from "../seen/texts.js";

/** @param {Profile} profile */
export function keepProfile({ id, name }) {
  localStorage.setItem(NAME + (id || "first"), name);
}

/** Practices as somebody else from the next load on, here and in other tabs. @param {string} id */
export function switchProfile(id) {
  if (id === FIRST) localStorage.removeItem(CURRENT);
  else localStorage.setItem(CURRENT, id);
}

/** Removes a profile with all that it holds, wherever it is. @param {string} id */
export async function removeProfile(id) {
  if (!isId(id)) return;
  const [progress, settings] = [prefix("gr1", id), prefix("greenroom", id)];
  const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? "");
  for (const key of keys) if (key === NAME + id || key.startsWith(progress) || key.startsWith(settings)) localStorage.removeItem(key);
  // What cannot be had holds nothing.
  await Promise.allSettled([clear(progress), forget(progress), forgetDecks(settings)]);
}

/** Those opened by link. @param {string} prefix What the names of their caches begin with. */
async function forgetDecks(prefix) {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(prefix)).map((name) => caches.delete(name)));
}
