import { area } from "../../ground/areas/area.ts";
import * as actingOperator from "./acting/operator-api.ts";
import * as actingShared from "./acting/shared-api.ts";
import { answerSignIn } from "./answer-sign-in.ts";
import { listPasskeys, removePasskeyById, renamePasskeyById, savePasskey } from "./passkeys/of-person.ts";
import * as passkeysShared from "./passkeys/shared-api.ts";
import { deleteChallengesOfInstallation } from "./passkeys/store.ts";
import * as providersShared from "./providers/shared-api.ts";
import * as signInPublic from "./public-api.ts";
import { endSessionById, findPerson, listSessions } from "./sessions/of-person.ts";
import * as sessionsShared from "./sessions/shared-api.ts";
import { deleteEndedSessionsOfAllCustomers } from "./sessions/store.ts";
import { deleteExpiredSetUpLinks } from "./set-up/store.ts";
import * as signUpOperator from "./sign-up/operator-api.ts";
import * as signUpPublic from "./sign-up/public-api.ts";
import { signUpLife } from "./sign-up/sign-up.ts";
import { deleteExpiredSignUps } from "./sign-up/store.ts";
import { deleteExpiredLinksOfAllCustomers } from "./store.ts";

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
    savePasskey,
    renamePasskeyById,
    removePasskeyById,
  ],
  schedules: [
    {
      name: "forget-mail-links",
      cron: "27 * * * *",
      handle: (db, { wall }) => deleteExpiredLinksOfAllCustomers(db, wall),
    },
    {
      name: "forget-sign-ups",
      cron: "34 * * * *",
      handle: (db, { wall }) => deleteExpiredSignUps(db, wall),
    },
    {
      name: "forget-challenges",
      cron: "31 * * * *",
      handle: (db, { wall }) => deleteChallengesOfInstallation(db, wall),
    },
    {
      name: "forget-set-up-links",
      cron: "32 * * * *",
      handle: (db, { wall }) => deleteExpiredSetUpLinks(db, wall),
    },
    {
      name: "forget-sessions",
      cron: "37 * * * *",
      handle: (db, { wall }) => deleteEndedSessionsOfAllCustomers(db, wall),
    },
  ],
});
