import { area } from "../../ground/areas/area.ts";
import * as notificationsShared from "./shared-api.ts";

export const notifications = area({
  name: "platform/notifications",
  operations: [notificationsShared],
});
