import type { CallContext, Context } from "../../ground/kernel/context.ts";
import { BadRequest, NotFound } from "../../ground/kernel/errors.ts";
import type { Capabilities } from "../../ground/seller-agent/index.ts";
import {
  type ChangingSource,
  type Checked,
  changeSource,
  checkConnection,
  draftCheck,
  listSources,
} from "../sources/index.ts";
import { type OwnAgent, ownAgentsOf } from "./own-agent.ts";

/** An agent behind one of the viewer's own sources; somebody else's reads like a missing one. */
export async function getOwnAgent({ db, viewer }: Context, agentId: string): Promise<OwnAgent> {
  const agent = ownAgentsOf(await listSources(db, viewer.customerId)).find((own) => own.agentId === agentId);
  if (!agent)
    throw new NotFound(`no agent ${agentId} stands behind a source of yours: GET /agents lists those that do`);
  return agent;
}

/** Every source that the agent stands behind, each of which keeps what it says. */
export async function draftRefresh(ctx: Context, agentId: string): Promise<readonly ChangingSource[]> {
  const { sources } = await getOwnAgent(ctx, agentId);
  const drafts: ChangingSource[] = [];
  for (const { sourceId } of sources) drafts.push(await draftCheck(ctx, sourceId));
  return drafts;
}

export function askAgain(drafts: readonly ChangingSource[], out: CallContext): Promise<Checked[]> {
  return Promise.all(drafts.map(({ after, auth }) => checkConnection(after, auth, out)));
}

/** Where the agent does not answer, what it last said stays. */
export async function keepCapabilities(
  ctx: Context,
  drafts: readonly ChangingSource[],
  answers: readonly Checked[],
): Promise<Capabilities> {
  for (const [index, draft] of drafts.entries()) await changeSource(ctx, {}, draft, answers[index]);
  const said = answers.find(({ capabilities }) => capabilities !== null);
  if (said?.capabilities) return said.capabilities;
  throw new BadRequest(answers[0]?.error ?? "the agent did not say what it can do: try again");
}
