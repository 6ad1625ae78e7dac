import { z } from "zod";
import { type Step, step } from "../../../ground/kernel/step.ts";
import { embedTexts } from "./embed-texts.ts";
import { addWaiting, listVectors, saveVectors, type Vector, type VersionedText } from "./store.ts";

interface RecallVectors {
  readonly customerId: number;
  readonly model: string;
  readonly texts: readonly VersionedText[];
}

/** The existing vectors; for the others the job is enqueued. */
export const recallVectors: Step<RecallVectors, readonly Vector[]> = step({
  name: "discovery.recall-vectors",
  input: z.object({
    customerId: z.int(),
    model: z.string(),
    texts: z.array(z.object({ version: z.string(), words: z.string() })),
  }),
  async handle({ customerId, model, texts }, ctx) {
    const versions = texts.map(({ version }) => version);
    const known = await listVectors(ctx.db, customerId, model, versions);
    const there = new Set(known.map(({ version }) => version));
    const missing = texts.filter(({ version }) => !there.has(version));
    if (missing.length > 0 && (await addWaiting(ctx.db, customerId, model, missing, ctx.now)) > 0)
      await ctx.enqueue(embedTexts, { customerId }, { key: `embed-${customerId}` });
    return known;
  },
});

interface RecallBrief {
  readonly customerId: number;
  readonly model: string;
  readonly version: string;
}

/** Briefs are not left to the job: their caller waits. */
export const recallBrief: Step<RecallBrief, readonly Vector[]> = step({
  name: "discovery.recall-brief",
  input: z.object({ customerId: z.int(), model: z.string(), version: z.string() }),
  reads: true,
  handle: ({ customerId, model, version }, { db }) => listVectors(db, customerId, model, [version]),
});

interface VectorInput {
  readonly customerId: number;
  readonly model: string;
  readonly vector: Vector;
}

/** For a brief, whose caller is waiting: the same brief is not sent again. */
export const saveVector: Step<VectorInput> = step({
  name: "discovery.keep-vector",
  input: z.object({
    customerId: z.int(),
    model: z.string(),
    vector: z.object({ version: z.string(), vector: z.array(z.number()) }),
  }),
  handle: ({ customerId, model, vector }, { db, now }) => saveVectors(db, customerId, model, [vector], now),
});
