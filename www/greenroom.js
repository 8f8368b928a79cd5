// The one script a page needs: it registers <greenroom-deck>.

import { GreenroomDeckElement } from "./greenroom-deck.js";
import { openDeck } from "./open-deck.js";

GreenroomDeckElement.define(openDeck);

export { GreenroomDeckElement, openDeck };
export { moment } from "./clock.js";
export { loadReader, loadScore } from "./core.js";
export { button, el, setText } from "./dom.js";
export { drawMeasures, drawTopics } from "./draw/standing.js";
export { fileName, isWebPage, openText, randomSeed, readText } from "./open-deck.js";
export { PLAN_KEY, keepCompany, planFor, readPlan } from "./plan.js";
export { FIRST, PROGRESS_PREFIX, SETTING_PREFIX, nameOf, onSwitch, otherProfiles, profile } from "./profile.js";
export { blocks } from "./rich.js";
export { words } from "./strings.js";
export { Setting } from "./settings.js";
export { pageStyles, widgetStyles } from "./styles.js";
