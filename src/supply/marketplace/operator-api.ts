import { z } from "zod";
import { installationDb } from "../../ground/kernel/context.ts";
import { csvPageOf } from "../../ground/kernel/csv/csv-list.ts";
import { InvalidState, NotFound } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { itemsPage } from "../../ground/kernel/query.ts";
import { decideReview } from "./decide-review.ts";
import type { Review } from "./review.ts";
import { listReviewsBelowOfInstallation, listReviewsOfInstallation } from "./review-store.ts";
import { HideBody, ReviewListQuery, ReviewPath, ReviewView, reviewViewOf } from "./schema.ts";

export const listStorefrontsForReview = operation({
  id: "listStorefrontsForReview",
  api: "operator",
  method: "get",
  path: "/storefronts",
  summary: "List every seller's storefront, by its state in the marketplace",
  tag: "Marketplace",
  access: "operate",
  query: ReviewListQuery,
  paging: "limit/offset",
  answer: z.object({
    items: z.array(ReviewView),
    total: z.int(),
    hasMore: z.boolean(),
    nextOffset: z.int().nullable(),
  }),
  csv: {
    fileName: "storefronts",
    columns: ["id", "name", "company", "domain", "state", "reason", "paused", "created"],
    async page({ query }, ctx, after) {
      const reviews = await listReviewsBelowOfInstallation(installationDb(ctx), query.state, after);
      return csvPageOf(reviews, lineOf, ({ storefrontId }) => storefrontId);
    },
  },
  async handle({ query }, ctx) {
    const { reviews, total } = await listReviewsOfInstallation(installationDb(ctx), query.state, query);
    return itemsPage(reviews.map(reviewViewOf), total, query.offset);
  },
});

function lineOf(review: Review) {
  const { storefrontId, name, company, publisherDomain, state, reason, isPaused, createdAt } = review;
  return [storefrontId, name, company, publisherDomain, state, reason, String(isPaused), createdAt.toISOString()];
}

export const listStorefront = operation({
  id: "listStorefront",
  api: "operator",
  method: "post",
  path: "/storefronts/{storefrontId}/list",
  summary: "List a storefront, so that every buyer can find it",
  tag: "Marketplace",
  access: "operate",
  params: ReviewPath,
  answer: ReviewView,
  errors: [InvalidState, NotFound],
  refs: { "params.storefrontId": "storefront" },
  audit: { resource: "STOREFRONT", action: "UPDATE" },
  handle: async ({ params }, ctx) => reviewViewOf(await decideReview(ctx, params.storefrontId, "list", null)),
});

export const hideStorefront = operation({
  id: "hideStorefront",
  api: "operator",
  method: "post",
  path: "/storefronts/{storefrontId}/hide",
  summary: "Hide a listed storefront: only buyers who know it can still reach it",
  tag: "Marketplace",
  access: "operate",
  params: ReviewPath,
  body: HideBody,
  bodyOptional: true,
  answer: ReviewView,
  errors: [InvalidState, NotFound],
  refs: { "params.storefrontId": "storefront" },
  audit: { resource: "STOREFRONT", action: "UPDATE" },
  handle: async ({ params, body }, ctx) =>
    reviewViewOf(await decideReview(ctx, params.storefrontId, "hide", body.reason ?? null)),
});
