import { readFileSync, writeFileSync } from "node:fs";
import { contractOf } from "./contract.ts";
import { lineOf } from "./published.ts";
import { isAbsent, PUBLISHED_APIS } from "./published-api.ts";

/** Writes a side's `august-2026.jsonl` from its published document, which is not part of this repository. The arguments are the side and the path. */
const [, , side = "", path = ""] = process.argv;
const api = PUBLISHED_APIS.find((one) => one.side === side);
if (!api) throw new Error(`name a side, ${PUBLISHED_APIS.map((one) => one.side).join(" or ")}, and a document`);
const contract = contractOf(JSON.parse(readFileSync(path, "utf8")));
const lines = Object.entries(contract)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  // The storefront itself is published at its mount, which all other paths omit.
  .map(([id, one]) => [id, { ...one, path: one.path === `/${side}` ? "" : one.path }] as const)
  .map(([operation, contracted]) => lineOf(operation, contracted, !isAbsent(api, operation)));
writeFileSync(api.facts, `${lines.join("\n")}\n`);
