import { area } from "../../ground/areas/area.ts";
import * as reportingBuyer from "./buyer-api.ts";
import * as deliveryReportsBuyer from "./delivery-reports/buyer-api.ts";

export const reporting = area({
  name: "demand/reporting",
  operations: [reportingBuyer, deliveryReportsBuyer],
});
