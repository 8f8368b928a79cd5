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
  const progress = prefix("gr1", id);
  const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? "");
  const prefixes = [progress, prefix("greenroom", id)];
  for (const key of keys) if (key === NAME + id || prefixes.some((prefix) => key.startsWith(prefix))) localStorage.removeItem(key);
  // Where one of the databases cannot be had there is nothing in it.
  await Promise.allSettled([clear(progress), forget(progress)]);
}
