import { recallServer } from "./loading/recall-server.ts";

/** `interchange admin <command>`, or `npm run admin -- <command>`. It ends too soon to be worth a module pack of its own, so it uses the server's. */
recallServer();
const { runAdmin } = await import("./admin/run-admin.ts");
await runAdmin();
