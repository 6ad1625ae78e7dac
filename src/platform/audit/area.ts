import { area } from "../../ground/areas/area.ts";
import * as auditShared from "./shared-api.ts";

export const audit = area({
  name: "platform/audit",
  operations: [auditShared],
});
