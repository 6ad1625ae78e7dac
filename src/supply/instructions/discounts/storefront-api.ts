import { z } from "zod";
import { Conflict, Invalid, InvalidState, NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { getOwnStorefront } from "../../storefronts/index.ts";
import { addDiscount, changeDiscount, removeDiscount } from "./change-discount.ts";
import {
  DiscountChangeBody,
  DiscountPath,
  HierarchyQuery,
  HierarchyView,
  HouseDiscountView,
  hierarchyView,
  NewDiscountBody,
  viewOf,
} from "./schema.ts";
import { listHouseDiscounts as listDiscounts, listHierarchies } from "./store.ts";

const all = { api: "storefront", path: "/house-discounts", tag: "House discounts" } as const;
const one = {
  ...all,
  path: "/house-discounts/{id}",
  params: DiscountPath,
  refs: { "params.id": "houseDiscount" },
} as const;

export const listHouseDiscounts = operation({
  ...all,
  id: "listHouseDiscounts",
  method: "get",
  summary: "List your discounts for corporate groups",
  access: "read",
  answer: z.object({ items: z.array(HouseDiscountView), total: z.int() }),
  errors: [NotFound],
  async handle(_, ctx) {
    const { customerId } = await getOwnStorefront(ctx);
    const discounts = await listDiscounts(ctx.db, customerId);
    return { items: discounts.map(viewOf), total: discounts.length };
  },
});

export const createHouseDiscount = operation({
  ...all,
  id: "createHouseDiscount",
  method: "post",
  summary: "Give the brands or agencies of a corporate group a discount",
  description:
    "It applies to media buys whose brand (or operator) is the group's domain or is known to belong to it. Of all discounts that " +
    "apply, the largest is used, never their sum. Resold inventory is never quoted below what your storefront pays.",
  access: "write",
  body: NewDiscountBody,
  answer: HouseDiscountView,
  status: 201,
  errors: [Conflict, Invalid, InvalidState, NotFound],
  audit: { resource: "HOUSE_DISCOUNT", idIn: "id" },
  handle: async ({ body }, ctx) => viewOf(await addDiscount(ctx, body)),
});

export const resolveHouseHierarchy = operation({
  ...all,
  id: "resolveHouseHierarchy",
  method: "get",
  path: "/house-discounts/resolve",
  summary: "See which corporate group a domain belongs to",
  description:
    "Shows whom a discount would apply to before you create it. Only what both the domain and the group publish " +
    "counts; nothing is changed.",
  access: "read",
  query: HierarchyQuery,
  answer: HierarchyView,
  errors: [Invalid],
  async handle({ query: { domain } }, { db }) {
    const [hierarchy] = await listHierarchies(db, [domain]);
    return hierarchyView(hierarchy ?? { domain, house: null, coverage: "unavailable", isOld: false });
  },
});

export const updateHouseDiscount = operation({
  ...one,
  id: "updateHouseDiscount",
  method: "patch",
  summary: "Change a discount or its notes",
  description:
    "Omitted fields stay as they are. House and scope are fixed: to change them, delete the discount and create another.",
  access: "write",
  body: DiscountChangeBody,
  answer: HouseDiscountView,
  errors: [Invalid, InvalidState, NotFound],
  audit: { resource: "HOUSE_DISCOUNT" },
  handle: async ({ params, body }, ctx) => viewOf(await changeDiscount(ctx, params.id, body)),
});

export const deleteHouseDiscount = operation({
  ...one,
  id: "deleteHouseDiscount",
  method: "delete",
  summary: "Delete a discount for a corporate group",
  description: "What was bought under it keeps its price.",
  access: "write",
  answer: z.null(),
  status: 204,
  errors: [InvalidState, NotFound],
  audit: { resource: "HOUSE_DISCOUNT" },
  async handle({ params }, ctx) {
    await removeDiscount(ctx, params.id);
    return null;
  },
});
