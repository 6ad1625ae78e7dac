import { z } from "zod";
import type { JobReference } from "../../../ground/kernel/step.ts";

export interface TaskInput {
  readonly customerId: number;
  readonly taskKey: string;
  /** The fence of the attempt that leaves it; 0 with the task itself. */
  readonly attempt?: number | undefined;
}

/** The dispatch that asks a module, as those know it who leave it behind. */
export const carryOutJob: JobReference<TaskInput> = {
  name: "modular.carry-out",
  input: z.object({ customerId: z.int(), taskKey: z.string(), attempt: z.int().optional() }),
};
