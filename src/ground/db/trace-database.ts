import type { Tracing } from "../tracing/index.ts";
import type { Statements } from "./builder.ts";
import type { Open } from "./transaction.ts";

const SYSTEM = { "db.system.name": "postgresql" };
/** Longer statements are truncated. */
const MOST_TEXT = 4_000;
const WORDS = { from: /\bfrom\s+"?([a-z_][\w.]*)/i, into: /\b(?:into|update)\s+"?([a-z_][\w.]*)/i };

/**
 * Transactions as spans, including the wait for a connection and the commit. Statements of a read have no common
 * transaction.
 */
export function traced(open: Open, mode: "read" | "write", tracing: Tracing): Open {
  if (!tracing.isOn) return open;
  const name = mode === "read" ? "database read" : "transaction";
  return (scope, work) => {
    const { customerId, reach } = scope;
    const whose = { "interchange.reach": reach, ...(customerId !== null && { "interchange.customer_id": customerId }) };
    return tracing.within({ name, attributes: { ...SYSTEM, ...whose }, onlyInside: true }, () => open(scope, work));
  };
}

/** Statements as spans: their text has placeholders for values, which are not included. */
export function tracedStatements(tracing: Tracing): Statements["around"] {
  if (!tracing.isOn) return undefined;
  return (text, ask) => {
    const name = summaryOf(text);
    const attributes = { ...SYSTEM, "db.query.summary": name, "db.query.text": text.slice(0, MOST_TEXT) };
    return tracing.within({ name, kind: "client", attributes, onlyInside: true }, ask);
  };
}

/** `select campaigns`: the first word, and the first table. */
function summaryOf(text: string): string {
  const beginning = text.slice(0, MOST_TEXT);
  const verb = /^\W*([a-z]+)/i.exec(beginning)?.[1]?.toLowerCase() ?? "statement";
  const written = verb === "insert" || verb === "update" ? WORDS.into.exec(beginning) : WORDS.from.exec(beginning);
  return written?.[1] ? `${verb} ${written[1]}` : verb;
}
