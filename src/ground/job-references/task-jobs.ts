import { z } from "zod";
import type { JobReference } from "../kernel/step.ts";

const FollowTaskInput = z.object({ customerId: z.int(), eventId: z.string() });

/** A task that a storefront gave a caller is asked after, and the caller is called back when it is over. */
export const followTaskJob: JobReference<z.output<typeof FollowTaskInput>> = {
  name: "adcp.follow-task",
  input: FollowTaskInput,
};

const WakeTasksInput = z.object({
  customerId: z.int(),
  storefrontId: z.int(),
  principal: z.string(),
  orderId: z.string(),
});

/** The tasks of an order are asked after before their time. */
export const wakeTasksJob: JobReference<z.output<typeof WakeTasksInput>> = {
  name: "adcp.wake-tasks",
  input: WakeTasksInput,
};
