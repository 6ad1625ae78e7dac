import type { Context } from "../../ground/kernel/context.ts";
import { NotFound } from "../../ground/kernel/errors.ts";
import { listSources } from "../sources/index.ts";
import { type OwnAgent, ownAgentsOf } from "./own-agent.ts";

/** An agent behind one of the viewer's own sources. Anybody else's agent is reported as missing. */
export async function getOwnAgent({ db, viewer }: Context, agentId: string): Promise<OwnAgent> {
  const agent = ownAgentsOf(await listSources(db, viewer.customerId)).find((own) => own.agentId === agentId);
  if (!agent) throw new NotFound(`none of your sources uses agent ${agentId}: GET /agents lists your agents`);
  return agent;
}
