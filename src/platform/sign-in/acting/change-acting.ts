import type { output } from "zod";
import { type Context, installationDb, wallOf } from "../../../ground/kernel/context.ts";
import { AccessDenied, BadRequest, NotFound } from "../../../ground/kernel/errors.ts";
import { newId } from "../../../ground/kernel/ids.ts";
import { findCustomer } from "../../customers/index.ts";
import { notifyAnyCustomer } from "../../notifications/index.ts";
import { type ActingGrant, expiryOf, isOver, type ListedGrant } from "./acting-grant.ts";
import type { StartActingBody } from "./schema.ts";
import { endActingGrant, endGrantsOfPerson, grantOwnerOf, insertActingGrant, lockActingGrant } from "./store.ts";

/**
 * Lets the session's person act for an organisation. Both organisations' logs record it, and the organisation's people are notified. Throws
 * `AccessDenied` without a session, `NotFound`, and `BadRequest` for an organisation that runs the installation.
 */
export async function startActing(ctx: Context, asked: output<typeof StartActingBody>): Promise<ListedGrant> {
  const { viewer, random } = ctx;
  const db = installationDb(ctx);
  const { sessionId, userId, email } = viewer;
  if (sessionId === undefined || userId === null || email === null)
    throw new AccessDenied("acting for an organisation needs a browser that is signed in: no key can do it");
  const customer = await findCustomer(db, asked.customerId);
  if (!customer) throw new NotFound(`there is no organisation ${asked.customerId}`);
  if (customer.kind === "OPERATOR")
    throw new BadRequest("nobody can act for an organisation that runs the installation", { field: "customerId" });
  const startedAt = wallOf(ctx);
  const { customerId, reason, minutes, mayWrite } = asked;
  const person = { customerId, userId, userEmail: email, operatorId: viewer.customerId, sessionId };
  const times = { startedAt, expiresAt: expiryOf(startedAt, minutes), endedAt: null };
  const grant = { ...person, ...times, grantId: newId("actingGrant", random), reason, mayWrite };
  await endGrantsOfPerson(db, grant, startedAt);
  await insertActingGrant(db, grant);
  await recordInAuditLog(ctx, grant, "startActing", "CREATE");
  await notifyAnyCustomer(ctx, customerId, {
    type: "organisation.acted_for",
    resourceType: "ACTING_GRANT",
    resourceId: grant.grantId,
    message: `${email}, who runs this installation, acts for you until ${times.expiresAt.toISOString()}${mayWrite ? "" : ", read-only"}: ${reason}. You can end it in your settings`,
  });
  return { ...grant, company: customer.company };
}

/** Ends the grant now; has no effect if it has ended already. Throws `NotFound`. */
export async function endActing(ctx: Context, grantId: string): Promise<void> {
  const grant = await lockActingGrant(ctx.db, grantOwnerOf(ctx.viewer), grantId);
  if (!grant) throw new NotFound(`there is no acting grant ${grantId}`);
  const wall = wallOf(ctx);
  if (isOver(grant, wall)) return;
  await endActingGrant(ctx.db, grant, wall);
  // If the organisation ends it itself, the operation is recorded in its log anyway.
  if (grant.customerId !== ctx.viewer.customerId) await recordInAuditLog(ctx, grant, "endActing", "DELETE");
}

function recordInAuditLog(ctx: Context, { customerId, grantId }: ActingGrant, operation: string, action: string) {
  const { viewer } = ctx;
  const entry = { operation, action, resourceType: "ACTING_GRANT", resourceId: grantId };
  return ctx.audit({ ...entry, viewer: { ...viewer, customerId } });
}
