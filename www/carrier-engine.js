// What takes progress out and in: a module of its own, for the page where learners look after theirs.

import init, * as carrier from "../pkg/carrier.js";
import { once } from "./once.js";

export { carrier };

export const startCarrier = once(async () => {
  await init({ module_or_path: fetch(new URL("carrier_bg.wasm", import.meta.url)) });
  return carrier;
});
