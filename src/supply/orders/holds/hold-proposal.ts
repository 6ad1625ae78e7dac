import { isDeepStrictEqual } from "node:util";
import { after } from "../../../ground/kernel/clock.ts";
import { newUuid } from "../../../ground/kernel/ids.ts";
import type { Money } from "../../../ground/kernel/money.ts";
import type {
  FlightDates,
  HoldOutcome,
  NewPackage,
  Proposal,
  SellerAgent,
  SellerCall,
} from "../../../ground/seller-agent/index.ts";
import { splitProductId } from "../../composition/index.ts";
import { listBudgetOf, quoteIn } from "../../instructions/index.ts";
import { askInTime, asSellerFailure, forSources } from "../ask-source.ts";
import type { OpenedSource } from "../open-sources.ts";
import type { BuyerOfStorefront } from "../order.ts";
import type { SellerSide } from "../seller-side.ts";
import { HOLD_MS, holderOf, type ProposalHold } from "./proposal-hold.ts";
import { findNewestHold, insertHold, recordHeld, recordReleased } from "./store.ts";

/** A proposal to hold, with its packages. */
interface HoldRequest {
  readonly buyer: BuyerOfStorefront;
  readonly proposal: Proposal;
  readonly packages: readonly NewPackage[];
  /** The total budget of the packages. */
  readonly budget: Money;
  readonly flight: FlightDates | null;
  readonly sources: readonly OpenedSource[];
}

type Held =
  | { readonly kind: "held"; readonly hold: ProposalHold }
  /** Nothing is held; `why` says why not. */
  | { readonly kind: "unable"; readonly why: string };

/**
 * Has every source of a proposal hold its part, or none. The hold is stored before any source is asked, so that a
 * repeated request asks for the same hold. If the process dies in between, what the sources hold for it expires by
 * itself.
 */
export async function holdProposal(side: SellerSide, asked: HoldRequest, call: SellerCall): Promise<Held> {
  const parts = partsOf(asked);
  if (typeof parts === "string") return { kind: "unable", why: parts };
  const known = await liveHold(side, asked, call);
  if (known && isSame(known, asked)) {
    if (known.status === "held") return { kind: "held", hold: known };
    return askAll(side, known, parts, call);
  }
  if (known) await release(side, known, parts, call);
  const hold = newHold(side, asked, call);
  if (!(await side.write(({ db }) => insertHold(db, side.customerId, hold))))
    return { kind: "unable", why: "it is being finalised by another request: try again" };
  return askAll(side, hold, parts, call);
}

/** A lapsed hold does not count, and is removed so that it does not prevent another. */
async function liveHold(
  side: SellerSide,
  { buyer, proposal }: HoldRequest,
  { buyer: identity, now }: SellerCall,
): Promise<ProposalHold | undefined> {
  const named = { ...buyer, account: holderOf(identity) };
  const known = await side.read(({ db }) => findNewestHold(db, side.customerId, named, proposal.proposalId));
  if (!known || known.status === "bought") return undefined;
  if (now < known.expiresAt) return known;
  await side.write(({ db }) => recordReleased(db, side.customerId, known));
  return undefined;
}

function isSame({ packages, flight }: ProposalHold, asked: HoldRequest): boolean {
  // Compared in the form in which JSON stores them.
  return (
    isDeepStrictEqual(packages, JSON.parse(JSON.stringify(asked.packages))) && isDeepStrictEqual(flight, asked.flight)
  );
}

function newHold(
  { out }: SellerSide,
  { buyer, proposal, packages, budget, flight }: HoldRequest,
  { buyer: identity, now }: SellerCall,
): ProposalHold {
  // In a sandbox, seller and buyer have separate clocks. The one that is ahead is used, because it would otherwise see
  // the hold lapse too early.
  const expiresAt = after(out.now > now ? out.now : now, HOLD_MS);
  const holdId = `hold_${newUuid(out.random).replaceAll("-", "")}`;
  return {
    ...buyer,
    holdId,
    account: holderOf(identity),
    proposal: {
      ...proposal,
      allocations: priced(proposal, packages),
      status: "committed",
      expiresAt,
      insertionOrder: { ioId: holdId, budget, flight },
    },
    packages,
    flight,
    status: "asking",
    idempotencyKey: null,
    expiresAt,
    createdAt: now,
  };
}

/** The allocations with the prices that are promised. */
function priced({ allocations }: Proposal, packages: readonly NewPackage[]): Proposal["allocations"] {
  return allocations.map((part, at) => ({ ...part, pricingOptionId: packages[at]?.pricingOptionId ?? null }));
}

interface Part {
  readonly name: string;
  readonly agent: SellerAgent;
  readonly hold: NonNullable<SellerAgent["holdInventory"]>;
  /** With the source's own ids and prices. */
  readonly packages: readonly NewPackage[];
}

/** What each source has to hold, or why one of them cannot. */
function partsOf({ packages, sources }: HoldRequest): Part[] | string {
  const bySource = Map.groupBy(packages, ({ productId }) => splitProductId(productId)?.sourceId ?? "");
  const parts: Part[] = [];
  for (const [sourceId, own] of bySource) {
    const { source, agent } = sources.find((one) => one.source.sourceId === sourceId) ?? {};
    if (!source || !agent) return `the source ${sourceId} cannot be asked now`;
    if (!agent.holdInventory) return `${source.name} does not hold inventory: the proposal can be bought as it stands`;
    parts.push({
      name: source.name,
      agent,
      hold: agent.holdInventory.bind(agent),
      packages: own.map(inOwnTerms),
    });
  }
  return parts;
}

function inOwnTerms(part: NewPackage): NewPackage {
  const { pricingOptionId, percent } = quoteIn(part.pricingOptionId);
  return {
    ...part,
    productId: splitProductId(part.productId)?.rest ?? part.productId,
    pricingOptionId,
    budget: listBudgetOf(part.budget, percent, part.currency),
  };
}

async function askAll(side: SellerSide, hold: ProposalHold, parts: readonly Part[], call: SellerCall): Promise<Held> {
  const share = forSources(call);
  const { holdId, flight, expiresAt } = hold;
  const outcomes = await Promise.all(
    parts.map(async (part): Promise<HoldOutcome & { readonly why?: string }> => {
      const wanted = { holdId, flight, expiresAt, packages: part.packages };
      try {
        return await askInTime(part.name, share, () => part.hold(wanted, share));
      } catch (thrown) {
        return { kind: "rejected", errors: [], why: asSellerFailure(part.name, thrown).message };
      }
    }),
  );
  const refused = outcomes.flatMap((one, at) => (one.kind === "held" ? [] : [objectionTo(one, parts[at])]));
  if (refused.length > 0) {
    await release(side, hold, parts, call);
    return { kind: "unable", why: refused.join("; ") };
  }
  const until = outcomes.flatMap((one) => (one.kind === "held" ? [one.expiresAt] : []));
  const first = until.reduce((a, b) => (b < a ? b : a), expiresAt);
  if (!(await side.write(({ db }) => recordHeld(db, side.customerId, holdId, first))))
    return heldByAnother(side, hold, parts, call);
  return {
    kind: "held",
    hold: { ...hold, status: "held", expiresAt: first, proposal: { ...hold.proposal, expiresAt: first } },
  };
}

/**
 * While the sources were being asked, either the same request has finished elsewhere, or a different request has
 * replaced this hold with its own.
 */
async function heldByAnother(
  side: SellerSide,
  hold: ProposalHold,
  parts: readonly Part[],
  call: SellerCall,
): Promise<Held> {
  const now = await side.read(({ db }) => findNewestHold(db, side.customerId, hold, hold.proposal.proposalId));
  if (now?.holdId === hold.holdId) return { kind: "held", hold: now };
  await notifySources(side, hold, parts, call);
  return { kind: "unable", why: "it has been finalised by another request meanwhile: try again" };
}

function objectionTo(
  { errors, why }: { readonly errors: readonly { message: string }[]; readonly why?: string },
  part?: Part,
) {
  return `${part?.name}: ${why ?? errors.map(({ message }) => message).join("; ")}`;
}

/** Releases the hold, unless somebody else has completed or bought it in the meantime. */
async function release(side: SellerSide, hold: ProposalHold, parts: readonly Part[], call: SellerCall): Promise<void> {
  if (await side.write(({ db }) => recordReleased(db, side.customerId, hold)))
    await notifySources(side, hold, parts, call);
}

/** A source that cannot be notified releases its part when it expires. */
async function notifySources(
  side: SellerSide,
  hold: ProposalHold,
  parts: readonly Part[],
  call: SellerCall,
): Promise<void> {
  const share = forSources(call);
  await Promise.all(
    parts.map(async ({ name, agent }) => {
      try {
        await askInTime(name, share, async () => agent.releaseHold?.(hold.holdId, share));
      } catch (thrown) {
        side.out.log.warn({ err: thrown, holdId: hold.holdId }, "a source was not told that a hold is over");
      }
    }),
  );
}
