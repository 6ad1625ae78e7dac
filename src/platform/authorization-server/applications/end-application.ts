import { z } from "zod";
import { type Context, installationDb, wallOf } from "../../../ground/kernel/context.ts";
import { NotFound } from "../../../ground/kernel/errors.ts";
import { step } from "../../../ground/kernel/step.ts";
import { may } from "../../../ground/kernel/viewer.ts";
import { hashToken } from "../../../ground/vault/index.ts";
import { destroyGrantsOfInstallation } from "../records/store.ts";
import { endApplication } from "./store.ts";

/**
 * One's own, or any of the organisation's for its administrators. It can no longer refresh tokens. Throws `NotFound`.
 */
export async function endConnection(ctx: Context, applicationId: string): Promise<void> {
  const { db, viewer, enqueue } = ctx;
  const { customerId, userId } = viewer;
  const whose = may(viewer, "manage") ? undefined : (userId ?? 0);
  const grantId = await endApplication(db, customerId, applicationId, whose, wallOf(ctx));
  if (grantId === undefined) throw new NotFound(`there is no connected application ${applicationId}`);
  await enqueue(forgetGrant, { customerId, grantHash: hashToken(grantId) });
}

/** Tokens issued under an ended grant are no longer valid; here they are deleted. */
export const forgetGrant = step({
  name: "authorization.forget-grant",
  reach: "installation",
  input: z.object({ customerId: z.int(), grantHash: z.string() }),
  async handle({ grantHash }, ctx) {
    await destroyGrantsOfInstallation(installationDb(ctx), [grantHash]);
  },
});
