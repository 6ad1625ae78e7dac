import type { Consents } from "../../../ground/kernel/context.ts";
import { accessTokenOf } from "./grants/access-token.ts";
import { accountOf, prepareConsent, startConsent } from "./start-consent.ts";

/** Consent by OAuth, passed by the composition root to the areas that come before this one. */
export const consents: Consents = {
  accessToken: accessTokenOf,
  async arrange(out, source) {
    const arranged = await prepareConsent(out, source);
    return (ctx) => startConsent(ctx, { source, accountIdentifier: accountOf(ctx.viewer) }, arranged);
  },
};
