import { area } from "../../ground/areas/area.ts";
import { buildLife } from "./builds/build.ts";
import { libraryLife } from "./library/library-creative.ts";
import { reviewLife } from "./reviews/review.ts";
import * as creativeReviewsStorefront from "./reviews/storefront-api.ts";
import { showOrder } from "./showings/show-order.ts";
import { showingLife } from "./showings/showing.ts";

export const creatives = area({
  name: "supply/creatives",
  lifecycles: [libraryLife, showingLife, reviewLife, buildLife],
  operations: [creativeReviewsStorefront],
  steps: [showOrder],
});
