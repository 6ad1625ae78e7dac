import { area } from "../../ground/areas/area.ts";
import * as sandboxShared from "./shared-api.ts";
import { tick } from "./tick.ts";

export const sandbox = area({
  name: "platform/sandbox",
  operations: [sandboxShared],
  steps: [tick],
});
