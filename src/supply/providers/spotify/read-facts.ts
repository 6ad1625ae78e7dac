import type { AnyJob } from "../contract/job.ts";
import { ok } from "../contract/provider-error.ts";
import { type Facts, NO_FACTS } from "../contract/template.ts";
import { accountIn } from "../kit/account.ts";
import { fromProvider } from "../kit/money.ts";
import { listAt, textAt } from "../kit/read.ts";
import { sequence } from "../kit/sequence.ts";
import { readSpotify } from "./errors.ts";
import { spotifyRequest } from "./requests.ts";

/** The live rules for auctions [S]. The names of their fields are [K]; what they do not state is unknown. */
export const readFacts: AnyJob<null, Facts> = sequence<null, Facts, Facts>(
  () => [
    {
      request: () => spotifyRequest("GET", "/ad_product_catalog", "read"),
      read(reply, _, __, ctx) {
        const body = readSpotify(reply);
        if (!body.ok) return body;
        const auction = listAt(body.value, "ad_products").find((one) => textAt(one, "id") === "AUCTION");
        const amount = fromProvider(textAt(auction, "min_budget_micro_amount"), accountIn(ctx).currency, "micros");
        return ok({ known: amount === undefined ? NO_FACTS : { ...NO_FACTS, minimum: { amount, per: "flight" } } });
      },
    },
  ],
  () => NO_FACTS,
  (facts) => facts,
);
