import type { Operation } from "../../../ground/kernel/operation.ts";
import type { AddressedOperation } from "./find-operation.ts";

const MOST = 100;

/** Over MCP, audit logs have pages of a hundred entries unless fewer are requested, and never more (storefront contract §11). */
export function auditPage(
  { method, path }: Operation,
  query: AddressedOperation["query"],
): AddressedOperation["query"] {
  if (method !== "get" || path !== "/audit-logs") return query;
  const asked = query.take ?? query.limit;
  return asked === undefined || Number(asked) > MOST ? { ...query, take: String(MOST) } : query;
}
