import { z } from "zod";
import { after, MINUTE_MS } from "../../../../ground/kernel/clock.ts";
import type { CallContext, Context } from "../../../../ground/kernel/context.ts";
import { type Agenda, type JobReference, step } from "../../../../ground/kernel/step.ts";
import type { Booking } from "../../ledger/booking.ts";
import { updateUpstream } from "../../ledger/moves/store.ts";
import type { ModularSource } from "../../modular-source.ts";
import { moduleOf } from "../../modules/catalogue.ts";
import type { ModuleTask, UpstreamAccess } from "../../modules/module.ts";
import type { ModuleInstance } from "../../modules/module-instance.ts";
import { openCredentials } from "../../modules/open-credentials.ts";
import type { Stage } from "../../modules/stage.ts";
import { listModules } from "../../modules/store.ts";
import { importDays } from "../../reports/import-days.ts";
import { findModularSourceNumbered } from "../../store.ts";
import { taskFor } from "../task-for.ts";
import { claimPolledBookings, findPollSource, listDuePollsOfAllCustomers, nextDuePoll } from "./store.ts";

/** How many bookings are polled at a time; the rest follow immediately. */
const MOST_AT_ONCE = 40;
/** How many of these are polled concurrently. */
const LANES = 4;
/** The stages polled for each booking, in this order: its status, then its delivery so far. */
const POLLED_STAGES = ["SYNC_STATUS", "IMPORT_REPORTING"] as const satisfies readonly Stage[];

interface Poll {
  readonly customerId: number;
  readonly moduleRowId: number;
}

const again: JobReference<Poll> = {
  name: "modular.sync-status",
  input: z.object({ customerId: z.int(), moduleRowId: z.int() }),
};

interface Question {
  readonly booking: Booking;
  readonly task: ModuleTask;
}

interface Claimed {
  readonly source: ModularSource;
  readonly module: ModuleInstance;
  readonly credentials: UpstreamAccess["credentials"];
  readonly questions: readonly Question[];
}

interface Answer extends Question {
  readonly result: Readonly<Record<string, unknown>>;
}

/**
 * Polls the status of orders upstream, as often as the module requires. A booking without an answer is polled again
 * next time.
 */
export const syncStatus = step({
  ...again,
  async claim({ customerId, moduleRowId }, ctx): Promise<Claimed | undefined> {
    const inventorySourceId = await findPollSource(ctx.db, customerId, moduleRowId, ctx.now);
    if (inventorySourceId === undefined) return undefined;
    const source = await findModularSourceNumbered(ctx.db, { customerId, inventorySourceId });
    const module = source && (await listModules(ctx.db, source)).find((one) => one.moduleRowId === moduleRowId);
    if (!source || !module || !moduleOf(module.contractId)?.carryOut?.SYNC_STATUS) return undefined;
    const since = after(ctx.now, -Number(module.config.pollMinutes) * MINUTE_MS);
    const bookings = await claimPolledBookings(ctx.db, source, { now: ctx.now, since, limit: MOST_AT_ONCE });
    if (bookings.length === MOST_AT_ONCE) await ctx.enqueue(again, { customerId, moduleRowId });
    const questions = await questionsAbout(ctx, source, module, bookings);
    return { source, module, questions, credentials: await openCredentials(ctx, customerId, module) };
  },
  call: (claimed, out) => askAll(claimed, out),
  async settle({ source }, answers, ctx): Promise<void> {
    for (const { booking, task, result } of answers) {
      if (task.stage === "IMPORT_REPORTING") await importDays(ctx, source, booking, result);
      else if (typeof result.upstreamStatus === "string") {
        const upstreamStatus = result.upstreamStatus.slice(0, 100);
        await updateUpstream(ctx.db, source, booking.bookingId, { upstreamStatus }, ctx.now);
      }
    }
  },
});

async function questionsAbout(
  ctx: Context,
  source: ModularSource,
  module: ModuleInstance,
  bookings: readonly Booking[],
): Promise<Question[]> {
  const stages = POLLED_STAGES.filter((stage) => moduleOf(module.contractId)?.carryOut?.[stage]);
  const questions: Question[] = [];
  for (const booking of bookings)
    for (const stage of stages) {
      const taskKey = `${stage}:${booking.bookingId}:${ctx.now.getTime()}`;
      questions.push({ booking, task: await taskFor(ctx, source, booking, { taskKey, stage, attempts: 1 }) });
    }
  return questions;
}

async function askAll(claimed: Claimed, out: CallContext): Promise<Answer[]> {
  const answers: Answer[] = [];
  const left = claimed.questions.values();
  const ask = async () => {
    // All lanes take their work from one iterator.
    for (const question of left) {
      const result = await answerTo(claimed, question.task, out);
      if (result) answers.push({ ...question, result });
    }
  };
  await Promise.all(Array.from({ length: LANES }, ask));
  // Sorted, because several bookings must always be locked in the same order.
  return answers.toSorted((a, b) => (a.task.key < b.task.key ? -1 : 1));
}

async function answerTo(
  { module, credentials }: Claimed,
  task: ModuleTask,
  { outbound, now, log, requestId }: CallContext,
): Promise<Answer["result"] | undefined> {
  const failed = (err: unknown) =>
    log.warn({ err, requestId, taskKey: task.key }, "upstream did not say how an order stands");
  try {
    const way = { request: outbound.request.bind(outbound), config: module.config, credentials, now };
    const outcome = await moduleOf(module.contractId)?.carryOut?.[task.stage]?.(task, way);
    if (outcome?.kind === "done") return outcome.result;
    failed(outcome?.message);
  } catch (error) {
    failed(error);
  }
  return undefined;
}

export const statusAgenda: Agenda = {
  async next(db, customerId, until) {
    const due = await nextDuePoll(db, customerId, until);
    return due && dueOf(due);
  },
  dueOfAllCustomers: async (db, wall, limit) => (await listDuePollsOfAllCustomers(db, wall, limit)).map(dueOf),
};

function dueOf({ at, ...input }: Awaited<ReturnType<typeof listDuePollsOfAllCustomers>>[number]) {
  return { at, step: syncStatus, input, subject: `module ${input.moduleRowId}` };
}
