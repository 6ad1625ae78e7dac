import { inTransaction } from "../../../ground/kernel/perform.ts";
import { type Desk, type Market, ok } from "../campaigns.fixture.ts";
import { claimExecution } from "../execution/execute-campaign.ts";

/** A campaign of 1000 USD that has bought products of one shop, and the buy. */
export async function bought(desk: Desk, wanted: Parameters<Desk["plan"]>[0], changes: Record<string, unknown> = {}) {
  const id = await desk.plan(wanted, changes);
  ok(await desk.execute(id));
  const [buy] = (await desk.read(id)).mediaBuys;
  const change = (...mediaBuys: unknown[]) => desk.buyer.put(`/buyer/campaigns/${id}`, { mediaBuys });
  return { id, buy, change };
}

/** A campaign whose drafts were made and never sent, as a crash leaves it. */
export async function drafted({ world }: Market, desk: Desk, wanted: Parameters<Desk["plan"]>[0]) {
  const id = await desk.plan(wanted);
  const { host } = world;
  const viewer = await host.viewerOf(desk.buyer.customerId);
  if (!viewer) throw new Error("the buyer has no viewer");
  const idle = { ...host, enqueue: async () => undefined };
  await inTransaction(idle, viewer, "test", "write", (ctx) => claimExecution(ctx, id));
  const [buy] = (await desk.read(id)).mediaBuys;
  const change = (...mediaBuys: unknown[]) => desk.buyer.put(`/buyer/campaigns/${id}`, { mediaBuys });
  return { id, buy, change };
}
