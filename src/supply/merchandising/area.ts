import { area } from "../../ground/areas/area.ts";
import * as previewStorefront from "./preview/storefront-api.ts";

export const merchandising = area({
  name: "supply/merchandising",
  operations: [previewStorefront],
});
