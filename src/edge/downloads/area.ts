import { area } from "../../ground/areas/area.ts";

export const downloads = area({
  name: "edge/downloads",
});
