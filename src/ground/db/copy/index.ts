export { atSnapshot, type Snapshot } from "./dump.ts";
export { loadDatabase } from "./load.ts";
