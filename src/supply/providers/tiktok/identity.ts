import type { AnyJob } from "../contract/job.ts";
import { ok } from "../contract/provider-error.ts";
import { type Facts, NO_FACTS } from "../contract/template.ts";
import { accountIn } from "../kit/account.ts";
import { at, listAt, textAt } from "../kit/read.ts";
import { sequence } from "../kit/sequence.ts";
import { readTiktok } from "./errors.ts";
import { tiktokGet } from "./requests.ts";
import { tiktokTemplates } from "./templates.ts";

const SIGN = ":";
/** For a day of an ad group, in dollars; the minimum in other currencies is not published [O]. */
const LEAST = { currency: "USD", minimum: { amount: "20", per: "day" } } as const;

/** The identity under which an ad appears: TikTok requires both fields. */
export function identityFields(id: string): { readonly identity_type: string; readonly identity_id: string } {
  const [type = "", ...rest] = id.split(SIGN);
  return { identity_type: type, identity_id: rest.join(SIGN) };
}

/** Reads the identities under which the account may advertise. Without any, nothing can be shown, so nothing is sold. */
export const tiktokFacts: AnyJob<null, Facts> = sequence<null, Facts, Facts>(
  () => [
    {
      request: (_, __, ctx) => tiktokGet("identity/get", { advertiser_id: accountIn(ctx).externalAccountId }),
      read(reply, known, _, ctx) {
        const body = readTiktok(reply);
        if (!body.ok) return body;
        const identities = listAt(at(body.value, "data"), "identity_list").flatMap((one) => {
          const [id, type] = [textAt(one, "identity_id"), textAt(one, "identity_type")];
          if (id === undefined || type === undefined) return [];
          return { id: `${type}${SIGN}${id}`, name: textAt(one, "display_name") ?? id };
        });
        const minimum = accountIn(ctx).currency === LEAST.currency ? LEAST.minimum : null;
        const withheld = identities.length > 0 ? {} : NOBODY;
        return ok({ known: { ...known, identities, minimum, withheld } });
      },
    },
  ],
  () => NO_FACTS,
  (facts) => facts,
);

const NOBODY = Object.fromEntries(
  tiktokTemplates.map(({ id }) => [id, "the account has no identity to show ads under: add one in TikTok Ads Manager"]),
);
