import { area } from "../../ground/areas/area.ts";
import * as discoveryBuyer from "./buyer-api.ts";
import * as selectionsBuyer from "./selections/buyer-api.ts";
import { embedTexts } from "./vectors/embed-texts.ts";

export const discovery = area({
  name: "demand/discovery",
  operations: [discoveryBuyer, selectionsBuyer],
  steps: [embedTexts],
});
