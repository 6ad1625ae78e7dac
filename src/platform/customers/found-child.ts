import type { output } from "zod";
import type { Db } from "../../ground/db/index.ts";
import type { Context } from "../../ground/kernel/context.ts";
import { AccessDenied, BadRequest, Invalid } from "../../ground/kernel/errors.ts";
import type { Customer } from "./customer.ts";
import { isColleaguesDomain } from "./domain/own-domain.ts";
import type { NewChildBody } from "./schema.ts";
import { findCustomer, insertChild } from "./store.ts";

export interface NewChild {
  readonly parent: Customer;
  readonly child: Customer;
  readonly founderId: number;
}

/** Creates an organisation below the viewer's, of the same kind and under the same terms; the viewer becomes its administrator. */
export async function foundChild(
  { db, viewer, now }: Context,
  { name, customerRole, customerDomain }: output<typeof NewChildBody>,
): Promise<NewChild> {
  const { customerId, customerKind, userId, storefrontId } = viewer;
  // A child is not limited to one storefront, so a buyer who is could reach the others through it.
  if (storefrontId !== undefined || userId === null)
    throw new AccessDenied("a sponsored organisation cannot create other organisations");
  if (customerRole !== undefined && customerRole !== customerKind)
    throw new Invalid(`customerRole: a child is on its parent's side of the market, and yours is ${customerKind}`, {
      field: "customerRole",
    });
  const parent = await findCustomer(db, customerId);
  if (!parent) throw new Error(`customer ${customerId} is gone`);
  // Terms are inherited for one generation only.
  if (parent.parentId !== null)
    throw new BadRequest(
      `your organisation is itself a child: switch to its parent ${parent.parentId}, and create it there`,
    );
  if (customerDomain !== undefined && !(await mayUseDomain(customerDomain, parent, db)))
    throw new AccessDenied(
      `customerDomain: it is not your organisation's own, and no member of yours has a verified e-mail address at ${customerDomain}: ` +
        "leave it out, and ask the operator of this installation to set it",
      { field: "customerDomain" },
    );
  const { kind, sandbox } = parent;
  const child = { kind, company: name, domain: customerDomain ?? null, sandbox };
  const childId = await insertChild(db, customerId, { ...child, founderId: userId }, now);
  const founded = { ...child, customerId: childId, parentId: customerId, clockOffsetMs: 0, terms: null };
  return { parent, child: { ...founded, walledStorefrontId: null }, founderId: userId };
}

/** Sellers set prices for a buyer's domain, so a child must not give access to a domain that its parent could not use. */
async function mayUseDomain(domain: string, { customerId, domain: own }: Customer, db: Db): Promise<boolean> {
  return domain === own || isColleaguesDomain(db, customerId, domain);
}
