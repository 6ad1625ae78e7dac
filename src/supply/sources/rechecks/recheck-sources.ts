import type { CallContext, Context } from "../../../ground/kernel/context.ts";
import { BadRequest } from "../../../ground/kernel/errors.ts";
import type { Capabilities } from "../../../ground/seller-agent/index.ts";
import { type ChangingSource, changeSource, draftCheck } from "../change-source.ts";
import { checkConnection } from "../check-connection.ts";
import type { Source } from "../source.ts";
import type { Checked } from "../source-change.ts";

/** Prepares asking the agents of these sources again. */
export async function draftRechecks(ctx: Context, sources: readonly Source[]): Promise<readonly ChangingSource[]> {
  const drafts: ChangingSource[] = [];
  for (const { sourceId } of sources) drafts.push(await draftCheck(ctx, sourceId));
  return drafts;
}

export function recheckSources(drafts: readonly ChangingSource[], out: CallContext): Promise<Checked[]> {
  return Promise.all(drafts.map(({ after, auth }) => checkConnection(after, auth, out)));
}

/** Stores the agent's answer in each source. If the agent does not answer, nothing changes: throws `BadRequest`. */
export async function settleRechecks(
  ctx: Context,
  drafts: readonly ChangingSource[],
  answers: readonly Checked[],
): Promise<Capabilities> {
  for (const [index, draft] of drafts.entries()) await changeSource(ctx, {}, draft, answers[index]);
  const said = answers.find(({ capabilities }) => capabilities !== null);
  if (said?.capabilities) return said.capabilities;
  throw new BadRequest(answers[0]?.error ?? "the agent did not return its capabilities: try again");
}
