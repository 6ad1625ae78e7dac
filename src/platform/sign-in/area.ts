import { area } from "../../ground/areas/area.ts";
import { answerSignIn } from "./answer-sign-in.ts";
import * as signInPublic from "./public-api.ts";
import { forgetEndedSessionsOfAllCustomers, forgetExpiredLinksOfAllCustomers } from "./store.ts";

export const signIn = area({
  name: "platform/sign-in",
  operations: [signInPublic],
  steps: [answerSignIn],
  schedules: [
    {
      name: "forget-mail-links",
      cron: "27 * * * *",
      handle: (db, { wall }) => forgetExpiredLinksOfAllCustomers(db, wall),
    },
    {
      name: "forget-sessions",
      cron: "37 * * * *",
      handle: (db, { wall }) => forgetEndedSessionsOfAllCustomers(db, wall),
    },
  ],
});
