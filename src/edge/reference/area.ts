import { area } from "../../ground/areas/area.ts";

export const reference = area({
  name: "edge/reference",
});
