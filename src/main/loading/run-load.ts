import { recallServer } from "./recall-server.ts";

/** Loads what a server loads without starting anything, so that even the first start after an installation finds a complete pack and the compiled lexicon. */
const recalled = recallServer();
await import("./run-server.ts");
const { loadAreas } = await import("./load-areas.ts");
await loadAreas();
await import("../serve.ts");
await import("../ways-in/print-sign-in-links.ts");
await recalled.save();
const { readCachedLexicon, recallCachedLexicon } = await import("./lexicon-cache.ts");
recallCachedLexicon();
await readCachedLexicon();
// The loaded modules keep timers running that nobody waits for.
process.exit(0);
