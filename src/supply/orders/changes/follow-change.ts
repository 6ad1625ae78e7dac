import {
  type MediaBuyOutcome,
  type SellerCall,
  type SellerRefused,
  SellerUnreachable,
} from "../../../ground/seller-agent/index.ts";
import { askInTime, asSellerFailure, asUnreachable, forSources } from "../ask-source.ts";
import { type OpenedGroup, openLegs } from "../legs/leg-groups.ts";
import type { BuyerOfStorefront, Leg, Order } from "../order.ts";
import type { SellerSide } from "../seller-side.ts";
import { readChange } from "./change-order.ts";
import type { ChangePart } from "./change-part.ts";
import { holdPart } from "./hold-part.ts";
import { composeChange, type OrderChange } from "./order-change.ts";
import { recordAnswer } from "./record-answer.ts";

type ChangeAttempt = { readonly part: ChangePart } & (
  | { readonly outcome: MediaBuyOutcome }
  | { readonly failure: SellerRefused | SellerUnreachable }
);

/** Whether the buyer has made a change of this order under this key. */
export function hasChanged(
  side: SellerSide,
  buyer: BuyerOfStorefront,
  place: Pick<OrderChange, "orderId" | "idempotencyKey">,
): Promise<boolean> {
  return side.read(async (ctx) => (await readChange(ctx, buyer, place)) !== undefined);
}

/** Polls a change that was submitted; undefined if the buyer has made no such change. */
export async function followChange(
  side: SellerSide,
  buyer: BuyerOfStorefront,
  place: Pick<OrderChange, "orderId" | "idempotencyKey">,
  call: SellerCall,
): Promise<MediaBuyOutcome | undefined> {
  const found = await side.read((ctx) => readChange(ctx, buyer, place));
  if (!found) return undefined;
  const asked = await askTasks(side, found.order, found.change.parts, forSources(call));
  const failures = asked.flatMap((one) => ("failure" in one ? one.failure : []));
  if (failures[0] && failures.length === asked.length) throw asUnreachable(failures[0]);
  for (const one of asked) if ("outcome" in one) await record(side, one.part, one.outcome);
  const now = await side.read((ctx) => readChange(ctx, buyer, place));
  const outcome = now && composeChange(now.change, now.order);
  if (outcome) return outcome;
  throw failures[0]
    ? asUnreachable(failures[0])
    : new SellerUnreachable(found.order.name, "unreachable", "the change is still under way");
}

async function askTasks(
  side: SellerSide,
  order: Order,
  parts: readonly ChangePart[],
  call: SellerCall,
): Promise<ChangeAttempt[]> {
  const waiting = parts.filter((part) => taskOf(part) !== undefined);
  const isAsked = ({ legId }: Leg) => waiting.some((part) => part.legId === legId);
  const groups = waiting.length > 0 ? await openLegs(side, [order], isAsked) : [];
  const questions = waiting.map((part) => {
    const group = groups.find(({ legs }) => legs.some(({ legId }) => legId === part.legId));
    return askTask(part, order, group, call);
  });
  return Promise.all(questions);
}

async function askTask(
  part: ChangePart,
  { name: orderName, legs }: Order,
  group: OpenedGroup | undefined,
  call: SellerCall,
): Promise<ChangeAttempt> {
  const name = legs.find(({ legId }) => legId === part.legId)?.sourceName ?? orderName;
  try {
    if (!group?.agent) throw new SellerUnreachable(name, "unauthorized", "it no longer opens for this buyer");
    const { agent, buyer } = group;
    return { part, outcome: await askInTime(name, call, () => agent.getTask(taskOf(part) ?? "", { ...call, buyer })) };
  } catch (thrown) {
    return { part, failure: asSellerFailure(name, thrown) };
  }
}

function taskOf({ outcome }: ChangePart): string | undefined {
  const waits = outcome?.kind === "submitted" || outcome?.kind === "input_required";
  return waits ? (outcome.taskId ?? undefined) : undefined;
}

/** Stores the result, unless somebody else has stored it in the meantime. */
async function record(side: SellerSide, place: ChangePart, outcome: MediaBuyOutcome): Promise<void> {
  await side.write(async (ctx) => {
    const part = await holdPart(ctx, place);
    if (part && part.state === place.state) await recordAnswer(ctx, part, outcome);
  });
}
