/** A model that says what texts mean as vectors: near ones mean alike, whatever their languages. */
export interface Embedder {
  /** Vectors of one model are compared with its own alone. */
  readonly model: string;
  readonly range: NearnessRange;
  /** A vector each, in their order; undefined where the model failed or took too long: everything works without. */
  embed(texts: readonly string[], requestId: string): Promise<readonly (readonly number[])[] | undefined>;
}

/** Which cosines of a model mean "nothing in common" and "the same": every model has its own. */
export interface NearnessRange {
  readonly far: number;
  readonly near: number;
}

export interface EmbeddingsSettings {
  /** An OpenAI-compatible endpoint, without a trailing slash. */
  readonly url: string;
  readonly model: string;
  /** Null where the endpoint wants none, as one's own mostly does. */
  readonly apiKey: string | null;
  readonly timeoutMs: number;
  readonly range: NearnessRange;
}
