/** A model that represents meanings as vectors: texts with similar meanings have vectors that are close, in any language. */
export interface Embedder {
  /** Vectors can only be compared with vectors of the same model. */
  readonly model: string;
  readonly range: NearnessRange;
  /** Returns one vector for each text, in order; undefined if the model failed or took too long. Everything works without it. */
  embed(texts: readonly string[], requestId: string): Promise<readonly (readonly number[])[] | undefined>;
}

/** The cosines that mean "unrelated" and "the same" for a model, because they differ from model to model. */
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
