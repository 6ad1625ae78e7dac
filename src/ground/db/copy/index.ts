export { atSnapshot, type DatabaseDump, type Snapshot } from "./dump.ts";
export { loadDatabase } from "./load.ts";
