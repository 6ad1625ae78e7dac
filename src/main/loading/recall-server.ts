import { join } from "node:path";
import { type Recalled, recallModules } from "./recall-modules.ts";

const ROOT = join(import.meta.dirname, "../../..");
const SERVER = new URL("../server.ts", import.meta.url).href;

/** Lets the modules of this process be found as a server's start left them: what else we run loads little that a server does not. */
export const recallServer = (): Recalled => recallModules({ root: ROOT, entry: SERVER });
