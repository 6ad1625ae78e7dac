import { recallServer } from "./loading/recall-server.ts";

/** `interchange admin <command>`, or `npm run admin -- <command>`. It is over too soon to be worth a record of its own. */
recallServer();
const { runAdmin } = await import("./admin/run-admin.ts");
await runAdmin();
