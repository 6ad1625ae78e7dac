/** A model that represents meanings as vectors: close ones have similar meanings, in any language. */
export interface Embedder {
  /** Vectors are only compared with vectors of the same model. */
  readonly model: string;
  readonly range: NearnessRange;
  /** A vector each, in their order; undefined where the model failed or took too long: everything works without. */
  embed(texts: readonly string[], requestId: string): Promise<readonly (readonly number[])[] | undefined>;
}

/** Which cosines of a model mean "unrelated" and "the same": every model has its own. */
export interface NearnessRange {
  readonly far: number;
  readonly near: number;
}

interface CommonSettings {
  readonly model: string;
  /** The longest that a brief's caller waits. */
  readonly timeoutMs: number;
  readonly range: NearnessRange;
}

export interface EndpointSettings extends CommonSettings {
  /** An OpenAI-compatible endpoint, without a trailing slash. */
  readonly url: string;
  /** Null if the endpoint requires none, as self-hosted ones usually do not. */
  readonly apiKey: string | null;
}

export interface FolderSettings extends CommonSettings {
  /**
   * A model's files on this machine, as Transformers.js reads them: `config.json`, `tokenizer.json`, `onnx/model.onnx`.
   */
  readonly folder: string;
  /** The package that runs it, or a module in its place. */
  readonly library: string;
}

export type EmbeddingsSettings = EndpointSettings | FolderSettings;
