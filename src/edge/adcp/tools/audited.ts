import type { ToolAuditNote } from "../../../ground/kernel/tools/agent-tool.ts";

/** An entry of an answer that states the result for each item. */
interface Row {
  readonly action: string;
}

/** The one that was changed, or all of them by their ids. Unchanged and failed ones are omitted. */
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
