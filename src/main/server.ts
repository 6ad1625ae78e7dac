import { join } from "node:path";
import { recallModules } from "./loading/recall-modules.ts";

// Before anything else is loaded, which is why the rest is imported here and not above.
const recalled = recallModules({ root: join(import.meta.dirname, "../.."), entry: import.meta.url });
const { runServer } = await import("./loading/run-server.ts");
await runServer(recalled.keep);
