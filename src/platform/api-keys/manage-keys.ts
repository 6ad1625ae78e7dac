import type { output } from "zod";
import { after, DAY_MS } from "../../ground/kernel/clock.ts";
import { type Context, wallOf } from "../../ground/kernel/context.ts";
import { AccessDenied, Invalid, NotFound } from "../../ground/kernel/errors.ts";
import { may } from "../../ground/kernel/viewer.ts";
import { isMember } from "../customers/index.ts";
import type { ApiKey } from "./api-key.ts";
import { issueKey } from "./issue-key.ts";
import type { NewApiKeyBody } from "./schema.ts";
import { findApiKey, revokeApiKey } from "./store.ts";

const LONGEST_MS = 366 * DAY_MS;

/** Creates a key for the caller, and returns it with its secret. */
export async function createKey(
  ctx: Context,
  { name, description, readOnly, expiresAt }: output<typeof NewApiKeyBody>,
): Promise<{ apiKey: ApiKey; key: string }> {
  const { db, viewer } = ctx;
  const { customerId, userId, scopes } = viewer;
  if (scopes)
    throw new AccessDenied(
      "an application cannot create keys, because a key would outlive its access: create it in the console or with your own key",
    );
  // An operator who acts for this organisation is not a member of it, so a key of theirs would give access to nothing.
  if (userId === null || !(await isMember(db, customerId, userId)))
    throw new AccessDenied("only members of an organisation can have its keys: ask an administrator to invite you");
  const until = expiresAt === undefined ? null : expiryOf(expiresAt, wallOf(ctx));
  const issued = await issueKey(ctx, {
    customerId,
    userId,
    name,
    description: description ?? null,
    readOnly,
    expiresAt: until,
  });
  return { apiKey: await getKey(ctx, issued.apiKeyId), key: issued.key };
}

/** Revokes one of the caller's own keys or, for administrators, any key of the organisation. Throws `NotFound`. */
export async function revokeKey(ctx: Context, apiKeyId: string): Promise<void> {
  const { viewer, db } = ctx;
  const { userId } = await getKey(ctx, apiKeyId);
  if (userId !== viewer.userId && !may(viewer, "manage")) throw missing(apiKeyId);
  await revokeApiKey(db, viewer.customerId, apiKeyId, wallOf(ctx));
}

async function getKey({ db, viewer }: Context, apiKeyId: string): Promise<ApiKey> {
  const key = await findApiKey(db, viewer.customerId, apiKeyId);
  if (!key) throw missing(apiKeyId);
  return key;
}

function expiryOf(text: string, wall: Date): Date {
  const at = new Date(text);
  if (at <= wall || at > after(wall, LONGEST_MS))
    throw new Invalid("expiresAt: must be in the future and within a year", { field: "expiresAt" });
  return at;
}

function missing(apiKeyId: string): NotFound {
  return new NotFound(`there is no API key ${apiKeyId}`);
}
