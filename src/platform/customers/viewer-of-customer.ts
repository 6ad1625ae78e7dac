import type { Database } from "../../ground/db/index.ts";
import type { Viewer } from "../../ground/kernel/viewer.ts";
import { findCustomer } from "./store.ts";

/** The customer acting by itself, for steps that nobody asked for in person. */
export async function viewerOfCustomer(database: Database, customerId: number): Promise<Viewer | undefined> {
  const customer = await database.read({ customerId, reach: "tenant" }, (db) => findCustomer(db, customerId));
  if (!customer) return undefined;
  return {
    customerId,
    customerKind: customer.kind,
    userId: null,
    email: null,
    role: "ADMIN",
    readOnly: false,
    termsAccepted: customer.terms !== null,
    clockOffsetMs: customer.clockOffsetMs,
    sandbox: customer.sandbox,
    ...(customer.walledStorefrontId !== null && { storefrontId: customer.walledStorefrontId }),
  };
}
