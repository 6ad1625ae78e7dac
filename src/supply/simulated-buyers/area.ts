import { area } from "../../ground/areas/area.ts";
import { letVisit, visitAgenda } from "./let-visit.ts";
import * as simulatedBuyersStorefront from "./storefront-api.ts";

export const simulatedBuyers = area({
  name: "supply/simulated-buyers",
  operations: [simulatedBuyersStorefront],
  steps: [letVisit],
  agendas: [visitAgenda],
});
