import { z } from "zod";
import { InvalidState, NotFound } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { CheckView, checkViewOf } from "./check-view.ts";
import { readCompliance, readReadiness } from "./read-readiness.ts";
import { Readiness } from "./readiness-view.ts";
import { refreshCompliance } from "./refresh-compliance.ts";

export const getStorefrontReadiness = operation({
  id: "getStorefrontReadiness",
  api: "storefront",
  method: "get",
  path: "/readiness",
  summary: "See whether your storefront can sell, and if not, why",
  description:
    "Each check that blocks has guidance, and the next step as action and actionLabel. sourceDiagnostics describes every " +
    "source and its agent, and diagnoses lists what is wrong.",
  tag: "Readiness",
  access: "read",
  answer: Readiness,
  errors: [NotFound],
  handle: (_, ctx) => readReadiness(ctx),
});

export const getStorefrontCompliance = operation({
  id: "getStorefrontCompliance",
  api: "storefront",
  method: "get",
  path: "/readiness/compliance",
  summary: "See how well the agents behind your sources conform to AdCP",
  description:
    "The results of AdCP's storyboards for each agent when they were last run, and how far a run in progress is; null before the first run.",
  tag: "Readiness",
  access: "read",
  answer: CheckView.nullable(),
  errors: [NotFound],
  async handle(_, ctx) {
    const check = await readCompliance(ctx);
    return check ? checkViewOf(check, ctx.installation.publicUrl) : null;
  },
});

export const refreshStorefrontCompliance = operation({
  id: "refreshStorefrontCompliance",
  api: "storefront",
  method: "post",
  path: "/readiness/compliance/refresh",
  summary: "Test the agents behind your sources for AdCP compliance again",
  description:
    "The storyboards run for up to two minutes after the answer, which has the previous result: read it again to see how far they are " +
    "(examining), and compare checkedAt. Only external agents for which you have a credential are tested, and nothing is bought except on sandbox accounts.",
  tag: "Readiness",
  access: "write",
  body: z.object({
    agentId: z.string().min(1).optional().describe("One agent; by default, every agent that can be tested"),
  }),
  bodyOptional: true,
  answer: CheckView.nullable(),
  errors: [InvalidState, NotFound],
  refs: { "body.agentId": "salesAgent" },
  audit: { resource: "STOREFRONT", action: "EXECUTE" },
  async handle({ body }, ctx) {
    const check = await refreshCompliance(ctx, body.agentId);
    return check ? checkViewOf(check, ctx.installation.publicUrl) : null;
  },
});
