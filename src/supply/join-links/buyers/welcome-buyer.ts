import { z } from "zod";
import { step } from "../../../ground/kernel/step.ts";
import { listAdministrators } from "../../../platform/customers/index.ts";
import { mailBrandOf } from "../../../platform/mail/index.ts";
import { requestMailLink } from "../../../platform/sign-in/index.ts";
import { confirmPathOf } from "../join-link.ts";
import { findStanding } from "../joining/store.ts";

/** Notifies the administrators of a buyer that it was admitted, each with their own link. Runs in the buyer's tenant. */
export const welcomeBuyer = step({
  name: "join-links.welcome-buyer",
  input: z.object({ customerId: z.int(), storefrontId: z.int(), slug: z.string() }),
  async handle({ customerId, storefrontId, slug }, ctx) {
    const standing = await findStanding(ctx.db, customerId, storefrontId);
    if (standing?.status !== "active") return undefined;
    const { joinLinkId, language, storefrontName: name, look } = standing;
    const letter = {
      purpose: "sign_in",
      template: "approved",
      joinLinkId,
      language,
      name,
      brand: mailBrandOf(look),
    } as const;
    for (const administrator of await listAdministrators(ctx.db, customerId))
      await requestMailLink(ctx, { ...administrator, ...letter, customerId, path: confirmPathOf(slug) });
    return { storefrontId };
  },
});
