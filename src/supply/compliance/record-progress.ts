import { z } from "zod";
import { type Step, step } from "../../ground/kernel/step.ts";
import { type SourcePlace, saveProgress } from "./store.ts";

interface ProgressInput extends SourcePlace {
  readonly done: number;
  readonly total: number;
}

/**
 * Stores how far an examination has got, so that its seller can look at any time. Nothing is stored once the
 * examination has ended.
 */
export const recordProgress: Step<ProgressInput> = step({
  name: "compliance.note-progress",
  input: z.object({ customerId: z.int(), inventorySourceId: z.int(), done: z.int(), total: z.int() }),
  handle: ({ done, total, ...place }, { db }) => saveProgress(db, place, { done, total }),
});
