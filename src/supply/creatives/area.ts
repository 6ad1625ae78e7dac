import { area } from "../../ground/areas/area.ts";
import * as creativeReviewsStorefront from "./reviews/storefront-api.ts";
import { showOrder } from "./showings/show-order.ts";

export const creatives = area({
  name: "supply/creatives",
  operations: [creativeReviewsStorefront],
  steps: [showOrder],
});
