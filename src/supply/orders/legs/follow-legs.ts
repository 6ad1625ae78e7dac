import type { Context } from "../../../ground/kernel/context.ts";
import {
  type SellerAgent,
  type SellerCall,
  type SellerPackage,
  type SellerRefused,
  SellerUnreachable,
} from "../../../ground/seller-agent/index.ts";
import { askInTime, asSellerFailure, asUnreachable, forSources } from "../ask-source.ts";
import type { Leg, Order } from "../order.ts";
import { reportStatus } from "../outcomes/report-outcome.ts";
import type { SellerSide } from "../seller-side.ts";
import { type LegStatus, legStatusOf, statusAfter } from "./leg.ts";
import { type OpenedGroup, openLegs } from "./leg-groups.ts";
import { matchPackages } from "./match-packages.ts";
import { placeLeg } from "./place-leg.ts";
import { savePaused } from "./save-paused.ts";
import { settleLegAsRead, updatePackages } from "./store.ts";

/** A source's later statement about a leg. */
interface LegUpdate {
  readonly leg: Leg;
  readonly standing: LegStatus;
  readonly packages: readonly SellerPackage[];
}

/** The result of one request. An answer may leave legs out. */
export type PollResult =
  | { readonly words: readonly LegUpdate[] }
  | { readonly failure: SellerRefused | SellerUnreachable };

/**
 * Asks every source for its legs' status and stores the answers; legs that still have to be placed are placed. Throws
 * `SellerUnreachable` if there was something to ask and nobody answered.
 */
export async function followLegs(
  side: SellerSide,
  orders: readonly Order[],
  call: SellerCall,
  which: (leg: Leg) => boolean,
): Promise<void> {
  const share = forSources(call);
  const groups = await openLegs(side, orders, (leg) => which(leg) && isAskable(leg));
  const open = orders.flatMap(({ legs }) => legs.filter((leg) => leg.state === "open" && which(leg)));
  const [placed, ...answers] = await Promise.all([
    placeLegs(side, open, share),
    ...groups.map((group) => askGroup(group, share)),
  ]);
  const asked = answers.flat();
  const words = asked.flatMap((one) => ("words" in one ? one.words : []));
  if (words.length > 0) await side.write((ctx) => writeDown(ctx, orders, words));
  const failures = asked.flatMap((one) => ("failure" in one ? one.failure : []));
  if (failures[0] && failures.length === asked.length && !placed.some(hasAnswer)) throw asUnreachable(failures[0]);
}

/** Places the legs, and returns each as it is then. */
export function placeLegs(
  { out, customerId }: SellerSide,
  legs: readonly Leg[],
  { timeoutMs }: SellerCall,
): Promise<(Leg | undefined)[]> {
  return Promise.all(legs.map(({ legId }) => out.perform(placeLeg, { customerId, legId, timeoutMs })));
}

/** Whether its source has answered anything. */
function hasAnswer(leg: Leg | undefined): boolean {
  return leg !== undefined && leg.state !== "open" && leg.state !== "failed";
}

function isAskable({ state, taskId }: Leg): boolean {
  return state === "booked" || ((state === "submitted" || state === "input_required") && taskId !== null);
}

export function askGroup({ agent, buyer, legs }: OpenedGroup, call: SellerCall): Promise<PollResult[]> {
  const name = legs[0].sourceName;
  const booked = legs.filter(({ state }) => state === "booked");
  const questions: (() => Promise<LegUpdate[]>)[] = agent
    ? [
        ...(booked.length > 0 ? [() => askBuys(agent, booked, { ...call, buyer })] : []),
        ...legs.filter((leg) => !booked.includes(leg)).map((leg) => () => askTask(agent, leg, { ...call, buyer })),
      ]
    : [() => Promise.reject(new SellerUnreachable(name, "unauthorized", "it no longer opens for this buyer"))];
  return Promise.all(
    questions.map(async (question): Promise<PollResult> => {
      try {
        return { words: await askInTime(name, call, question) };
      } catch (thrown) {
        return { failure: asSellerFailure(name, thrown) };
      }
    }),
  );
}

async function askTask(agent: SellerAgent, leg: Leg, call: SellerCall): Promise<LegUpdate[]> {
  const response = await agent.getTask(leg.taskId ?? "", call);
  const outcome = await savePaused(agent, leg, response, call);
  const packages = outcome.kind === "done" ? outcome.mediaBuy.packages : [];
  return [{ leg, standing: statusAfter(outcome), packages }];
}

async function askBuys(agent: SellerAgent, legs: readonly Leg[], call: SellerCall): Promise<LegUpdate[]> {
  const mediaBuyIds = legs.flatMap(({ sellerMediaBuyId }) => sellerMediaBuyId ?? []);
  const mediaBuys = await agent.getMediaBuys({ mediaBuyIds }, call);
  return mediaBuys.flatMap((mediaBuy): LegUpdate[] => {
    const leg = legs.find(({ sellerMediaBuyId }) => sellerMediaBuyId === mediaBuy.mediaBuyId);
    // A booked leg stays booked, whatever its seller calls it now, because it may have delivered.
    return leg ? [{ leg, standing: { ...legStatusOf(mediaBuy), state: "booked" }, packages: mediaBuy.packages }] : [];
  });
}

export async function writeDown(ctx: Context, orders: readonly Order[], words: readonly LegUpdate[]): Promise<void> {
  const { db, viewer, now } = ctx;
  const response: LegUpdate[] = [];
  // Always in the same order, so that concurrent writers of the same legs cannot deadlock.
  for (const word of words.toSorted((a, b) => (a.leg.legId < b.leg.legId ? -1 : 1))) {
    const { leg, standing, packages } = word;
    const settled = await settleLegAsRead(db, viewer.customerId, leg, standing, now);
    if (settled) await updatePackages(db, viewer.customerId, matchPackages(leg.packages, packages));
    if (settled) response.push(word);
  }
  for (const { leg, standing } of response) {
    const order = orders.find(({ orderId }) => orderId === leg.orderId);
    if (order) await reportStatus(ctx, order, leg, standing);
  }
}
