import { z } from "zod";
import type { Context } from "../../../ground/kernel/context.ts";
import { AccessDenied, NotFound } from "../../../ground/kernel/errors.ts";
import type { JobReference } from "../../../ground/kernel/step.ts";
import { isColleaguesDomain } from "./own-domain.ts";
import { setDomain } from "./store.ts";

const DomainChanged = z.object({ customerId: z.int() });

/** Storefronts themselves handle the consequences when the domain of their organisation changes. */
export const domainChanged: JobReference<z.output<typeof DomainChanged>> = {
  name: "storefronts.verify-domain",
  input: DomainChanged,
};

/**
 * Sets an organisation's domain, which then counts as approved. Sellers recognise a buyer by its domain and set prices for it, so an
 * organisation can only choose a domain at which one of its members has an address; the operator can confirm any domain.
 */
export async function changeDomain(ctx: Context, customerId: number, domain: string): Promise<void> {
  const { db, viewer, now } = ctx;
  const attests = viewer.customerKind === "OPERATOR";
  if (!attests && customerId !== viewer.customerId) throw unknown(customerId);
  if (!attests && !(await isColleaguesDomain(db, customerId, domain)))
    throw new AccessDenied(
      `customerDomain: no member of your organisation has a verified e-mail address at ${domain}: invite one who has, or ask ` +
        "the operator of this installation to set it",
      { field: "customerDomain" },
    );
  if (!(await setDomain(db, customerId, domain, now))) throw unknown(customerId);
  await ctx.enqueue(domainChanged, { customerId });
}

function unknown(customerId: number): NotFound {
  return new NotFound(`there is no organisation ${customerId} of yours: switch to it first, if you belong to it`);
}
