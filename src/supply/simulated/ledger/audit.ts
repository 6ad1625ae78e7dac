import { readFileSync } from "node:fs";
import { Book, parseLines } from "./book.ts";
import type { Created, Entry } from "./entry.ts";

/** What stands under one key, and how many records carry it: every one after the first is void. */
interface LedgerBuy {
  readonly key: string;
  readonly mediaBuyId: string;
  readonly buyerRef: string;
  readonly name: string;
  readonly at: Date;
  readonly records: number;
}

interface LedgerChange {
  readonly key: string;
  readonly mediaBuyId: string;
  readonly at: Date;
  readonly records: number;
}

export interface LedgerSummary {
  readonly buys: readonly LedgerBuy[];
  readonly changes: readonly LedgerChange[];
  readonly tornLines: number;
}

/** Counts a ledger without taking part in it. Two buys with one `buyerRef` are one order that was placed twice. */
export function readLedger(path: string): LedgerSummary {
  const { entries, tornLines } = parseLines(readFileSync(path, "utf8"));
  const book = new Book();
  for (const entry of entries) book.enter(entry);
  const standing = entries.filter((entry) => book.withKey(entry.key) === entry);
  const records = Map.groupBy(entries, ({ key }) => key);
  const countOf = ({ key }: Entry) => records.get(key)?.length ?? 0;
  return {
    buys: standing.filter(isCreated).map((entry) => {
      const { key, mediaBuyId, buyerRef, name, at } = entry;
      return { key, mediaBuyId, buyerRef, name, at, records: countOf(entry) };
    }),
    changes: standing
      .filter(({ type }) => type === "changed")
      .map((entry) => ({ key: entry.key, mediaBuyId: entry.mediaBuyId, at: entry.at, records: countOf(entry) })),
    tornLines,
  };
}

function isCreated(entry: Entry): entry is Created {
  return entry.type === "created";
}
