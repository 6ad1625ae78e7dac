import { area } from "../../ground/areas/area.ts";
import * as buyerInstructionsStorefront from "./buyers/storefront-api.ts";
import * as houseDiscountsStorefront from "./discounts/storefront-api.ts";
import * as operatingInstructionsStorefront from "./operating/storefront-api.ts";
import * as acceptancePolicyStorefront from "./policy/storefront-api.ts";

export const instructions = area({
  name: "supply/instructions",
  operations: [
    operatingInstructionsStorefront,
    acceptancePolicyStorefront,
    buyerInstructionsStorefront,
    houseDiscountsStorefront,
  ],
});
