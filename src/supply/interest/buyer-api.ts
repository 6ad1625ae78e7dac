import { NotFound } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { InterestBody, SubmittedView, viewOf } from "./schema.ts";
import { findInterest } from "./store.ts";
import { submitInterest } from "./submit-interest.ts";

const interest = { api: "buyer", path: "/storefronts/interest", tag: "Storefronts", answer: SubmittedView } as const;

export const getStorefrontInterest = operation({
  ...interest,
  id: "getStorefrontInterest",
  method: "get",
  summary: "See the interest that you registered",
  access: "read",
  handle: async (_, { db, viewer }) => viewOf(await findInterest(db, viewer.customerId)),
});

export const submitStorefrontInterest = operation({
  ...interest,
  id: "submitStorefrontInterest",
  method: "post",
  summary: "Register interest in storefronts that you would like to buy from",
  description:
    "For storefronts that are coming soon (GET /storefronts/discover), and for sellers that are missing altogether. The operator of this " +
    "installation is notified of each submission and keeps them all; you see your latest one.",
  access: "write",
  body: InterestBody,
  errors: [NotFound],
  refs: { "body.storefrontIds": "storefront" },
  audit: { resource: "STOREFRONT_INTEREST", action: "UPDATE" },
  handle: async ({ body }, ctx) => viewOf(await submitInterest(ctx, body)),
});
