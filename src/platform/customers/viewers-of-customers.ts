import type { Database } from "../../ground/db/index.ts";
import type { Viewer } from "../../ground/kernel/viewer.ts";
import type { Customer } from "./customer.ts";
import { findCustomersOfInstallation } from "./store.ts";

/** Viewers that represent the customers themselves, for steps that no person requested. */
export async function viewersOfCustomers(
  database: Database,
  customerIds: readonly number[],
): Promise<ReadonlyMap<number, Viewer>> {
  const customers = await database.readInstallation((db) => findCustomersOfInstallation(db, customerIds));
  return new Map(customers.map((customer) => [customer.customerId, viewerOf(customer)]));
}

function viewerOf({ customerId, kind, terms, clockOffsetMs, sandbox, walledStorefrontId }: Customer): Viewer {
  return {
    customerId,
    customerKind: kind,
    userId: null,
    email: null,
    role: "ADMIN",
    readOnly: false,
    termsAccepted: terms !== null,
    clockOffsetMs,
    sandbox,
    ...(walledStorefrontId !== null && { storefrontId: walledStorefrontId }),
  };
}
