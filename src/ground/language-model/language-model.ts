/** Something that is put to a model. What comes from outside goes into `data` alone, and is never a part of the task. */
export interface Question {
  /** For the log: `murph.phrase`. */
  readonly purpose: string;
  /** In our own words. */
  readonly task: string;
  /** JSON that the task is about: words of buyers and sellers are data here, whatever they say. */
  readonly data: unknown;
  readonly requestId: string;
  readonly mostOutputTokens: number;
}

/**
 * A language model, for what may be said in other words or put in another order. Whoever asks checks the answer against what is
 * allowed, and goes on without one: undefined where it failed, took too long, or has used up what it may cost today.
 */
export interface LanguageModel {
  ask(question: Question): Promise<string | undefined>;
}

/** Which model, and what it may take; prices in US dollars for a million tokens. */
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
