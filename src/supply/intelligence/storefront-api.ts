import { z } from "zod";
import { InvalidState, NotFound } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { getOwnStorefront } from "../storefronts/index.ts";
import { readDecision } from "./decisions/read-decision.ts";
import { DecisionRecordView, decisionRecordView } from "./decisions/schema.ts";
import { labelRun, readRuns } from "./read-runs.ts";
import { getRun, replayRun } from "./replay-run.ts";
import { LabelBody, ReplayView, RunListQuery, RunPath, RunView, replayView, summaryOf, viewOf } from "./schema.ts";

const all = { api: "storefront", path: "/intelligence-runs", tag: "Intelligence" } as const;
const one = {
  ...all,
  path: "/intelligence-runs/{id}",
  params: RunPath,
  refs: { "params.id": "intelligenceRun" },
} as const;

export const listIntelligenceRuns = operation({
  ...all,
  id: "listIntelligenceRuns",
  method: "get",
  summary: "List what buyers asked your storefront for, and what they were shown",
  description:
    "Newest first, one for each get_products: the brief, the sources asked, the products shown with their prices " +
    "and rank, and why others were left out. disposition=declined_fit finds briefs that no product fitted. A run " +
    "is recorded before it is answered, and kept for as long as the installation keeps runs.",
  access: "read",
  query: RunListQuery,
  paging: "take/skip",
  answer: z.object({ items: z.array(RunView), total: z.int() }),
  errors: [NotFound],
  async handle({ query }, ctx) {
    await getOwnStorefront(ctx);
    const { runs, total } = await readRuns(ctx, query);
    return { items: runs.map(query.view === "full" ? viewOf : summaryOf), total };
  },
});

export const getIntelligenceRun = operation({
  ...one,
  id: "getIntelligenceRun",
  method: "get",
  summary: "Get one intelligence run in full",
  access: "read",
  answer: RunView,
  errors: [NotFound],
  handle: async ({ params }, ctx) => viewOf(await getRun(ctx, params.id)),
});

export const getSellerDecisionRecord = operation({
  ...one,
  id: "getSellerDecisionRecord",
  method: "get",
  path: "/intelligence-runs/{id}/decision-record",
  summary: "See how an answer was made, and what it led to",
  description:
    "posture.defaults has each value that shaped the answer and its origin: the request, your notes about the " +
    "buyer, your operating instructions, the history of the buyer or of your storefront, what you pinned, or the " +
    "default. What was not recorded is unavailable, never inferred.",
  access: "read",
  answer: DecisionRecordView,
  errors: [NotFound],
  handle: async ({ params }, ctx) => decisionRecordView(await readDecision(ctx, params.id)),
});

export const labelIntelligenceRun = operation({
  ...one,
  id: "labelIntelligenceRun",
  method: "put",
  path: "/intelligence-runs/{id}/label",
  summary: "Give feedback on an intelligence run",
  description: "The label is any JSON, such as a verdict and its author; it replaces the previous one.",
  access: "write",
  body: LabelBody,
  answer: RunView,
  errors: [NotFound],
  audit: { resource: "INTELLIGENCE_RUN", action: "UPDATE" },
  handle: async ({ params, body }, ctx) => viewOf(await labelRun(ctx, params.id, body.label)),
});

export const replayIntelligenceRun = operation({
  ...one,
  id: "replayIntelligenceRun",
  method: "post",
  path: "/intelligence-runs/{id}/replay",
  summary: "Replay an intelligence run, and see whether the result is the same",
  description:
    "Uses what its sources answered at the time and the product rules of its version. No source is asked and no run is recorded. " +
    "same is false only if this release composes differently.",
  access: "write",
  answer: ReplayView,
  errors: [InvalidState, NotFound],
  audit: { resource: "INTELLIGENCE_RUN", action: "READ" },
  handle: async ({ params }, ctx) => replayView(await replayRun(ctx, params.id)),
});
