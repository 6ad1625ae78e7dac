import { area } from "../../ground/areas/area.ts";

export const simulated = area({
  name: "supply/simulated",
});
