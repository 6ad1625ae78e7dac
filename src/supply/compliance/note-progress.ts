import { z } from "zod";
import { type Step, step } from "../../ground/kernel/step.ts";
import { type SourcePlace, saveProgress } from "./store.ts";

interface NoteProgress extends SourcePlace {
  readonly done: number;
  readonly total: number;
}

/** Stores how far an examination is, so that its seller can look at any time. An examination that has ended stays as it is. */
export const noteProgress: Step<NoteProgress> = step({
  name: "compliance.note-progress",
  input: z.object({ customerId: z.int(), inventorySourceId: z.int(), done: z.int(), total: z.int() }),
  handle: ({ done, total, ...place }, { db }) => saveProgress(db, place, { done, total }),
});
