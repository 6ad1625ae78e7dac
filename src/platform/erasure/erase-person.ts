import { z } from "zod";
import { type Context, installationDb, wallOf } from "../../ground/kernel/context.ts";
import { Conflict, NotFound } from "../../ground/kernel/errors.ts";
import { step } from "../../ground/kernel/step.ts";
import { hashToken } from "../../ground/vault/index.ts";
import { auditKeyOf, redactLogOfAnyCustomer } from "../audit/index.ts";
import { destroyGrantsOfInstallation } from "../authorization-server/index.ts";
import { type Erased, pseudonymiser, pseudonymOf } from "./pseudonym.ts";
import {
  deletePersonOfInstallation,
  grantsOfPerson,
  lockPersonOfInstallation,
  organisationsOfPerson,
  seatsOfPerson,
  soleAdministrationsOfAnyCustomer,
} from "./store.ts";

const Input = z.object({ customerId: z.int(), userId: z.int() });

/** Whether a person can be erased. Throws `NotFound`, or a `Conflict` if they are the only administrator of an organisation. */
export const checkPersonMayGo = step({
  name: "erasure.check-person",
  reach: "installation",
  input: Input,
  handle: async ({ userId }, ctx) => void (await checked(ctx, userId)),
});

/** Erases a person from the whole installation. Records of their organisations are kept, under a pseudonym. */
export const erasePerson = step({
  name: "erasure.erase-person",
  reach: "installation",
  input: Input,
  attempts: 5,
  async handle({ userId }, ctx) {
    const person = await checked(ctx, userId);
    await eraseChecked(ctx, person);
    return pseudonymOf(userId);
  },
});

async function checked(ctx: Context, userId: number): Promise<Erased> {
  const db = installationDb(ctx);
  const person = await lockPersonOfInstallation(db, userId);
  if (!person) throw new NotFound(`there is no person ${userId}`);
  const companies = await soleAdministrationsOfAnyCustomer(db, userId);
  if (companies.length > 0)
    throw new Conflict(
      `nobody else administers ${companies.join(", ")}: make somebody else an administrator there first, or delete the organisation`,
      { details: { organisations: companies } },
    );
  return person;
}

/** Also used for a person who is erased together with their organisation. */
export async function eraseChecked(ctx: Context, person: Erased): Promise<void> {
  const db = installationDb(ctx);
  const { userId } = person;
  const [organisations, seats, grants] = [
    await organisationsOfPerson(db, person),
    await seatsOfPerson(db, userId),
    await grantsOfPerson(db, userId),
  ];
  const pseudonymise = pseudonymiser([person]);
  for (const customerId of organisations)
    await redactLogOfAnyCustomer(db, auditKeyOf(ctx.vault), customerId, pseudonymise);
  if (grants.length > 0) await destroyGrantsOfInstallation(db, grants.map(hashToken));
  await deletePersonOfInstallation(db, person, { organisations, wall: wallOf(ctx) });
  for (const customerId of seats)
    await ctx.audit({
      viewer: { customerId, userId, email: pseudonymOf(userId) },
      operation: "erasePerson",
      action: "DELETE",
      resourceType: "MEMBER",
      resourceId: String(userId),
    });
}
