import { z } from "zod";
import { lazily } from "../../../ground/caches/index.ts";
import type { Noun } from "../../../ground/kernel/inputs/noun.ts";
import type { AgentTool, ToolAudit, ToolAuditNote } from "../../../ground/kernel/tools/agent-tool.ts";
import { type Json, jsonSchemaOf, nothingCollected } from "../../reference/index.ts";
import type { ToolAnswer } from "../protocol/envelope.ts";
import type { AdcpRequestContext } from "../request-context.ts";

/** An AdCP task that this agent offers. Its schema in `tools/list`, its parser and its A2A skill are all derived from this declaration. */
export interface Tool extends AgentTool<AdcpRequestContext> {
  readonly title: string;
  readonly description: string;
  /** As in `tools/list`: built once, when it is first needed. */
  readonly listing: Json;
  /** Only listed for callers in a sandbox. */
  readonly isForSandbox: boolean;
  /** The tool exists only if a source of the storefront supports it; it is listed if the agent says so. */
  readonly isOfSomeSources: boolean;
  /** The fields in a request that have no effect, although they are in the schema. */
  ignores(given: Json): readonly string[];
}

interface Declared<I extends z.ZodObject, A extends z.ZodType> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: I;
  /** The answer to a completed call; fields that the schema does not name are not sent. */
  readonly answer: A;
  /** The noun behind every id in the input. */
  readonly refs?: Readonly<Record<string, Noun>>;
  readonly isPublic?: true;
  /** Set for writes: the entry in the seller's log. A write that is repeated under its idempotency key takes effect once. */
  readonly audit?: Pick<ToolAudit, "action" | "resource"> & {
    note(input: z.output<I>, body: Readonly<Record<string, unknown>>): ToolAuditNote;
  };
  /** The tool commits money, so an application needs the scope `buyer:approve` for it. */
  readonly decides?: true;
  readonly isForSandbox?: true;
  readonly isOfSomeSources?: true;
  ignores?(given: Json): readonly string[];
  isTrial?(input: z.output<I>): boolean;
  /** Throws `SellerRefused` with the reason if the call is refused. */
  handle(input: z.output<I>, requestContext: AdcpRequestContext): Promise<ToolAnswer>;
}

export function tool<I extends z.ZodObject, A extends z.ZodType>(declared: Declared<I, A>): Tool {
  const { name, title, description, input, audit, refs = {}, isPublic = false } = declared;
  const { isForSandbox = false, isOfSomeSources = false } = declared;
  const writes = audit !== undefined;
  const annotations = { readOnlyHint: !writes, destructiveHint: writes, idempotentHint: true, openWorldHint: false };
  const listing = lazily(() => {
    const inputSchema = { type: "object", ...jsonSchemaOf(input.extend(EVERY), "input", nothingCollected()) };
    return { name, title, description, inputSchema, annotations };
  });
  const { isTrial = () => false, ignores = () => [], handle } = declared;
  return {
    name,
    title,
    description,
    access: isPublic ? "public" : writes ? "write" : "read",
    sides: ["BUYER"],
    ...(declared.decides && { decides: declared.decides }),
    input,
    answer: answerOfOutcome(declared.answer),
    refs,
    isForSandbox,
    isOfSomeSources,
    get listing() {
      return listing();
    },
    ...(audit && {
      audit: { ...audit, note: (asked: z.output<I>, { body }: ToolAnswer) => audit.note(asked, body) },
    }),
    isTrial,
    ignores,
    async handle(asked: z.output<I>, requestContext: AdcpRequestContext) {
      const reported = await handle(asked, requestContext);
      return { done: reported.status !== "failed", answer: reported, stands: reported.stands };
    },
  };
}

/** The result of a call that is not refused, with each variant according to 3.1's schema. */
function answerOfOutcome(completed: z.ZodType) {
  return z.discriminatedUnion("status", [
    z.object({ status: z.literal("completed"), body: completed }),
    z.object({ status: z.literal("submitted"), body: Submitted }),
    z.object({ status: z.literal("input-required"), body: InputRequired }),
    z.object({ status: z.literal("failed"), body: NotPlayed }),
  ]);
}

const Submitted = z.object({ task_id: z.string(), message: z.string().optional() });
const InputRequired = z.object({ reason: z.string(), message: z.string().optional() });
/** AdCP 3.1, comply-test-controller-response: a refusal by the controller is not an error of the protocol. */
const NotPlayed = z.object({
  success: z.literal(false),
  error: z.string(),
  error_detail: z.string().optional(),
  current_state: z.string().nullable().optional(),
});

/** Common fields of all requests, which no tool has to handle. */
const EVERY = {
  adcp_version: z.string().optional().describe("The AdCP release of the request: 3.0 or 3.1"),
  adcp_major_version: z.int().optional().describe("Instead of adcp_version, as in 3.0"),
  context: z.unknown().optional().describe("Echoed unchanged in the answer"),
};

/** The fields that writing tools require. */
export const IdempotencyKey = z
  .string()
  .regex(/^[A-Za-z0-9_.:-]{16,255}$/, "16 to 255 of the characters A-Z a-z 0-9 _ . : -")
  .describe("The same for every retry of this request, and different for any other request; a UUID is suitable");

export function completed(body: Json): ToolAnswer {
  return { status: "completed", body };
}
