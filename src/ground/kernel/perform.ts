import { parse } from "zod/v4/core";
import type { Db, Scope } from "../db/db.ts";
import { auditScopeOf } from "./audit-entry.ts";
import { after } from "./clock.ts";
import type { CallContext, ClaimedStep, Context, ReportProgress } from "./context.ts";
import type { Host } from "./host.ts";
import { Done, type Due, SettlementConflict, type Step, type StepAudit, type StepInput } from "./step.ts";
import { type CustomerKind, NOBODY, type Viewer, withoutPerson } from "./viewer.ts";
import { type RunInTransaction, type SettlementBatch, settlingTogether } from "./writing/settling-together.ts";

/** Performs a step on its customer's behalf: claim, call, settle. Returns undefined if there was nothing to do. */
export function perform<I extends StepInput, S>(
  step: Step<I, S>,
  raw: I,
  requestId: string,
  host: Host,
): Promise<S | undefined> {
  const span = { name: step.name, requestId, attributes: { "interchange.customer_id": raw.customerId } };
  const work = () => performWatched(step, raw, requestId, host);
  return host.watchdog.within(step.name, () => host.tracing.within(span, work));
}

interface Caller extends Pick<CallContext, "viewer" | "requestId"> {
  /** Settles what its organisation has claimed together with other claims of the same kind. */
  readonly joint: SettlementBatch;
}

/** Whether a step may be settled together with others. An audited step may not, because entries of the audit log follow one another. */
function isPlain({ audit, reach, reads }: Step): boolean {
  return audit === undefined && reach === undefined && reads === undefined;
}

/** Continues with what another transaction has claimed for the step: call, settle. */
function performClaimed<I extends StepInput, S>(
  step: Step<I, S>,
  { input, claimed }: ClaimedStep<I>,
  { viewer: own, requestId, joint }: Caller,
  host: Host,
): Promise<S | undefined> {
  const span = { name: step.name, requestId, attributes: { "interchange.customer_id": input.customerId } };
  const work = async () => {
    const isOwn = own.customerId === input.customerId;
    const viewer = isOwn ? withoutPerson(own) : await host.viewerOf(input.customerId);
    const others = isOwn && isPlain(step) ? joint : undefined;
    return viewer && callAndSettle({ step, input, viewer, requestId, host, others }, claimed);
  };
  return host.watchdog.within(step.name, () => host.tracing.within(span, work));
}

async function performWatched<I extends StepInput, S>(
  step: Step<I, S>,
  raw: I,
  requestId: string,
  host: Host,
): Promise<S | undefined> {
  const input = parse(step.input, raw);
  const viewer = step.reach ? NOBODY : await host.viewerOf(input.customerId);
  if (!viewer) return undefined;
  const performance = { step, input, viewer, requestId, host };
  const claimed = await insideOf(performance, async (ctx) => {
    const claimed = await step.claim(input, ctx);
    await host.reached?.(step.name, "claiming");
    return claimed;
  });
  if (claimed instanceof Done) return claimed.value as S;
  if (claimed === undefined || !step.call) return claimed as S | undefined;
  return callAndSettle(performance, claimed);
}

/** A step that is being performed for somebody. */
interface Performance<I extends StepInput, S> {
  readonly step: Step<I, S>;
  readonly input: I;
  readonly viewer: Viewer;
  readonly requestId: string;
  readonly host: Host;
  /** The others with which it is settled; if absent, it is settled in a transaction of its own. */
  readonly others?: SettlementBatch | undefined;
}

function insideOf<I extends StepInput, S, T>(
  { step, viewer, requestId, host }: Performance<I, S>,
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  return inTransaction(host, viewer, requestId, step.reads ? "read" : "write", work, step.reach);
}

async function callAndSettle<I extends StepInput, S>(
  performance: Performance<I, S>,
  claimed: unknown,
): Promise<S | undefined> {
  const { step, viewer, requestId, host, others } = performance;
  await host.reached?.(step.name, "claimed");
  const call = async () => step.call?.(claimed as never, callContext(host, viewer, requestId));
  const called = await (others ? others.asking(call) : call());
  await host.reached?.(step.name, "called");
  const settled = await settleOnce(performance, claimed, called).catch((error: unknown) => {
    if (error instanceof SettlementConflict) return settleOnce(performance, error.claimed, called);
    throw error;
  });
  await host.reached?.(step.name, "settled");
  return settled;
}

function settleOnce<I extends StepInput, S>(
  performance: Performance<I, S>,
  claimed: unknown,
  called: unknown,
): Promise<S | undefined> {
  const { step, input, host, others } = performance;
  const within: RunInTransaction = others?.within ?? ((work) => insideOf(performance, work));
  return within(async (ctx) => {
    const { audit } = step;
    const expectAudit = () => host.expectAudit(ctx.db, ctx.viewer.customerId);
    const settled = await step.settle?.(claimed as never, called as never, audit ? { ...ctx, expectAudit } : ctx);
    if (audit) await auditStep(step.name, audit, { input, settled }, ctx, host);
    await host.reached?.(step.name, "settling");
    return settled;
  });
}

export function inTransaction<T>(
  host: Host,
  viewer: Viewer,
  requestId: string,
  mode: "read" | "list" | "write",
  work: (ctx: Context) => Promise<T>,
  reach = reachOf(viewer),
): Promise<T> {
  const { random, vault, log, installation } = host;
  return host.database[mode](scopeOf(viewer, reach), (db) => {
    const now = nowFor(host, viewer);
    return work({
      viewer,
      now,
      requestId,
      random,
      vault,
      log,
      installation,
      db,
      reach,
      enqueue: (step, input, options = {}) => host.enqueue(db, step, input, options),
      advertiserNames: (ids) => host.advertiserNames(db, viewer.customerId, ids),
      nextDue: (until) => earliest(host, db, viewer.customerId, until),
      audit: (change) => {
        const entry = { ...change, requestId, at: now, outcome: "succeeded", changes: null } as const;
        return host.audit(db, { ...entry, scope: auditScopeOf(change) });
      },
      expectAudit: () => undefined,
      changes: new Map(),
      claiming: async (step) => host.reached?.(step, "claiming"),
    });
  });
}

export function callContext(host: Host, viewer: Viewer, requestId: string, tell: ReportProgress = ignore): CallContext {
  const { random, vault, log, installation, outbound, sellers, openAgent, mail, blobs, workers, spool } = host;
  const { consents, embedder, readOrganisation } = host;
  const joint = settlingTogether((work) => inTransaction(host, withoutPerson(viewer), requestId, "write", work));
  return {
    viewer,
    now: nowFor(host, viewer),
    requestId,
    random,
    vault,
    log,
    installation,
    outbound,
    sellers,
    openAgent,
    consents,
    mail,
    blobs,
    workers,
    spool,
    readOrganisation,
    embedder,
    tell,
    perform: (step, input) => perform(step, input, requestId, host),
    performClaimed: (step, claimed) => performClaimed(step, claimed, { viewer, requestId, joint }, host),
  };
}

function ignore(): void {}

interface Settled {
  readonly input: StepInput;
  readonly settled: unknown;
}

function auditStep(name: string, { resource, idIn }: StepAudit, { input, settled }: Settled, ctx: Context, host: Host) {
  const named = new Map<string, unknown>(Object.entries(input)).get(idIn);
  const resourceId = typeof named === "string" || typeof named === "number" ? String(named) : null;
  const entry = {
    operation: name,
    action: "UPDATE",
    outcome: "succeeded",
    resourceType: resource,
    resourceId,
    scope: auditScopeOf({ resourceType: resource, resourceId, answer: settled }),
    changes: changesIn(ctx),
  } as const;
  return host.audit(ctx.db, { ...entry, viewer: ctx.viewer, requestId: ctx.requestId, at: ctx.now });
}

/** The changes in the form in which the audit entry stores them. */
export function changesIn({ changes }: Context): Readonly<Record<string, unknown>> | null {
  return changes.size > 0 ? Object.fromEntries(changes) : null;
}

async function earliest({ agendas }: Host, db: Db, customerId: number, until: Date): Promise<Due | undefined> {
  // In parallel, because on one connection they are sent as one message, and there are many agendas.
  const found = await Promise.all(agendas.map((agenda) => agenda.next(db, customerId, until)));
  return found.filter((due) => due !== undefined).sort((a, b) => a.at.getTime() - b.at.getTime())[0];
}

export function nowFor({ clock }: Host, { clockOffsetMs }: Viewer): Date {
  return after(clock.now(), clockOffsetMs);
}

/** Buyers also see what sellers publish to the market; an operator sees the whole installation; a seller sees only itself. */
const REACH: Readonly<Record<CustomerKind, Scope["reach"]>> = {
  BUYER: "market",
  SELLER: "tenant",
  OPERATOR: "installation",
};

export function scopeOf(viewer: Viewer, reach = reachOf(viewer)): Scope {
  return { customerId: viewer.customerId, storefrontId: viewer.storefrontId, reach };
}

/** A sponsored buyer that awaits approval sees who its sponsor is, but not yet what the sponsor sells (storefront contract G4). */
function reachOf({ customerKind, sponsorshipStatus }: Viewer): Scope["reach"] {
  return sponsorshipStatus === "pending" ? "pending_sponsor" : REACH[customerKind];
}
