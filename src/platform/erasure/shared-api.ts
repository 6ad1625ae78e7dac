import { z } from "zod";
import { AccessDenied, BadRequest, Conflict, Invalid, NotFound } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import type { Viewer } from "../../ground/kernel/viewer.ts";
import { findCustomer } from "../customers/index.ts";
import { checkOrganisationMayGo, eraseOrganisation } from "./erase-organisation.ts";
import { checkPersonMayGo, erasePerson } from "./erase-person.ts";
import { RETAINED_RECORDS, RETENTION_YEARS } from "./retained-records.ts";

const shared = {
  api: "platform",
  sides: ["BUYER", "SELLER", "OPERATOR"],
  method: "post",
  ours: true,
  beforeTerms: true,
  personal: true,
  status: 202,
  errors: [AccessDenied, BadRequest, Conflict, Invalid, NotFound],
} as const;

export const deletePerson = operation({
  ...shared,
  id: "deletePerson",
  path: "/me/delete",
  summary: "Delete yourself from this installation, in every organisation",
  description:
    "Your memberships, keys, passkeys and sessions are deleted at once or within minutes, and cannot be restored. What your " +
    "organisations must keep, such as their audit logs, names a pseudonym from then on. It is refused while you " +
    "are the only administrator of one of your organisations.",
  tag: "Members",
  access: "write",
  body: z
    .object({ confirm: z.string().max(254).describe("Your email address, so that nobody does this by mistake") })
    .meta({ id: "DeletePerson" }),
  answer: z.object({ userId: z.int(), accepted: z.literal(true) }).meta({ id: "DeletedPerson" }),
  audit: { resource: "MEMBER", action: "DELETE", idIn: "userId" },
  async claim({ body }, { viewer }) {
    const { customerId, userId, email } = viewer;
    checkInPerson(viewer);
    if (userId === null || email === null) throw new BadRequest("this key belongs to nobody in particular");
    if (body.confirm.trim().toLowerCase() !== email.toLowerCase())
      throw new Invalid("confirm: it must be your email address", { field: "confirm" });
    return { customerId, userId };
  },
  call: (person, { perform }) => perform(checkPersonMayGo, person),
  async settle(person, _, ctx) {
    await ctx.enqueue(erasePerson, person);
    return { userId: person.userId, accepted: true as const };
  },
});

/** Irreversible actions are for people: an application that was connected for other purposes must not perform them on their behalf. */
function checkInPerson({ applicationId }: Viewer): void {
  if (applicationId !== undefined)
    throw new AccessDenied("an application cannot delete whom it acts for: sign in, or use a key of your own");
}

const RetainedRecord = z.object({ table: z.string(), why: z.string() });

export const deleteOrganisation = operation({
  ...shared,
  id: "deleteOrganisation",
  path: "/accounts/current/delete",
  summary: "Delete your organisation, with everything that does not have to be kept",
  description:
    "Its keys stop working within minutes, and it cannot be restored: request an archive first (POST /archives). Members who belong to " +
    "no other organisation are deleted as well. Records of what was bought and sold stay for as long as the law requires; " +
    "the answer lists them. It is refused while buys or orders are running, and while other organisations depend on it.",
  tag: "Accounts",
  access: "manage",
  body: z
    .object({ confirm: z.string().max(255).describe("The organisation's name, so that nobody does this by mistake") })
    .meta({ id: "DeleteOrganisation" }),
  answer: z
    .object({
      customerId: z.int(),
      accepted: z.literal(true),
      keptYears: z.int().describe("For how long the records below are kept"),
      kept: z.array(RetainedRecord),
    })
    .meta({ id: "DeletedOrganisation" }),
  audit: { resource: "ORGANISATION", action: "DELETE", idIn: "customerId" },
  async claim({ body }, { db, viewer }) {
    const { customerId } = viewer;
    checkInPerson(viewer);
    const customer = await findCustomer(db, customerId);
    if (body.confirm.trim() !== customer?.company)
      throw new Invalid("confirm: it must be the name of your organisation", { field: "confirm" });
    return { customerId, organisationId: customerId };
  },
  call: (organisation, { perform }) => perform(checkOrganisationMayGo, organisation),
  async settle(organisation, _, ctx) {
    await ctx.enqueue(eraseOrganisation, organisation);
    const kept = Object.entries(RETAINED_RECORDS).map(([table, { why }]) => ({ table, why }));
    return { customerId: organisation.customerId, accepted: true as const, keptYears: RETENTION_YEARS, kept };
  },
});
