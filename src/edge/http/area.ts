import { area } from "../../ground/areas/area.ts";

export const http = area({
  name: "edge/http",
});
