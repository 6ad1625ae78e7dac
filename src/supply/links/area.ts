import { area } from "../../ground/areas/area.ts";
import { tellOfLink } from "./announce-link.ts";
import * as linksStorefront from "./storefront-api.ts";

export const links = area({
  name: "supply/links",
  operations: [linksStorefront],
  steps: [tellOfLink],
});
