import { type Area, area } from "../../ground/areas/area.ts";
import { searchOperations } from "./search-api.ts";

/** Built after all other areas, because they define what can be found. */
export function searchOver(areas: readonly Area[]): Area {
  const finders = areas.flatMap((one) => one.finders);
  return area({ name: "edge/search", operations: [searchOperations(finders)] });
}
