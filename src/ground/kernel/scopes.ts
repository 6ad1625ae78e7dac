import type { Access, CustomerKind } from "./viewer.ts";

/** What an application may do for whoever let it: OAuth scopes, `<side>:<extent>`. */
export type Extent = "read" | "write" | "approve" | "admin";
export type Scope = `${"buyer" | "storefront" | "operator"}:${Extent}`;

const SIDE = { BUYER: "buyer", SELLER: "storefront", OPERATOR: "operator" } as const;

const EXTENT: Readonly<Record<Exclude<Access, "public">, Extent>> = {
  read: "read",
  write: "write",
  manage: "admin",
  operate: "admin",
};

/** The scope that an application needs for this, beside what the person behind it may do. */
export function scopeFor(kind: CustomerKind, access: Exclude<Access, "public">, decides: boolean): Scope {
  const extent = EXTENT[access];
  return `${SIDE[kind]}:${decides && extent === "write" ? "approve" : extent}`;
}

/** Every scope of an organisation's side, the smallest first. */
export function scopesOf(kind: CustomerKind): readonly Scope[] {
  return (["read", "write", "approve", "admin"] as const).map((extent) => `${SIDE[kind]}:${extent}` as const);
}
