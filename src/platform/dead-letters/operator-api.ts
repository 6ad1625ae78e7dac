import { z } from "zod";
import {
  knowsStepOfInstallation,
  listDeadLettersOfAllCustomers,
  removeDeadLetterOfAnyCustomer,
} from "../../ground/jobs/index.ts";
import { type Context, installationDb } from "../../ground/kernel/context.ts";
import { csvPageOf, ROWS_A_PAGE } from "../../ground/kernel/csv/csv-list.ts";
import { InvalidState, NotFound } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { pageOf, takeSkip } from "../../ground/kernel/query.ts";

const DeadLetter = z
  .object({
    id: z.string(),
    step: z.string().describe("The job's kind"),
    customerId: z.int().nullable(),
    input: z.unknown().describe("The customer and the objects concerned; ids, never secrets"),
    error: z.string().describe("Why the last attempt failed"),
    failedAt: z.iso.datetime(),
  })
  .meta({ id: "DeadLetter" });

/** Work that was given up after all its attempts: the first thing that an operator checks if something is stuck. */
export const listDeadLetters = operation({
  id: "listDeadLetters",
  api: "operator",
  method: "get",
  path: "/dead-letters",
  summary: "List failed jobs",
  tag: "Jobs",
  access: "operate",
  query: z.object(takeSkip),
  paging: "take/skip",
  answer: z.object({ deadLetters: z.array(DeadLetter), total: z.int() }),
  csv: {
    fileName: "failed-jobs",
    columns: ["id", "job", "organisation", "error", "failed"],
    async page(_, ctx, after = "0") {
      const window = { take: ROWS_A_PAGE, skip: Number(after) };
      const { letters } = await listDeadLettersOfAllCustomers(installationDb(ctx), window);
      return csvPageOf(letters, lineOf, () => window.skip + ROWS_A_PAGE);
    },
  },
  async handle({ query }, ctx) {
    const { letters, total } = await listDeadLettersOfAllCustomers(installationDb(ctx), pageOf(query));
    return { deadLetters: letters.map((letter) => ({ ...letter, failedAt: letter.failedAt.toISOString() })), total };
  },
});

type FailedJob = Awaited<ReturnType<typeof listDeadLettersOfAllCustomers>>["letters"][number];

function lineOf({ id, step, customerId, error, failedAt }: FailedJob) {
  return [id, step, customerId, error, failedAt.toISOString()];
}

const one = {
  api: "operator",
  tag: "Jobs",
  access: "operate",
  ours: true,
  params: z.object({ deadLetterId: z.string().max(64) }),
  answer: z.null(),
  status: 204,
  refs: { "params.deadLetterId": "deadLetter" },
} as const;

export const retryDeadLetter = operation({
  ...one,
  id: "retryDeadLetter",
  method: "post",
  path: "/dead-letters/{deadLetterId}/retry",
  summary: "Retry a failed job, starting from its first attempt",
  description: "Every step is safe to repeat: calls to other systems carry the same idempotency key as before.",
  errors: [InvalidState, NotFound],
  audit: { resource: "JOB", action: "EXECUTE" },
  async handle({ params }, ctx) {
    const { step, input } = await removeDeadLetter(ctx, params.deadLetterId);
    if (!(await knowsStepOfInstallation(installationDb(ctx), step)))
      throw new InvalidState(`this release no longer has the step ${step}: dismiss the job`);
    const again = { name: step, input: StoredInput };
    await ctx.enqueue(again, StoredInput.parse(input), {});
    return null;
  },
});

export const dismissDeadLetter = operation({
  ...one,
  id: "dismissDeadLetter",
  method: "delete",
  path: "/dead-letters/{deadLetterId}",
  summary: "Dismiss a failed job without running it",
  errors: [NotFound],
  audit: { resource: "JOB" },
  async handle({ params }, ctx) {
    await removeDeadLetter(ctx, params.deadLetterId);
    return null;
  },
});

/** Returned as it was enqueued, because the step itself parses it. */
const StoredInput = z.looseObject({ customerId: z.int() });

async function removeDeadLetter(ctx: Context, id: string) {
  const letter = await removeDeadLetterOfAnyCustomer(installationDb(ctx), id);
  if (!letter) throw new NotFound(`there is no failed job ${id}`);
  return letter;
}
