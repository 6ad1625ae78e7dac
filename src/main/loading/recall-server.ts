import { join } from "node:path";
import { type Recalled, recallModules } from "./recall-modules.ts";

const ROOT = join(import.meta.dirname, "../../..");
const SERVER = new URL("../server.ts", import.meta.url).href;

/** Lets this process load its modules from the pack of the server's start, because our other processes load little that a server does not. */
export const recallServer = (): Recalled => recallModules({ root: ROOT, entry: SERVER });
