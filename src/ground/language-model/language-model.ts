/** A request to a model. External input only goes into `data`, never into the task. */
export interface Question {
  /** For the log: `murph.phrase`. */
  readonly purpose: string;
  /** The task, in our own words. */
  readonly task: string;
  /** JSON that the task is about: texts of buyers and sellers are data here, whatever they say. */
  readonly data: unknown;
  readonly requestId: string;
  readonly mostOutputTokens: number;
}

/**
 * A language model that rephrases or reorders. Callers check its answer against what is allowed, and continue without one: the answer is
 * undefined if the model failed, took too long, or has used up its daily budget.
 */
export interface LanguageModel {
  ask(question: Question): Promise<string | undefined>;
}

/** The model and its budget; prices in US dollars per million tokens. */
export interface LanguageModelSettings {
  readonly provider: "anthropic" | "openai-compatible";
  readonly model: string;
  readonly apiKey: string;
  /** Null for the provider's own address. */
  readonly baseUrl: string | null;
  readonly timeoutMs: number;
  readonly mostUsdADay: number;
  readonly inputUsd: number;
  readonly outputUsd: number;
}
