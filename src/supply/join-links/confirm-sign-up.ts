import type { Context } from "../../ground/kernel/context.ts";
import type { SponsorshipStatus } from "./sponsored-buyer.ts";

/** What a one-time link from somebody's mail proved, as sign-in answers it. */
export interface Proof {
  readonly customerId: number;
  readonly userId: number;
  readonly purpose: "verify" | "sign_in" | "attach";
  readonly joinLinkId: number | null;
}

/** How somebody stands with the storefront whose link they joined by. */
export interface Joined {
  readonly buyerCustomerId: number;
  readonly storefrontName: string;
  readonly status: SponsorshipStatus;
  /** The organisation's first API key, told here and never again; null while it waits, and where there is one already. */
  readonly firstKey: string | null;
}

/** Throws `JoinLinkInvalid` where the link that was asked to join by lets nobody in any more. */
export async function confirmSignUp(_ctx: Context, _proof: Proof): Promise<Joined> {
  throw new Error("under construction");
}
