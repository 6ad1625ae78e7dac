import type { Scope } from "./db.ts";

/** The begin of a transaction that knows its tenant, in one message. */
export function beginning(
  { customerId, storefrontId, reach }: Scope,
  mode: "read only" | "read write",
  settings: Readonly<Record<string, string>>,
): string {
  const local = Object.entries(settings).map(([name, value]) => `set local ${name} = '${value}'`);
  local.push(`set local interchange.reach = '${reach}'`);
  if (customerId !== null) local.push(`set local interchange.customer_id = '${whole(customerId)}'`);
  if (storefrontId !== undefined) local.push(`set local interchange.storefront_id = '${whole(storefrontId)}'`);
  return `begin ${mode}; ${local.join("; ")}`;
}

/** The settings are interpolated into SQL, so only integers are allowed there. */
function whole(id: number): number {
  if (!Number.isSafeInteger(id)) throw new TypeError(`not an id: ${String(id)}`);
  return id;
}
