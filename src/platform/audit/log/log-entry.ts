/** An entry of an organisation's log about one action. */
export interface LogEntry {
  readonly sequence: number;
  readonly at: Date;
  readonly action: string;
  readonly operation: string;
  readonly outcome: string;
  readonly resourceType: string;
  readonly resourceId: string | null;
  readonly advertiserId: number | null;
  readonly campaignId: string | null;
  /** Null for actions of the organisation's own jobs. */
  readonly userId: number | null;
  readonly userEmail: string | null;
  readonly userName: string | null;
  /** Null for actions by a key or a job. */
  readonly sessionId: string | null;
  /** The application that acted for the person; null if they acted themselves. */
  readonly application: { readonly id: string; readonly name: string } | null;
  /** The grant under which somebody who is not a member acted, which can only be an operator. */
  readonly actingGrantId: string | null;
  readonly changes: Readonly<Record<string, unknown>> | null;
}

export const ACTIONS = ["CREATE", "UPDATE", "DELETE", "ARCHIVE", "EXECUTE", "ACTIVATE", "DEACTIVATE"] as const;

const VERBS: Readonly<Record<string, string>> = {
  CREATE: "created",
  UPDATE: "changed",
  DELETE: "deleted",
  ARCHIVE: "archived",
  EXECUTE: "executed",
  ACTIVATE: "activated",
  DEACTIVATE: "deactivated",
  READ: "read",
};

/** `ann@brand.example changed campaign cmp_1: budget, name (updateCampaign)` */
export function describeEntry(entry: LogEntry): string {
  const { userEmail, application, actingGrantId, action, resourceType, resourceId, changes, operation } = entry;
  const what = [resourceType.toLowerCase().replaceAll("_", " "), resourceId].filter(Boolean).join(" ");
  const fields = changes ? `: ${Object.keys(changes).join(", ")}` : "";
  const by = application ? `, by ${application.name},` : "";
  const who = `${userEmail ?? "the system"}${actingGrantId ? ", who acts for the organisation," : by}`;
  return `${who} ${VERBS[action] ?? action.toLowerCase()} ${what}${fields} (${operation})`;
}
