import { z } from "zod";

/** `empty` is an answer; `not_reached` is none; `failed` is one that nothing can be made of. */
export type Outcome = "passed" | "empty" | "failed" | "not_reached";

/** What came of asking one source for products. */
export interface DiscoveryTest {
  readonly outcome: Outcome;
  /** A sentence. */
  readonly message: string;
  readonly products: readonly { readonly productId: string; readonly name: string }[];
  readonly durationMs: number;
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
        "empty: it answered, with no product; failed: it refused; not_reached: it did not answer, or to nobody",
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
        requestId: z.string().nullable().describe("The same in our log"),
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
