import { z } from "zod";
import { successOf } from "../../http/envelope.ts";
import { answerQuestion, type Capability, callOf, type Guide } from "../../reference/index.ts";
import type { CallerSituation } from "../murph/caller-situation.ts";
import { type McpRequestContext, type Tool, tool } from "./tool.ts";

const EXAMPLES = {
  buyer: '"how do I buy?" or "pause one media buy"',
  storefront: '"how do I sell?" or "rotate the key of a source"',
  operator: '"list a storefront"',
} as const;

/** Answers questions in plain words with operations and how to use them, preceded by the caller's situation if there is anything to report. */
export function askAboutCapability(
  guide: Guide,
  standing?: (requestContext: McpRequestContext) => Promise<CallerSituation>,
): Tool {
  return tool({
    name: "ask_about_capability",
    title: "Ask how to do something",
    description: `Answers a question in plain words, such as ${EXAMPLES[guide.side]}, with the operations that do it: exact method and path, every field, an example for api_call, the errors and the next step. Ask for an operation by name to get everything about it.`,
    takes: z.object({ question: z.string().trim().min(1).max(1000).describe("Ask about one thing at a time") }),
    hints: { readOnlyHint: true, idempotentHint: true },
    async answer({ question }, requestContext) {
      const { text, capabilities } = answerQuestion(guide, question);
      const stands = await standing?.(requestContext);
      const data = { question, operations: capabilities.map(viewOf), ...(stands && { state: stands.state }) };
      const whole = [stands?.text, text].filter(Boolean).join("\n\n");
      return {
        outcome: { status: 200, replayed: false, envelope: successOf(data, requestContext.requestId) },
        text: whole,
      };
    },
  });
}

function viewOf(capability: Capability) {
  const { op, method, path, pathParams, query, body, answer, failures } = capability;
  return {
    operation: op.id,
    method,
    path,
    summary: op.summary,
    description: op.description ?? null,
    access: op.access,
    pathParams,
    query,
    body,
    answer: {
      status: op.status ?? 200,
      data: [...answer.fields, ...answer.shapes.flat()].map(({ name, type }) => ({ name, type })),
    },
    example: callOf(capability),
    errors: [...failures].flatMap(([status, codes]) => codes.map((code) => ({ status, code }))),
  };
}
