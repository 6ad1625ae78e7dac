import type { Json } from "../../json-schema.ts";

/** Knowledge for the callers of one side: their journey, and their vocabulary. */
export interface Handbook {
  /** The way from the first call to their goal. Steps whose operation a server does not have are left out. */
  readonly journey: readonly Step[];
  /** From where to where it leads. */
  readonly journeyTitle: string;
  /** People's words, and the operations' words: a question is searched with both. */
  readonly words: Words;
  /** How people ask for an operation, by its id. */
  readonly asked: Words;
  /** Words of questions about the whole: one of nothing else is answered with the journey. */
  readonly general: string;
  /** Documents that were written for others: nothing is quoted from them. */
  readonly othersRead: readonly string[];
}

export type Words = Readonly<Record<string, string>>;

/** A step of the journey, with an example that belongs to the same story as the others. */
export interface Step {
  readonly operation: string;
  /** What it is for, and which parts of its answer to keep. */
  readonly why: string;
  /** Only where something asks for it. */
  readonly optional?: true;
  readonly pathParams?: Json;
  readonly query?: Json;
  readonly body?: Json;
}
