import { InvalidState, NotFound } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { pinPosture } from "./reading/pin-posture.ts";
import { readAnalytics } from "./reading/read-analytics.ts";
import { AnalyticsQuery, LearnedDefaultAnswer, LearnedDefaultBody, SellerAnalyticsView } from "./schema.ts";

export const getStorefrontSellerAnalytics = operation({
  id: "getStorefrontSellerAnalytics",
  api: "storefront",
  method: "get",
  path: "/seller-analytics",
  summary: "See what buyers asked for, were shown and booked, and what to do about it",
  description:
    "Covers the newest runs or, with from and to, all runs of those days. Every figure can be traced: runs lists the " +
    "intelligence runs with the media buys attributed to each, and evidence shows what a signal or a recommendation " +
    "is based on. Totals are directional, as notes says; audited delivery is in the buyer's reporting. Nothing here changes a " +
    "price or a package by itself.",
  tag: "Seller analytics",
  access: "read",
  report: true,
  query: AnalyticsQuery,
  answer: SellerAnalyticsView,
  errors: [NotFound],
  handle: async ({ query: { limit, from, to } }, ctx) =>
    readAnalytics(ctx, { limit, days: from && to ? { from, to } : undefined }),
});

export const setLearnedDefaultPosture = operation({
  id: "setLearnedDefaultPosture",
  api: "storefront",
  method: "put",
  path: "/learned-default-posture",
  summary: "Pin the posture to use if there is no history",
  description:
    "It applies after your operating instructions, your notes about a buyer, and the history of the buyer or of your " +
    "storefront. null unpins it.",
  tag: "Seller analytics",
  access: "write",
  body: LearnedDefaultBody,
  answer: LearnedDefaultAnswer,
  errors: [InvalidState, NotFound],
  audit: { resource: "STOREFRONT", action: "UPDATE" },
  handle: async ({ body }, ctx) => ({ learnedDefault: await pinPosture(ctx, body.posture) }),
});
