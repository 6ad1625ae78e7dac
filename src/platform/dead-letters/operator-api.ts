import { z } from "zod";
import { listDeadLettersOfAllCustomers } from "../../ground/jobs/index.ts";
import { installationDb } from "../../ground/kernel/context.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { pageOf, takeSkip } from "../../ground/kernel/query.ts";

const DeadLetter = z
  .object({
    id: z.string(),
    step: z.string().describe("What was to be done"),
    customerId: z.int().nullable(),
    input: z.unknown().describe("For whom and for what; ids, never secrets"),
    error: z.string().describe("Why the last attempt failed"),
    failedAt: z.iso.datetime(),
  })
  .meta({ id: "DeadLetter" });

/** Work that was given up after its attempts: what an operator looks at first when something is stuck. */
export const listDeadLetters = operation({
  id: "listDeadLetters",
  api: "operator",
  method: "get",
  path: "/dead-letters",
  summary: "List the jobs that failed too often",
  tag: "Jobs",
  access: "operate",
  query: z.object(takeSkip),
  paging: "take/skip",
  answer: z.object({ deadLetters: z.array(DeadLetter), total: z.int() }),
  async handle({ query }, ctx) {
    const { letters, total } = await listDeadLettersOfAllCustomers(installationDb(ctx), pageOf(query));
    return { deadLetters: letters.map((letter) => ({ ...letter, failedAt: letter.failedAt.toISOString() })), total };
  },
});
