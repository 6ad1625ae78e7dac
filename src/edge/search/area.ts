import { type Area, area } from "../../ground/areas/area.ts";
import { searchOperations } from "./search-api.ts";

/** Made over the other areas, since what can be found is theirs to say. */
export function searchOver(areas: readonly Area[]): Area {
  const finders = areas.flatMap((one) => one.finders);
  return area({ name: "edge/search", operations: [searchOperations(finders)] });
}
