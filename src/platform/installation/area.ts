import { area } from "../../ground/areas/area.ts";
import * as installationOperator from "./operator-api.ts";

export const installation = area({
  name: "platform/installation",
  operations: [installationOperator],
});
