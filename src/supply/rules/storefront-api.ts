import { z } from "zod";
import { Invalid, InvalidState, NotFound } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { pageOf, takeSkip } from "../../ground/kernel/query.ts";
import { getOwnStorefront } from "../storefronts/index.ts";
import { activateRules, authorRules, getActiveRules, getRules } from "./author-rules.ts";
import { NewRulesBody, RulesPath, RulesView, viewOf } from "./schema.ts";
import { listVersions } from "./store.ts";

const all = { api: "storefront", path: "/product-rules", tag: "Product rules" } as const;
const one = { ...all, params: RulesPath, refs: { "params.version": "productRules" } } as const;

export const listProductRules = operation({
  ...all,
  id: "listProductRules",
  method: "get",
  summary: "List the versions of your product rules",
  description:
    "Newest first, each with its whole list of rules; isActive marks the one under which your products are composed.",
  access: "read",
  query: z.object(takeSkip),
  paging: "take/skip",
  answer: z.object({ items: z.array(RulesView), total: z.int() }),
  errors: [NotFound],
  async handle({ query }, ctx) {
    const { customerId } = await getOwnStorefront(ctx);
    const { items, total } = await listVersions(ctx.db, customerId, pageOf(query));
    return { items: items.map(viewOf), total };
  },
});

export const createProductRules = operation({
  ...all,
  id: "createProductRules",
  method: "post",
  summary: "Save a new version of your product rules",
  description:
    "A version holds the whole list and never changes. It is inactive until you activate it, with activate: true " +
    "or activateProductRules; previewProducts shows beforehand what buyers would see. Save an empty list to have " +
    "no rules. Rules apply to a storefront with productMode composition.",
  access: "write",
  body: NewRulesBody,
  answer: RulesView,
  status: 201,
  errors: [Invalid, InvalidState, NotFound],
  audit: { resource: "PRODUCT_RULES", idIn: "version" },
  handle: async ({ body }, ctx) => viewOf(await authorRules(ctx, body)),
});

export const getActiveProductRules = operation({
  ...all,
  id: "getActiveProductRules",
  method: "get",
  path: "/product-rules/active",
  summary: "Get your active product rules",
  access: "read",
  answer: RulesView,
  errors: [NotFound],
  handle: async (_, ctx) => viewOf(await getActiveRules(ctx)),
});

export const getProductRulesVersion = operation({
  ...one,
  id: "getProductRulesVersion",
  method: "get",
  path: "/product-rules/{version}",
  summary: "Get one version of your product rules",
  access: "read",
  answer: RulesView,
  errors: [NotFound],
  handle: async ({ params }, ctx) => viewOf(await getRules(ctx, params.version)),
});

export const activateProductRules = operation({
  ...one,
  id: "activateProductRules",
  method: "post",
  path: "/product-rules/{version}/activate",
  summary: "Activate a version of your product rules",
  description: "It replaces the active one from the next request on. To go back, activate an older version.",
  access: "write",
  answer: RulesView,
  errors: [Invalid, InvalidState, NotFound],
  audit: { resource: "PRODUCT_RULES", action: "ACTIVATE" },
  handle: async ({ params }, ctx) => viewOf(await activateRules(ctx, params.version)),
});
