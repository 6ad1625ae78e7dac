import { addOrganisation } from "../../src/main/add-organisation.ts";
import { callInside } from "../../src/main/sandbox/call-inside.ts";
import type { Started } from "../../src/main/start.ts";

/** An active buyer, with an advertiser and a pixel that sends events. */
export interface Tenant {
  readonly customerId: number;
  readonly key: string;
  readonly advertiserId: string;
}

export const PIXEL = "pixel";

/** This many buyers, created through the same operations that everybody uses. */
export async function openTenants(started: Started, count: number): Promise<Tenant[]> {
  const tenants: Tenant[] = [];
  for (let n = 0; n < count; n++) tenants.push(await openTenant(started, n));
  return tenants;
}

async function openTenant(started: Started, n: number): Promise<Tenant> {
  const who = { kind: "BUYER", company: `Active ${n}`, email: `a${n}@growth.example`, role: "ADMIN" } as const;
  // In the sandbox, because it buys from simulated sellers.
  const { customerId, key } = await addOrganisation(started, { ...who, sandbox: true });
  const post = (path: string, body?: unknown) => callInside(started.app, key, "POST", `/api/v2${path}`, body);
  await post("/accept-tos");
  const brand = { name: `Advertiser ${n}`, brand: `brand${n}.example`, sandbox: true };
  const advertiserId = String((await post("/buyer/advertisers", brand)).id);
  const pixel = { account: { account_id: advertiserId }, event_sources: [{ event_source_id: PIXEL }] };
  await post(`/buyer/advertisers/${advertiserId}/event-sources/sync`, pixel);
  return { customerId, key, advertiserId };
}
