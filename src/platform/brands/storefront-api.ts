import { wallOf } from "../../ground/kernel/context.ts";
import { Invalid } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { recallBrand, resolveBrand as resolve } from "./look-up-brand.ts";
import { ResolveBrandBody, ResolvedBrand, viewOf } from "./schema.ts";

export const resolveBrand = operation({
  id: "resolveBrand",
  api: "storefront",
  method: "post",
  path: "/resolve-brand",
  summary: "See which brand a domain belongs to",
  description:
    "Asks the domain for its brand.json (AdCP), and then the registry if one is configured. Always answers 200: " +
    "`resolved: false` explains in `error` where we looked and what was found. Your storefront stays as it is: " +
    "apply what you like with PUT /api/v2/storefront (brandName, logoUrl, logoBackground).",
  tag: "Storefront",
  access: "write",
  body: ResolveBrandBody,
  answer: ResolvedBrand,
  errors: [Invalid],
  audit: { resource: "BRAND", action: "READ", idIn: "domain" },
  claim: ({ body }, ctx) => recallBrand(ctx, body.domain, { outright: true }),
  call: (recollection, ctx) => resolve(recollection, ctx),
  settle: async ({ domain }, known, ctx) => viewOf(domain, known, ctx.installation, wallOf(ctx)),
});
