import { area } from "../../ground/areas/area.ts";
import * as actingOperator from "./acting/operator-api.ts";
import * as actingShared from "./acting/shared-api.ts";
import { answerSignIn } from "./answer-sign-in.ts";
import { keepPasskey, listPasskeys, removePasskeyById, renamePasskeyById } from "./passkeys/of-person.ts";
import * as passkeysShared from "./passkeys/shared-api.ts";
import { forgetChallengesOfInstallation } from "./passkeys/store.ts";
import * as providersShared from "./providers/shared-api.ts";
import * as signInPublic from "./public-api.ts";
import { endSessionById, findPerson, listSessions } from "./sessions/of-person.ts";
import * as sessionsShared from "./sessions/shared-api.ts";
import { forgetEndedSessionsOfAllCustomers } from "./sessions/store.ts";
import { forgetExpiredSetUpLinks } from "./set-up/store.ts";
import * as signUpOperator from "./sign-up/operator-api.ts";
import * as signUpPublic from "./sign-up/public-api.ts";
import { signUpLife } from "./sign-up/sign-up.ts";
import { forgetExpiredSignUps } from "./sign-up/store.ts";
import { forgetExpiredLinksOfAllCustomers } from "./store.ts";

export const signIn = area({
  name: "platform/sign-in",
  lifecycles: [signUpLife],
  operations: [
    signInPublic,
    actingOperator,
    actingShared,
    sessionsShared,
    passkeysShared,
    providersShared,
    signUpPublic,
    signUpOperator,
  ],
  steps: [
    answerSignIn,
    findPerson,
    listSessions,
    endSessionById,
    listPasskeys,
    keepPasskey,
    renamePasskeyById,
    removePasskeyById,
  ],
  schedules: [
    {
      name: "forget-mail-links",
      cron: "27 * * * *",
      handle: (db, { wall }) => forgetExpiredLinksOfAllCustomers(db, wall),
    },
    {
      name: "forget-sign-ups",
      cron: "34 * * * *",
      handle: (db, { wall }) => forgetExpiredSignUps(db, wall),
    },
    {
      name: "forget-challenges",
      cron: "31 * * * *",
      handle: (db, { wall }) => forgetChallengesOfInstallation(db, wall),
    },
    {
      name: "forget-set-up-links",
      cron: "32 * * * *",
      handle: (db, { wall }) => forgetExpiredSetUpLinks(db, wall),
    },
    {
      name: "forget-sessions",
      cron: "37 * * * *",
      handle: (db, { wall }) => forgetEndedSessionsOfAllCustomers(db, wall),
    },
  ],
});
