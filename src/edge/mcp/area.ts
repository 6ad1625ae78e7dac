import { area } from "../../ground/areas/area.ts";

export const mcp = area({
  name: "edge/mcp",
});
