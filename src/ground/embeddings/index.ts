export type { Embedder, EmbeddingsSettings } from "./embedder.ts";
export { nearnessOf } from "./nearness.ts";
export { openEmbedder } from "./open-embedder.ts";
