export { batchLoader } from "./batch-loader.ts";
export { coalesce } from "./coalesce.ts";
export { gather } from "./gather.ts";
export { groupCommit } from "./group-commit.ts";
