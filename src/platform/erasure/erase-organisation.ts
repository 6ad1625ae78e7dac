import { z } from "zod";
import { assetKeyOf } from "../../ground/blobs/index.ts";
import { type Context, installationDb, wallOf } from "../../ground/kernel/context.ts";
import { Conflict, NotFound } from "../../ground/kernel/errors.ts";
import { step } from "../../ground/kernel/step.ts";
import { archiveKeyOf } from "../archives/index.ts";
import { auditKeyOf, redactLogOfAnyCustomer } from "../audit/index.ts";
import { eraseChecked } from "./erase-person.ts";
import {
  actorsInLogOfAnyCustomer,
  deleteOrganisationOfInstallation,
  type ErasableOrganisation,
  type ErasureBlockers,
  listFilesOfAnyCustomer,
  lockOrganisationOfInstallation,
  peopleOfAnyCustomer,
  tiesOfAnyCustomer,
} from "./organisation-store.ts";
import { pseudonymiser } from "./pseudonym.ts";
import { retainedUntil } from "./retained-records.ts";

const Input = z.object({ customerId: z.int(), organisationId: z.int() });

/** Whether an organisation can be erased. Throws `NotFound`, or a `Conflict` that names everything that has to be settled first. */
export const checkOrganisationMayGo = step({
  name: "erasure.check-organisation",
  reach: "installation",
  input: Input,
  handle: async ({ organisationId }, ctx) => void (await checked(ctx, organisationId)),
});

/** Erases an organisation: its files, its rows, and those of its people who belong to no other. Records that the law requires are kept. */
export const eraseOrganisation = step({
  name: "erasure.erase-organisation",
  reach: "installation",
  input: Input,
  attempts: 5,
  async claim({ organisationId }, ctx) {
    const organisation = await checked(ctx, organisationId);
    return { organisation, files: await listFilesOfAnyCustomer(installationDb(ctx), organisationId) };
  },
  async call({ organisation, files }, { blobs }) {
    const { customerId } = organisation;
    for (const assetId of files.assetIds) await blobs.remove(assetKeyOf(customerId, assetId));
    for (const archiveId of files.archiveIds) await blobs.remove(archiveKeyOf(customerId, archiveId));
  },
  async settle({ organisation: { customerId } }, _, ctx) {
    const db = installationDb(ctx);
    const wall = wallOf(ctx);
    await checked(ctx, customerId);
    const people = await peopleOfAnyCustomer(db, customerId);
    await redactLogOfAnyCustomer(
      db,
      auditKeyOf(ctx.vault),
      customerId,
      pseudonymiser([...people, ...(await actorsInLogOfAnyCustomer(db, customerId))]),
    );
    for (const person of people.filter(({ elsewhere }) => !elsewhere)) await eraseChecked(ctx, person);
    const until = retainedUntil(wall);
    await deleteOrganisationOfInstallation(db, customerId, { erasedAt: wall, keptUntil: until });
    await ctx.audit({
      viewer: { customerId, userId: null, email: null },
      operation: "eraseOrganisation",
      action: "DELETE",
      resourceType: "ORGANISATION",
      resourceId: String(customerId),
    });
    return { keptUntil: until.toISOString() };
  },
});

async function checked(ctx: Context, organisationId: number): Promise<ErasableOrganisation> {
  const db = installationDb(ctx);
  const organisation = await lockOrganisationOfInstallation(db, organisationId);
  if (!organisation) throw new NotFound(`there is no organisation ${organisationId}`);
  const obstacles = obstaclesIn(organisation, await tiesOfAnyCustomer(db, organisationId));
  if (obstacles.length > 0)
    throw new Conflict(`${organisation.company} cannot be deleted yet: ${obstacles.join("; ")}`, {
      details: { obstacles },
    });
  return organisation;
}

function obstaclesIn({ kind }: ErasableOrganisation, ties: ErasureBlockers): string[] {
  const found: [boolean, string][] = [
    [
      ties.runningBuys > 0,
      `${ties.runningBuys} media buys are running or being decided on: cancel them, or wait until they are over`,
    ],
    [
      ties.runningOrders > 0,
      `${ties.runningOrders} orders at its storefronts are not over: reject or cancel them, or wait until they are over`,
    ],
    [
      ties.sponsoredBuyers > 0,
      `${ties.sponsoredBuyers} buyers are sponsored by it: end their sponsorships, or have them delete their organisations`,
    ],
    [ties.children > 0, `${ties.children} organisations are its children: delete those first`],
    [kind === "OPERATOR" && ties.otherOperators === 0, "it is the only one that runs this installation"],
  ];
  return found.flatMap(([holds, sentence]) => (holds ? [sentence] : []));
}
