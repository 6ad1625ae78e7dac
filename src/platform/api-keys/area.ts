import { area } from "../../ground/areas/area.ts";
import * as apiKeysShared from "./shared-api.ts";

export const apiKeys = area({
  name: "platform/api-keys",
  operations: [apiKeysShared],
});
