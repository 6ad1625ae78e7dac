import { z } from "zod";
import { contentInput, shown, versionView, written } from "../versions/schema.ts";
import type { Version } from "../versions/version.ts";

export const NewPolicyBody = z
  .object({
    content: contentInput.describe(
      "Markdown. A line `Block buyers: casino.com, bets.com` refuses those operators and brands; a line `Block " +
        "products: main:homepage` withholds those products from all buyers. `Review buyers: …` and `Review products: " +
        "…` make their media buys wait for a person; `all` stands for every one. Everything else is for whoever " +
        "decides approvals",
    ),
    ...written,
  })
  .meta({ id: "NewAcceptancePolicy" });

export const PolicyView = z.object(shown).meta({ id: "AcceptancePolicy" });
export const PolicyListView = z.object({ items: z.array(PolicyView), total: z.int() });

export function policyView(version: Version): z.input<typeof PolicyView> {
  return versionView(version);
}
