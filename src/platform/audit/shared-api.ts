import { z } from "zod";
import type { Context } from "../../ground/kernel/context.ts";
import { csvPageOf } from "../../ground/kernel/csv/csv-list.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { pageOf } from "../../ground/kernel/query.ts";
import { auditKeyOf } from "./chain/audit-key.ts";
import { verifyChain } from "./chain/verify-chain.ts";
import { listEntries, listEntriesBelow } from "./log/store.ts";
import { filterOf, LogEntryView, LogQuery, lineOf, VerificationView, viewOf } from "./schema.ts";

const reading = {
  method: "get",
  path: "/audit-logs",
  summary: "List who did what in your organisation",
  description: "Who changed what, and when, newest first. Every change has an entry, written in the same transaction.",
  tag: "Audit log",
  access: "read",
  query: LogQuery,
  paging: "take/skip",
  answer: z.object({ logs: z.array(LogEntryView), total: z.int() }),
  refs: {
    "query.advertiserId": "advertiser",
    "query.campaignId": "campaign",
    "query.inventorySourceId": "source",
    "query.actorUserId": "member",
  },
  csv: {
    fileName: "audit-log",
    columns: ["id", "at", "by", "operation", "action", "resourceType", "resourceId", "outcome", "description"],
    async page({ query }: { query: z.output<typeof LogQuery> }, { db, viewer }: Context, after: string | undefined) {
      const entries = await listEntriesBelow(db, viewer.customerId, filterOf(query), after);
      return csvPageOf(entries, lineOf, ({ sequence }) => sequence);
    },
  },
  async handle({ query }: { query: z.output<typeof LogQuery> }, { db, viewer }: Context) {
    const { entries, total } = await listEntries(db, viewer.customerId, filterOf(query), pageOf(query));
    return { logs: entries.map(viewOf), total };
  },
} as const;

export const listBuyerAuditLogs = operation({ ...reading, id: "listBuyerAuditLogs", api: "buyer" });
export const listStorefrontAuditLogs = operation({ ...reading, id: "listStorefrontAuditLogs", api: "storefront" });
/** The same for callers on neither side of the market, and for operators. */
export const listAuditLogs = operation({ ...reading, id: "listAuditLogs", api: "platform" });

export const verifyAuditLogs = operation({
  id: "verifyAuditLogs",
  api: ["platform", "buyer", "storefront"],
  sides: ["BUYER", "SELLER", "OPERATOR"],
  method: "get",
  path: "/audit-logs/verify",
  summary: "Verify that the audit log is unchanged",
  description:
    "Each entry is signed together with the one before it, and the end of the log as well, with a key that the database does not hold, so changed, removed or inserted entries are detected.",
  tag: "Audit log",
  access: "manage",
  answer: VerificationView,
  async handle(_, { db, viewer, vault }) {
    const { entries, brokenAt } = await verifyChain(db, auditKeyOf(vault), viewer.customerId);
    return { intact: brokenAt === null, entries, brokenAt };
  },
});
