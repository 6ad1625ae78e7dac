import { z } from "zod";
import { installationDb } from "../../../ground/kernel/context.ts";
import { newId } from "../../../ground/kernel/ids.ts";
import { step } from "../../../ground/kernel/step.ts";
import {
  deletePasskeyOfPerson,
  insertPasskeyOfInstallation,
  listPasskeysOfPerson,
  renamePasskeyOfPerson,
  spendChallengeOfInstallation,
} from "./store.ts";

/** A person's passkeys belong to no organisation, so they are accessed by steps of the installation. */
const Person = z.object({ customerId: z.int(), userId: z.int() });
const Named = Person.extend({ passkeyId: z.string() });

const PendingPasskey = Person.extend({
  name: z.string(),
  credentialId: z.string(),
  publicKey: z.string(),
  counter: z.number(),
  transports: z.array(z.string()),
  synced: z.boolean(),
  challenge: z.object({ hash: z.string(), expiresAt: z.date() }),
});

export const listPasskeys = step({
  name: "passkeys.list",
  reach: "installation",
  reads: true,
  input: Person,
  handle: ({ userId }, ctx) => listPasskeysOfPerson(installationDb(ctx), userId),
});

/** Returns the passkey; undefined if its challenge was answered before, or its authenticator is registered already. */
export const savePasskey = step({
  name: "passkeys.keep",
  reach: "installation",
  input: PendingPasskey,
  async handle(input, ctx) {
    const { customerId: _, challenge, ...given } = input;
    const db = installationDb(ctx);
    if (!(await spendChallengeOfInstallation(db, challenge))) return undefined;
    const passkeyId = newId("passkey", ctx.random);
    const passkey = { ...given, passkeyId, createdAt: ctx.now, lastUsedAt: null };
    return (await insertPasskeyOfInstallation(db, passkey)) ? passkey : undefined;
  },
});

export const renamePasskeyById = step({
  name: "passkeys.rename",
  reach: "installation",
  input: Named.extend({ name: z.string() }),
  handle: ({ name, ...named }, ctx) => renamePasskeyOfPerson(installationDb(ctx), named, name),
});

/** Returns whether there was one. */
export const removePasskeyById = step({
  name: "passkeys.remove",
  reach: "installation",
  input: Named,
  handle: (named, ctx) => deletePasskeyOfPerson(installationDb(ctx), named),
});
