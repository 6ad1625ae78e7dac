import type { Json } from "../../json-schema.ts";

/** Knowledge for the callers of one side: their journey, and their vocabulary. */
export interface Handbook {
  /** The way from the first call to the callers' goal. Steps whose operation a server does not have are left out. */
  readonly journey: readonly Step[];
  /** The start and the goal of the journey. */
  readonly journeyTitle: string;
  /** People's words, and the operations' words for them; a question is searched for both. */
  readonly words: Words;
  /** How people ask for an operation, by operation id. */
  readonly asked: Words;
  /** Words of questions about everything: a question without other words is answered with the journey. */
  readonly general: string;
  /** Documents that were written for other readers, from which nothing is quoted. */
  readonly othersRead: readonly string[];
}

export type Words = Readonly<Record<string, string>>;

/** A step of the journey, with an example that continues the story of the other steps. */
export interface Step {
  readonly operation: string;
  /** What the step is for, and which parts of its answer to keep. */
  readonly why: string;
  /** Only needed in certain cases. */
  readonly optional?: true;
  readonly pathParams?: Json;
  readonly query?: Json;
  readonly body?: Json;
}
