import type { CallContext, Context } from "../../kernel/context.ts";

/** An agent that somebody is asked to consent at, as far as that has to be known. */
export interface ConsentPlace {
  readonly agentId: string | null;
  readonly name: string;
  readonly endpointUrl: string | null;
  readonly storefrontId: number;
}

/** Begins a consent that was arranged, in a transaction; answers our own page, where it is gone on with in a browser. */
export type BeginConsent = (ctx: Context) => Promise<{ readonly authorizationUrl: string }>;

/**
 * Consent by OAuth, for the areas that stand before the one that asks for it. The access token of a credential throws
 * `SellerUnreachable`; `arrange` asks who authorises for an agent, and throws `BadRequest` and `Unavailable`.
 */
export interface Consents {
  accessToken(
    out: Pick<CallContext, "perform" | "installation">,
    place: { readonly customerId: number; readonly credentialId: number },
  ): Promise<string>;
  arrange(out: CallContext, place: ConsentPlace): Promise<BeginConsent>;
}
