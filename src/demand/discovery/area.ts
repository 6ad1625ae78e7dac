import { area } from "../../ground/areas/area.ts";
import * as discoveryBuyer from "./buyer-api.ts";
import * as selectionsBuyer from "./selections/buyer-api.ts";

export const discovery = area({
  name: "demand/discovery",
  operations: [discoveryBuyer, selectionsBuyer],
});
