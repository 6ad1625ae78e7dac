import { area } from "../../ground/areas/area.ts";
import * as termsShared from "./shared-api.ts";

export const terms = area({
  name: "platform/terms",
  operations: [termsShared],
});
