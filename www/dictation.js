// Speech to text, only where it happens on the device itself: what is said must not leave it.

/** @typedef {{ start: () => void, stop: () => void }} Dictation */
/**
 * What is used of the browser's recognition; the DOM's types do not know it yet.
 * @typedef {object} Recognition
 * @property {string} lang
 * @property {boolean} continuous
 * @property {boolean} interimResults
 * @property {boolean} processLocally
 * @property {((event: { resultIndex: number, results: ArrayLike<ArrayLike<{ transcript: string }> & { isFinal: boolean }> }) => void) | null} onresult
 * @property {(() => void) | null} onend
 * @property {() => void} start
 * @property {() => void} stop
 */

/**
 * Whether this browser writes down what is said in `language` without sending it anywhere, with nothing to install.
 * @param {string} language
 */
export async function canDictate(language) {
  const recognition = recognizer();
  try {
    const options = { langs: [language], processLocally: true };
    return Boolean(recognition && (await recognition.available?.(options)) === "available");
  } catch {
    return false;
  }
}

/**
 * @param {string} language
 * @param {(text: string) => void} hear Called with each stretch that is understood.
 * @param {() => void} end Called when it has stopped, by itself or not.
 * @returns {Dictation}
 */
export function dictation(language, hear, end) {
  const Recognizer = recognizer();
  if (!Recognizer) return { start: end, stop: () => {} };
  const recognition = new Recognizer();
  Object.assign(recognition, { lang: language, continuous: true, interimResults: false, processLocally: true });
  recognition.onresult = ({ resultIndex, results }) => {
    for (const result of Array.from(results).slice(resultIndex)) if (result.isFinal) hear(result[0]?.transcript.trim() ?? "");
  };
  recognition.onend = end;
  return {
    start: () => {
      // A browser that changed its mind about staying on the device is not used.
      if (recognition.processLocally) recognition.start();
      else end();
    },
    stop: () => recognition.stop(),
  };
}

/** @returns {({ new (): Recognition, available?: (options: object) => Promise<string> }) | undefined} */
function recognizer() {
  return /** @type {any} */ (globalThis).SpeechRecognition;
}
