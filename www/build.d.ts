/** The decks that come with the engine, compiled: the build fills in their names, such as "behavioral.md". */
declare const COMPILED_DECKS: string[];
