import { z } from "zod";
import type { CallOutcome, NewSourceCall } from "../calls/source-call.ts";

/** `empty` is a valid answer; `not_reached` means that there was none; `failed`, that it was unusable. */
export type Outcome = "passed" | "empty" | "failed" | "not_reached";

/** The result of asking one source for products. */
export interface DiscoveryTest {
  readonly outcome: Outcome;
  /** A single sentence. */
  readonly message: string;
  readonly products: readonly { readonly productId: string; readonly name: string }[];
  readonly durationMs: number;
  /** How many of the products have a price in each currency. */
  readonly currencies: Readonly<Record<string, number>>;
  /** Why nothing came; null if something did. */
  readonly cause: string | null;
}

export const DEFAULT_BRIEF = "What do you sell? Any channel, any audience, any format.";
const MOST_SHOWN = 20;

const Step = z.object({
  key: z.enum(["reach", "get_products"]),
  label: z.string(),
  status: z.enum(["completed", "failed", "not_checked"]),
  operation: z.string().nullable(),
  httpStatus: z.null(),
  endpoint: z.string().nullable(),
  message: z.string().nullable(),
});

export const DiscoveryTestView = z
  .object({
    source: z.object({ sourceId: z.string(), name: z.string() }),
    operation: z.literal("get_products"),
    outcome: z
      .enum(["passed", "empty", "failed", "not_reached"])
      .describe(
        "empty: it answered without products; failed: it refused; not_reached: it did not answer, or cannot be asked",
      ),
    message: z.string(),
    productCount: z.int(),
    products: z.array(z.object({ productId: z.string(), name: z.string().nullable() })).describe("The first 20"),
    checkedAt: z.iso.datetime(),
    durationMs: z.int().nullable(),
    trace: z
      .object({
        operationId: z.null(),
        taskId: z.null(),
        contextId: z.null(),
        debugId: z.null(),
        requestId: z.string().nullable().describe("Also in the server's log"),
        traceparent: z.null(),
      })
      .nullable(),
    steps: z.array(Step),
    run: z.null(),
  })
  .meta({ id: "DiscoveryTest" });

interface Tested {
  readonly sourceId: string;
  readonly name: string;
  readonly endpointUrl: string | null;
}

export function viewOf(
  { sourceId, name, endpointUrl }: Tested,
  test: DiscoveryTest,
  { now, requestId }: { readonly now: Date; readonly requestId: string },
): z.input<typeof DiscoveryTestView> {
  const { outcome, message, products, durationMs } = test;
  const reached = outcome !== "not_reached";
  const answered = reached ? "completed" : "not_checked";
  const [reach, ask] = [
    { operation: null, endpoint: endpointUrl },
    { operation: "get_products", endpoint: endpointUrl },
  ];
  return {
    source: { sourceId, name },
    operation: "get_products",
    outcome,
    message,
    productCount: products.length,
    products: products.slice(0, MOST_SHOWN),
    checkedAt: now.toISOString(),
    durationMs,
    trace: { operationId: null, taskId: null, contextId: null, debugId: null, requestId, traceparent: null },
    steps: [
      step("reach", "Reach the agent", reached ? "completed" : "failed", reach, reached ? null : message),
      step(
        "get_products",
        "Ask for products",
        outcome === "failed" ? "failed" : answered,
        ask,
        reached ? message : null,
      ),
    ],
    run: null,
  };
}

function step(
  key: "reach" | "get_products",
  label: string,
  status: "completed" | "failed" | "not_checked",
  where: { readonly operation: string | null; readonly endpoint: string | null },
  message: string | null,
): z.input<typeof Step> {
  return { key, label, status, ...where, httpStatus: null, message };
}

/** A test is recorded as a call to its source; a test without a brief returns the catalogue. */
export function callOf(sourceId: string, test: DiscoveryTest, whole: boolean): NewSourceCall {
  const { outcome, message, products, currencies, durationMs, cause } = test;
  const answered = outcome === "passed" || outcome === "empty";
  return {
    source: sourceId,
    tool: "get_products",
    origin: "sandbox_test",
    outcome: answered ? "completed" : unanswered(outcome, cause),
    whole,
    productCount: answered ? products.length : null,
    currencies: answered ? currencies : null,
    tookMs: durationMs,
    cause,
    detail: answered ? null : message,
  };
}

function unanswered(outcome: Outcome, cause: string | null): CallOutcome {
  if (cause === "timeout") return "timeout";
  return outcome === "failed" && cause === "refused" ? "rejected" : "failed";
}
