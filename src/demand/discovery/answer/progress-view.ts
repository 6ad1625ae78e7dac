import { z } from "zod";
import { SECOND_MS } from "../../../ground/kernel/clock.ts";
import type { ReportProgress } from "../../../ground/kernel/context.ts";
import type { ListedSeller } from "../../../ground/seller-agent/sellers.ts";
import { type AgentResult, resultOf, type SellerAnswer } from "../search/seller-answer.ts";
import { AgentResultView, agentResultView } from "./diagnostics-view.ts";

/** Named before they answer; beyond this, only their number. */
const MOST_NAMED = 200;

export const DiscoveryProgressView = z
  .object({
    done: z.int().describe("How many sellers have answered or timed out"),
    of: z.int().describe("How many are asked"),
    message: z.string().describe("The last step, in words"),
    waitSeconds: z.int().describe("The longest time that any seller is given"),
    asked: z
      .array(z.object({ agentId: z.string(), agentName: z.string() }))
      .optional()
      .describe(`In the first event: who is asked, the first ${MOST_NAMED} of them`),
    result: AgentResultView.optional().describe("In every later event: the result of one seller, before any filter"),
  })
  .meta({ id: "DiscoveryProgress" });

type ProgressInput = z.input<typeof DiscoveryProgressView>;

/** Reports who is asked, and then the result for each; in the order of their answers. */
export function reportSellers(
  sellers: readonly ListedSeller[],
  waitMs: number,
  tell: ReportProgress,
): (answer: SellerAnswer) => void {
  const of = sellers.length;
  const waitSeconds = Math.ceil(waitMs / SECOND_MS);
  let done = 0;
  const say = (said: Omit<ProgressInput, "done" | "of" | "waitSeconds">) => {
    const event: ProgressInput = { done, of, waitSeconds, ...said };
    tell(event);
  };
  say({
    message: of === 1 ? "one storefront is asked" : `${of} storefronts are asked`,
    asked: sellers.slice(0, MOST_NAMED).map(({ agentId, name }) => ({ agentId, agentName: name })),
  });
  return (answer) => {
    done += 1;
    const result = resultOf(answer);
    say({ message: sentenceOf(result, waitSeconds), result: agentResultView(result) });
  };
}

function sentenceOf({ agentName, success, timedOut, productCount, error }: AgentResult, waitSeconds: number): string {
  if (timedOut) return `${agentName} did not answer within ${waitSeconds} s`;
  if (!success) return `${agentName} failed: ${error}`;
  return `${agentName} answered with ${productCount === 1 ? "one product" : `${productCount} products`}`;
}
