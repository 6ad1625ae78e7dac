import { area } from "../../ground/areas/area.ts";
import { announceInterest, notifyOperators } from "./announce-interest.ts";
import * as interestBuyer from "./buyer-api.ts";
import * as interestOperator from "./operator-api.ts";

export const interest = area({
  name: "supply/interest",
  operations: [interestOperator, interestBuyer],
  steps: [notifyOperators, announceInterest],
});
