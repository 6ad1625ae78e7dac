import { area } from "../../ground/areas/area.ts";
import * as signalsBuyer from "./buyer-api.ts";

export const signals = area({
  name: "supply/signals",
  operations: [signalsBuyer],
});
