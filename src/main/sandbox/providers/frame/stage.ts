import type { Server } from "node:http";
import { after, type Clock, wallClock } from "../../../../ground/kernel/clock.ts";
import { ACCOUNTS, type SyntheticAccount } from "./account.ts";
import { Faults, pageOfHtml } from "./faults.ts";
import { Ids } from "./ids.ts";
import type { WireObject } from "./json.ts";
import { Ledger } from "./ledger.ts";
import { Meter } from "./meter.ts";
import type { Application, Authority } from "./oauth/authority.ts";
import { type RefusalTarget, Review } from "./review.ts";

/** Everything that varies. */
export interface ProviderOptions {
  /** The simulated time, which tokens, reviews, flights and reports follow. */
  readonly clock: Clock;
  /** The time for rate limits, which would never be lifted on a clock that stands still. */
  readonly wall?: Clock;
  readonly seed?: string;
  readonly application?: Application;
  readonly accounts?: readonly SyntheticAccount[];
  /** How long a review of a creative takes. */
  readonly reviewMs?: number;
  /** The API key for a provider that has no OAuth. */
  readonly apiKey?: string;
  /** Servers that are listening already, by host, to be used instead of new ones. */
  readonly servers?: ReadonlyMap<string, Server>;
  /** Whether it adopts the latest time that a caller has stated, because in a sandbox each organisation has its own clock. */
  readonly followsCallers?: boolean;
}

/** What tests and the sandbox can do without an adapter noticing. Routes are spelt as in the ledger; `*` matches any route. */
export interface Controls {
  /** The next calls take effect, but the connection drops before their replies. */
  loseReply(route: string, times?: number): void;
  /** The next calls take effect, but their replies break off half-way. */
  cutReply(route: string, times?: number): void;
  /** The next calls are refused in the way in which this provider throttles. */
  throttle(route: string, times?: number): void;
  /** The next calls are answered with an HTML page under this status, and have no effect. */
  fail(route: string, status: number, times?: number): void;
  advance(ms: number): void;
  /** Refuses a creative that has been submitted already, or else the next one that matches. */
  refuseCreative(wanted: RefusalTarget, reason: string): void;
  /** Withdraws the approval of a creative that is running. */
  holdCreative(id: string, reason: string): void;
  /** Revokes all consents, as their users could in the provider's own settings. */
  revokeConsent(): void;
  /** From now on the day is reported at this many thousandths of its actual value. */
  restate(day: string, permille: number): void;
  /** From now on, reads of this object return these values, for instance values that nobody has seen before. */
  disguise(id: string, fields: WireObject): void;
  /** What the day or the flight of a line has cost in total, in micros of its currency. */
  spentMicros(lineId: string): bigint;
  now(): Date;
}

export interface Stage {
  readonly options: ProviderOptions;
  readonly application: Application;
  readonly accounts: readonly SyntheticAccount[];
  readonly ids: Ids;
  readonly ledger: Ledger;
  readonly faults: Faults;
  readonly review: Review;
  readonly meter: Meter;
  /** The simulated time, including its advance. */
  now(): Date;
  wall(): Date;
  advance(ms: number): void;
  /** Receives the time that a caller states: see `followsCallers`. */
  hear(now: Date): void;
  /** Runs whenever something changed outside a call, so that lines have to be recomputed. */
  changed: () => void;
  /** A view in which the fields set by `disguise` are replaced. */
  shown<T extends WireObject>(id: string, view: T): T;
  disguise(id: string, fields: WireObject): void;
}

const REVIEW_MS = 30 * 60_000;
/** Registered for every application, unless a test provides its own. */
const CALLBACK = "https://interchange.example/api/v2/storefront/adapters";

export function openStage(name: string, options: ProviderOptions, { settleDays }: { settleDays: number }): Stage {
  const ids = new Ids(`${name} ${options.seed ?? "interchange"}`);
  const disguises = new Map<string, WireObject>();
  let advanced = 0;
  return {
    options,
    application: options.application ?? {
      clientId: `synthetic-${name}-client`,
      clientSecret: `synthetic-${name}-secret`,
      redirectUris: [`${CALLBACK}/${name}/oauth/callback`],
    },
    accounts: options.accounts ?? ACCOUNTS,
    ids,
    ledger: new Ledger(),
    faults: new Faults(),
    review: new Review(options.reviewMs ?? REVIEW_MS),
    meter: new Meter(ids, settleDays),
    now: () => after(options.clock.now(), advanced),
    wall: () => (options.wall ?? wallClock).now(),
    advance: (ms) => void (advanced += ms),
    hear(now) {
      const aheadMs = now.getTime() - options.clock.now().getTime();
      if (options.followsCallers && aheadMs > advanced) advanced = aheadMs;
    },
    changed: () => undefined,
    shown: (id, view) => ({ ...view, ...disguises.get(id) }),
    disguise: (id, fields) => void disguises.set(id, { ...disguises.get(id), ...fields }),
  };
}

export function controlsOf(stage: Stage, authority: Authority | null): Controls {
  const { faults, review, meter } = stage;
  return {
    loseReply: (route, times = 1) => faults.plan(route, { kind: "lose" }, times),
    cutReply: (route, times = 1) => faults.plan(route, { kind: "cut" }, times),
    throttle: (route, times = 1) => faults.plan(route, { kind: "throttle" }, times),
    fail: (route, status, times = 1) => faults.plan(route, { kind: "fail", reply: pageOfHtml(status) }, times),
    advance: (ms) => stage.advance(ms),
    refuseCreative(wanted, reason) {
      review.refuse(wanted, reason);
      stage.changed();
    },
    holdCreative(id, reason) {
      review.hold(id, reason, stage.now());
      stage.changed();
    },
    revokeConsent: () => authority?.revokeAll(),
    restate: (day, permille) => meter.restate(day, permille),
    disguise: (id, fields) => stage.disguise(id, fields),
    spentMicros: (lineId) => meter.spentMicros(lineId, stage.now()),
    now: () => stage.now(),
  };
}
