import { z } from "zod";
import { NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { wholeNumber } from "../../../ground/kernel/query.ts";
import { getOwnSource } from "../own-source.ts";
import { SourcePath } from "../schema.ts";
import { ProductView, productViewOf } from "./product-view.ts";
import { listAvailPage } from "./store.ts";

const MOST = 1_000;

export const listModularInventorySourceProducts = operation({
  id: "listModularInventorySourceProducts",
  api: "storefront",
  method: "get",
  path: "/inventory-sources/{sourceId}/modular/products",
  summary: "List the avails of a modular source with their held, booked and free impressions",
  description: "Avails that are neither withdrawn nor past, ordered by id. To continue a longer list, use `after`.",
  tag: "Modular sources",
  access: "read",
  params: SourcePath,
  query: z.object({
    take: wholeNumber("take", 1, MOST).default(MOST),
    after: z.string().max(255).default("").describe("The last avail id of the previous page"),
  }),
  answer: z.object({ products: z.array(ProductView) }).meta({ id: "ModularInventoryProducts" }),
  errors: [NotFound],
  refs: { "params.sourceId": "modularSource" },
  async handle({ params, query }, ctx) {
    const source = await getOwnSource(ctx, params.sourceId);
    const avails = await listAvailPage(ctx.db, source, { ...query, now: ctx.now });
    return { products: avails.map(productViewOf) };
  },
});
