import { recallServer } from "./loading/recall-server.ts";

// Must run before anything else is loaded, so the rest is imported dynamically below rather than statically above.
const recalled = recallServer();
const { runServer } = await import("./loading/run-server.ts");
await runServer(recalled.save);
