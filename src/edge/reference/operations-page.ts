import type { Operation } from "../../ground/kernel/operation.ts";
import { fullPathOf, operationsOf, SIDES, type Side } from "./openapi.ts";

const HEADING: Readonly<Record<Side, string>> = { buyer: "Buyer", storefront: "Storefront", operator: "Operator" };

/** A Markdown page of everything that callers can do, with a table for each API. */
export function operationsPage(operations: readonly Operation[]): string {
  const parts = SIDES.map((side) => `## ${HEADING[side]}\n\n${tableOf(side, operations)}`);
  return `<!-- Generated from the operation table by \`npm run generate\`: change the operations, not this page. -->

# Operations

What each kind of organisation can do. \`access\` is what is asked of the caller's role: nothing (public), any key (read),
a key that may write (write), an administrator (manage), or the operator of the installation (operate).

${parts.join("\n\n")}
`;
}

function tableOf(side: Side, operations: readonly Operation[]): string {
  const rows = operationsOf(side, operations).map(
    (op) =>
      `| ${op.id} | \`${op.method.toUpperCase()} ${fullPathOf(op, side)}\` | ${op.access} | ${inCell(op.summary)} |`,
  );
  return ["| operation | method and path | access | what it does |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

function inCell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll(/\s+/g, " ");
}
