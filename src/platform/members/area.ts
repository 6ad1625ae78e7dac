import { area } from "../../ground/areas/area.ts";
import * as invitationsShared from "./invitations/shared-api.ts";
import { deleteExpiredInvitationsOfAllCustomers } from "./invitations/store.ts";
import * as membersShared from "./shared-api.ts";

export const members = area({
  name: "platform/members",
  operations: [membersShared, invitationsShared],
  schedules: [
    {
      name: "forget-invitations",
      cron: "47 * * * *",
      handle: (db, { wall }) => deleteExpiredInvitationsOfAllCustomers(db, wall),
    },
  ],
});
