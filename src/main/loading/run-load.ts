import { recallServer } from "./recall-server.ts";

/** Loads what a server loads and starts nothing, so that the first start after an installation finds its modules and the lexicon as any other. */
const recalled = recallServer();
await import("./run-server.ts");
const { loadAreas } = await import("./load-areas.ts");
await loadAreas();
await import("../serve.ts");
await import("../ways-in/tell-ways-in.ts");
await recalled.keep();
const { readKeptLexicon, recallKeptLexicon } = await import("./kept-lexicon.ts");
recallKeptLexicon();
await readKeptLexicon();
// What was loaded keeps timers for which nobody waits.
process.exit(0);
