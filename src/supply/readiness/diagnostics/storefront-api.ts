import { z } from "zod";
import { Invalid, NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { wholeNumber } from "../../../ground/kernel/query.ts";
import { InventorySourceDiagnostics } from "./diagnostics-view.ts";
import { readDiagnostics } from "./read-diagnostics.ts";

export const getInventorySourceDiagnostics = operation({
  id: "getInventorySourceDiagnostics",
  api: "storefront",
  method: "get",
  path: "/inventory-sources/{sourceId}/diagnostics",
  summary: "See how one of your sources has answered recently",
  description:
    "Calls by buyers and by your tests: how often its agent answered, refused, failed or was too slow, and how long it " +
    "took, compared with the period before, and what to do about problems.",
  tag: "Readiness",
  access: "read",
  params: z.object({ sourceId: z.string().min(1).max(255) }),
  query: z.object({
    windowHours: wholeNumber("windowHours", 1, 720).default(24).describe("How many hours to look back"),
  }),
  answer: InventorySourceDiagnostics,
  errors: [Invalid, NotFound],
  refs: { "params.sourceId": "source" },
  handle: ({ params, query }, ctx) => readDiagnostics(ctx, params.sourceId, query.windowHours),
});
