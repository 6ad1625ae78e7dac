import type { Context } from "../../ground/kernel/context.ts";
import { Conflict } from "../../ground/kernel/errors.ts";
import { checkCountries, sent, withCurrencies } from "./change-storefront.ts";
import { platformIdsFor } from "./platform-id.ts";
import type { NewStorefrontBody } from "./schema.ts";
import { findStorefrontOf, insertStorefront } from "./store.ts";
import { type Storefront, UNCONFIGURED } from "./storefront.ts";

/** An organisation has one storefront: a second request returns the first one, unchanged. */
export async function createStorefront(
  { db, viewer, now, random }: Context,
  body: NewStorefrontBody,
): Promise<{ storefront: Storefront; made: boolean }> {
  const known = await findStorefrontOf(db, viewer.customerId);
  if (known) return { storefront: known, made: false };
  const { plan: _, ...given } = body;
  checkCountries(given);
  const settings = withCurrencies({ ...UNCONFIGURED, ...sent(given), name: body.name }, given);
  for (const platformId of platformIdsFor(body.name, Buffer.from(random.bytes(4)).toString("hex"))) {
    const storefront = await insertStorefront(db, viewer.customerId, platformId, settings, now);
    if (storefront) return { storefront, made: true };
  }
  // If even the random slug failed, a concurrent request may have created the organisation's storefront first.
  const first = await findStorefrontOf(db, viewer.customerId);
  if (first) return { storefront: first, made: false };
  throw new Conflict("no free platformId for this name: try again, or with another name");
}
