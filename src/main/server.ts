import { recallServer } from "./loading/recall-server.ts";

// Before anything else is loaded, which is why the rest is imported here and not above.
const recalled = recallServer();
const { runServer } = await import("./loading/run-server.ts");
await runServer(recalled.keep);
