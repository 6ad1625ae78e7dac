import { z } from "zod";
import type { JobReference } from "../kernel/step.ts";

const FollowTaskInput = z.object({ customerId: z.int(), eventId: z.string() });

/** Polls a storefront's task, and notifies its caller when it has ended. */
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

/** Polls the tasks of an order ahead of schedule. */
export const wakeTasksJob: JobReference<z.output<typeof WakeTasksInput>> = {
  name: "adcp.wake-tasks",
  input: WakeTasksInput,
};

const SendCallbackInput = z.object({ customerId: z.int(), eventId: z.string(), attempt: z.int() });

/** Sends a notification to a caller until the receiver has accepted it. */
export const sendCallbackJob: JobReference<z.output<typeof SendCallbackInput>> = {
  name: "adcp.send-callback",
  input: SendCallbackInput,
};

const CompleteSearchInput = z.object({ customerId: z.int(), taskId: z.string(), attempt: z.int() });

/** Keeps asking the sources of a storefront that were too slow for a search, until they have answered. */
export const completeSearchJob: JobReference<z.output<typeof CompleteSearchInput>> = {
  name: "adcp.complete-search",
  input: CompleteSearchInput,
};

const CreativeDecided = z.object({
  customerId: z.int(),
  storefrontId: z.int(),
  principal: z.string(),
  account: z.string().describe("The creative owner's: brand, operator, and whether it is a sandbox"),
  creativeId: z.string(),
  from: z.string(),
  to: z.string(),
  note: z.string().nullable(),
  reason: z.string().optional().describe("AdCP's code for why; left out where it follows from the transition"),
  purge: z.enum(["soft", "hard"]).optional().describe("Its content was destroyed"),
  at: z.iso.datetime(),
});
export type CreativeDecided = z.output<typeof CreativeDecided>;

/** Notifies an account's subscribers of a seller's decision on a creative. */
export const announceCreativeJob: JobReference<CreativeDecided> = {
  name: "adcp.announce-creative",
  input: CreativeDecided,
};
