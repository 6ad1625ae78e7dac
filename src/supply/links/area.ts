import { area } from "../../ground/areas/area.ts";
import { notifyOfLink } from "./announce-link.ts";
import { linkLife } from "./link.ts";
import * as linksStorefront from "./storefront-api.ts";

export const links = area({
  name: "supply/links",
  lifecycles: [linkLife],
  operations: [linksStorefront],
  steps: [notifyOfLink],
});
