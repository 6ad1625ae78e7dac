import { z } from "zod";
import { installationDb } from "../../../ground/kernel/context.ts";
import { step } from "../../../ground/kernel/step.ts";
import { endSessionOfPerson, findPersonOfInstallation, listSessionsOfPerson } from "./store.ts";

const Person = z.object({ customerId: z.int(), userId: z.int() });

/** A person's sessions and memberships do not belong to a single organisation, so they are accessed by steps of the installation. */
export const findPerson = step({
  name: "sessions.find-person",
  reach: "installation",
  reads: true,
  input: Person,
  handle: ({ userId }, ctx) => findPersonOfInstallation(installationDb(ctx), userId),
});

export const listSessions = step({
  name: "sessions.list",
  reach: "installation",
  reads: true,
  input: Person,
  handle: ({ userId }, ctx) => listSessionsOfPerson(installationDb(ctx), userId, ctx.now),
});

/** Returns whether there was one to end. */
export const endSessionById = step({
  name: "sessions.end",
  reach: "installation",
  input: Person.extend({ sessionId: z.string() }),
  handle: (ended, ctx) => endSessionOfPerson(installationDb(ctx), ended, ctx.now),
});
