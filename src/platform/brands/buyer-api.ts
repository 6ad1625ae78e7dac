import { wallOf } from "../../ground/kernel/context.ts";
import { Invalid } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { recallBrand, resolveBrand } from "./look-up-brand.ts";
import { ResolveBrandBody, ResolvedBrand, viewOf } from "./schema.ts";

export const resolveBuyerBrand = operation({
  id: "resolveBuyerBrand",
  api: "buyer",
  method: "post",
  path: "/brands/resolve",
  summary: "See which brand a domain belongs to",
  description:
    "Asks the domain for its brand.json (AdCP), following it to its house, and then the registry if one is " +
    "configured. Always answers 200: `resolved: false` explains in `error` where we looked and what was found. " +
    "Nothing is saved; an advertiser is linked to its brand by `brand` when it is created.",
  tag: "Brands",
  access: "write",
  body: ResolveBrandBody,
  answer: ResolvedBrand,
  errors: [Invalid],
  audit: { resource: "BRAND", action: "READ", idIn: "domain" },
  claim: ({ body }, ctx) => recallBrand(ctx, body.domain, { outright: true }),
  call: (recollection, ctx) => resolveBrand(recollection, ctx),
  settle: async ({ domain }, known, ctx) => viewOf(domain, known, ctx.installation, wallOf(ctx)),
});
