import { Invalid, NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { previewProducts, readStock } from "./preview-products.ts";
import { PreviewBody, PreviewView, previewView } from "./schema.ts";

export const previewProductRules = operation({
  api: "storefront",
  id: "previewProductRules",
  method: "post",
  path: "/product-rules/preview",
  tag: "Product rules",
  summary: "Preview what buyers would see under product rules, and what is left out and why",
  description:
    "Your sources are asked, and their products are composed as for buyers, with rules that you send or with the " +
    "active ones. Nothing is saved. A source that requires a credential from each buyer is not asked, and is " +
    "listed in missing.",
  access: "write",
  body: PreviewBody,
  answer: PreviewView,
  errors: [Invalid, NotFound],
  audit: { resource: "PRODUCT_RULES", action: "READ" },
  claim: async ({ body }, ctx) => readStock(ctx, body),
  call: previewProducts,
  settle: async (_, preview) => previewView(preview),
});
