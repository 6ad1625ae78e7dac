import type { Context } from "../../ground/kernel/context.ts";
import { InvalidState, NotFound } from "../../ground/kernel/errors.ts";
import type { Advertiser } from "./advertiser.ts";
import { findAdvertiser } from "./store.ts";

/** The advertiser, archived or not. */
export async function getAdvertiser({ db, viewer }: Context, advertiserId: number): Promise<Advertiser> {
  const advertiser = await findAdvertiser(db, viewer.customerId, advertiserId);
  if (!advertiser) throw new NotFound(`there is no advertiser ${advertiserId}`);
  return advertiser;
}

/** An advertiser that can start something new. An archived advertiser can only be read and reported on. */
export async function getActiveAdvertiser(ctx: Context, advertiserId: number): Promise<Advertiser> {
  const advertiser = await getAdvertiser(ctx, advertiserId);
  if (advertiser.status === "ACTIVE") return advertiser;
  throw new InvalidState(
    `advertiser ${advertiserId} is archived: restore it with POST /advertisers/${advertiserId}/restore, then try again`,
    { field: "advertiserId" },
  );
}
