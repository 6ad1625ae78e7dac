import { readFileSync, writeFileSync } from "node:fs";
import { isAbsent } from "./absent.ts";
import { contractOf } from "./contract.ts";
import { lineOf, PUBLISHED } from "./published.ts";

/** Writes `august-2026.jsonl` from the published document, which is not part of this repository: its path is the argument. */
const [, , published = ""] = process.argv;
const contract = contractOf(JSON.parse(readFileSync(published, "utf8")));
const lines = Object.entries(contract)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([operation, contracted]) => lineOf(operation, contracted, !isAbsent(operation)));
writeFileSync(PUBLISHED, `${lines.join("\n")}\n`);
