import type { ToolAuditNote } from "../../../ground/kernel/tools/agent-tool.ts";

/** An entry of an answer that gives the result for one item. */
interface Row {
  readonly action: string;
}

/** The id that was changed, or the ids of all that were. Unchanged and failed items are omitted. */
export function noteOfRows<R extends Row>(rows: readonly R[], idOf: (row: R) => string | undefined): ToolAuditNote {
  const changed = rows.flatMap((row) => {
    const id = idOf(row);
    return id === undefined || row.action === "unchanged" || row.action === "failed" ? [] : [[id, row.action] as const];
  });
  const [only, ...others] = changed;
  return {
    resourceId: only && others.length === 0 ? only[0] : null,
    changes: Object.fromEntries(changed.map(([id, action]) => [id, { to: action }])),
  };
}
