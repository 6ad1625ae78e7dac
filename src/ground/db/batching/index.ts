export { batchLoader } from "./batch-loader.ts";
export { batchedQuery } from "./batched-query.ts";
export { coalesce } from "./coalesce.ts";
export { groupCommit } from "./group-commit.ts";
export { sharedLooks } from "./shared-looks.ts";
