import { area } from "../../ground/areas/area.ts";
import { fetchLogo } from "./brands/fetch-logo.ts";

export const web = area({
  name: "edge/web",
  steps: [fetchLogo],
});
