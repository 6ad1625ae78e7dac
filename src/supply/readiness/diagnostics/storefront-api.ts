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
    "What its agent was asked by buyers and by your tests: how often it answered, refused, failed or was too slow, how long it " +
    "took, beside as many hours before, and what to do about what went wrong.",
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
