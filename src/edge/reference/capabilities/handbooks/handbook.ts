import type { Json } from "../../json-schema.ts";

/** What the callers of one side know best about it: how they get through, and how they speak. */
export interface Handbook {
  /** The way from the first call to what they came for. Steps whose operation a server does not have are left out. */
  readonly journey: readonly Step[];
  /** From where to where it leads. */
  readonly journeyTitle: string;
  /** What people say, and what the operations say instead: a question is asked in both. */
  readonly words: Words;
  /** How people ask for an operation, by its id. */
  readonly asked: Words;
  /** Words of questions about the whole: one of nothing else is answered with the journey. */
  readonly general: string;
  /** Documents that were written for others: nothing is quoted from them. */
  readonly othersRead: readonly string[];
}

export type Words = Readonly<Record<string, string>>;

/** A step from the first call to the end, and an example of it that belongs to the same story as the others. */
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
