import type { z } from "zod";
import { catalogIdOf } from "../catalog-id.ts";
import type { Pushed } from "./push-catalogs.ts";
import type { CatalogsSyncedView, PartnersSyncedView } from "./schema.ts";
import type { Upsert, Upserted } from "./upsert-catalogs.ts";

/** If a catalog has thousands of invalid items, only this many are listed. */
const MOST_ISSUES = 100;

export function viewOfPushed(pushed: readonly Pushed[]): z.input<typeof PartnersSyncedView> {
  return {
    results: pushed.map(({ partnerId, catalogId, itemCount, error }) => ({
      partnerId,
      catalogId,
      status: error === null ? "synced" : "failed",
      itemCount: error === null ? itemCount : null,
      ...(error !== null && { error }),
    })),
  };
}

export function viewOfUpsert({ upserted, deleted }: Upsert, dryRun: boolean): z.input<typeof CatalogsSyncedView> {
  const gone = deleted.map(({ externalId, catalogId }) => ({
    catalog_id: externalId ?? catalogIdOf(catalogId),
    action: "deleted" as const,
    platform_id: catalogIdOf(catalogId),
  }));
  return { catalogs: [...upserted.map(viewOfOne), ...gone], ...(dryRun && { dry_run: true as const }) };
}

function viewOfOne(one: Upserted): z.input<typeof CatalogsSyncedView>["catalogs"][number] {
  const { id, action, catalogId, itemCount, rejected, warnings, error } = one;
  const identity = { catalog_id: id, action, ...(catalogId !== undefined && { platform_id: catalogIdOf(catalogId) }) };
  const issues = rejected.slice(0, MOST_ISSUES).map(({ item, reason }) => ({
    item_id: item,
    status: "rejected" as const,
    reasons: [reason],
    issue: reason,
    severity: "error" as const,
  }));
  const counts = { item_count: itemCount, ...(itemCount !== null && { items_approved: itemCount, items_pending: 0 }) };
  return {
    ...identity,
    ...(action !== "failed" && { ...counts, items_rejected: rejected.length }),
    ...(issues.length > 0 && { item_issues: issues }),
    ...(warnings.length > 0 && { warnings: [...warnings] }),
    ...(error !== undefined && { error }),
  };
}
