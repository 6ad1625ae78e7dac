import { area } from "../../ground/areas/area.ts";

export const adagents = area({
  name: "edge/adagents",
});
