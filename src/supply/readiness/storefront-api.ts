import { z } from "zod";
import { NotFound } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { listSources, type Source } from "../sources/index.ts";
import { blockersOf, checksOf, effectiveStatusOf, getOwnStorefront, type Storefront } from "../storefronts/index.ts";
import { diagnosticsOf, SourceDiagnostics } from "./source-diagnostics.ts";

const Check = z
  .object({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    category: z.string(),
    status: z.enum(["complete", "partial", "missing", "optional"]),
    isBlocker: z.boolean(),
    details: z.string().optional(),
  })
  .meta({ id: "ReadinessCheck" });

const Readiness = z
  .object({
    platformId: z.string(),
    status: z.enum(["ready", "blocked"]),
    isPaused: z.boolean(),
    canTransact: z.boolean().describe("Open, not archived, and nothing blocks"),
    effectiveStatus: z.enum(["archived", "paused", "blocked", "live"]),
    checks: z.array(Check),
    sourceDiagnostics: z.array(SourceDiagnostics),
  })
  .meta({ id: "StorefrontReadiness" });

export const getStorefrontReadiness = operation({
  id: "getStorefrontReadiness",
  api: "storefront",
  method: "get",
  path: "/readiness",
  summary: "See whether your storefront can sell, and what keeps it from it",
  tag: "Readiness",
  access: "read",
  answer: Readiness,
  errors: [NotFound],
  async handle(_, ctx) {
    const storefront = await getOwnStorefront(ctx);
    return readinessOf(storefront, await listSources(ctx.db, ctx.viewer.customerId));
  },
});

function readinessOf(storefront: Storefront, sources: readonly Source[]): z.input<typeof Readiness> {
  const effectiveStatus = effectiveStatusOf(storefront);
  return {
    platformId: storefront.platformId,
    status: blockersOf(storefront).length > 0 ? "blocked" : "ready",
    isPaused: storefront.isPaused,
    canTransact: effectiveStatus === "live",
    effectiveStatus,
    checks: [...checksOf(storefront)],
    sourceDiagnostics: sources.map(diagnosticsOf),
  };
}
