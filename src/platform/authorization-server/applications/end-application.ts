import { z } from "zod";
import { type Context, installationDb, wallOf } from "../../../ground/kernel/context.ts";
import { NotFound } from "../../../ground/kernel/errors.ts";
import { step } from "../../../ground/kernel/step.ts";
import { may } from "../../../ground/kernel/viewer.ts";
import { hashToken } from "../../../ground/vault/index.ts";
import { destroyGrantsOfInstallation } from "../records/store.ts";
import { endApplication } from "./store.ts";

/**
 * Ends one of the caller's own connections or, for administrators, any of the organisation's. The application can no longer refresh its
 * tokens. Throws `NotFound`.
 */
export async function endConnection(ctx: Context, applicationId: string): Promise<void> {
  const { db, viewer, enqueue } = ctx;
  const { customerId, userId } = viewer;
  const whose = may(viewer, "manage") ? undefined : (userId ?? 0);
  const grantId = await endApplication(db, customerId, applicationId, whose, wallOf(ctx));
  if (grantId === undefined) throw new NotFound(`there is no connected application ${applicationId}`);
  await enqueue(deleteGrant, { customerId, grantHash: hashToken(grantId) });
}

/** Deletes the tokens that were issued under an ended grant, which are no longer valid anyway. */
export const deleteGrant = step({
  name: "authorization.forget-grant",
  reach: "installation",
  input: z.object({ customerId: z.int(), grantHash: z.string() }),
  async handle({ grantHash }, ctx) {
    await destroyGrantsOfInstallation(installationDb(ctx), [grantHash]);
  },
});
