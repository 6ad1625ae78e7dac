import { z } from "zod";
import type { JobReference } from "../../../ground/kernel/step.ts";

export interface TaskInput {
  readonly customerId: number;
  readonly taskKey: string;
  /** The fence of the attempt that enqueues the job; 0 if the task itself does. */
  readonly attempt?: number | undefined;
}

/** A reference to the dispatch that calls a module. */
export const carryOutJob: JobReference<TaskInput> = {
  name: "modular.carry-out",
  input: z.object({ customerId: z.int(), taskKey: z.string(), attempt: z.int().optional() }),
};
