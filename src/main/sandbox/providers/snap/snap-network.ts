import { bearerOf, type Call, type Handler, type WireObject } from "../frame/exchange.ts";
import { computeLines, type LineRules, perDay, placesOf } from "../frame/lines.ts";
import type { Authority } from "../frame/oauth/authority.ts";
import { Shelf, type StoredEntity } from "../frame/shelf.ts";
import type { Stage } from "../frame/stage.ts";
import { refuse } from "./snap-replies.ts";

export interface SnapAccount {
  readonly id: string;
  readonly organizationId: string;
  readonly view: WireObject;
  readonly currency: string;
  readonly zone: string;
  readonly mayRun: boolean;
}

/** Everything that Snap's addresses provide. */
export interface SnapNetwork {
  readonly stage: Stage;
  readonly shelf: Shelf;
  readonly authority: Authority;
  readonly organizations: readonly { readonly id: string; readonly name: string }[];
  readonly accounts: readonly SnapAccount[];
}

export function openNetwork(stage: Stage, authority: Authority): SnapNetwork {
  const names = [...new Set(stage.accounts.map(({ organisation }) => organisation))];
  const organizations = names.map((name) => ({ id: stage.ids.uuid(), name }));
  const accounts = stage.accounts.map((one): SnapAccount => {
    const organizationId = organizations.find(({ name }) => name === one.organisation)?.id ?? "";
    const id = stage.ids.uuid();
    // The fields are [O ad-accounts]; the values of status are [K].
    const view = {
      id,
      name: one.name,
      advertiser: one.organisation,
      type: "PARTNER",
      currency: one.currency,
      timezone: one.zone,
      status: one.standing === "disabled" ? "DISABLED" : "ACTIVE",
      organization_id: organizationId,
      funding_source_ids: one.standing === "unpaid" ? [] : [stage.ids.uuid()],
      test: one.test,
    };
    // A test account never serves [O].
    const mayRun = one.standing === "active" && !one.test;
    return { id, organizationId, view, currency: one.currency, zone: one.zone, mayRun };
  });
  const network = { stage, shelf: new Shelf(stage), authority, organizations, accounts };
  stage.changed = () => computeSnap(network);
  return network;
}

export function computeSnap(network: SnapNetwork): void {
  computeLines(network.stage, network.shelf, rulesOf(network));
}

function rulesOf({ accounts }: SnapNetwork): LineRules {
  return {
    line: "adsquad",
    ad: "ad",
    reviewedId: ({ id }) => id,
    place: placesOf(accounts),
    flight: flightOf,
  };
}

function flightOf({ fields, madeAt }: StoredEntity) {
  const from = typeof fields.start_time === "string" ? new Date(fields.start_time) : madeAt;
  const until = typeof fields.end_time === "string" ? new Date(fields.end_time) : null;
  const lifetime = fields.lifetime_budget_micro;
  const daily = typeof fields.daily_budget_micro === "bigint" ? fields.daily_budget_micro : 0n;
  const dailyMicros = typeof lifetime === "bigint" && until ? perDay(lifetime, from, until) : daily;
  return { from, until, dailyMicros, cpmMicros: typeof fields.bid_micro === "bigint" ? fields.bid_micro : 0n };
}

/** Requires a valid token; otherwise answers 401, in a format that is [?]. */
export function guarded({ stage, authority }: SnapNetwork, handler: Handler): Handler {
  return (call) => {
    const grant = authority.holder(bearerOf(call) ?? "", call.now);
    if (typeof grant === "string") refuse(stage, 401, "E2001", `Unauthorized: the access token is ${grant}`);
    return handler(call);
  };
}

/** An account of somebody else looks like one that does not exist; that the status is 403 rather than 404 is [?]. */
export function accountOf({ stage, accounts }: SnapNetwork, id: string): SnapAccount {
  const account = accounts.find((one) => one.id === id);
  if (!account) refuse(stage, 403, "E2002", "You do not have access to this ad account");
  return account;
}

export function storedEntityOf({ stage, shelf }: SnapNetwork, what: string, { params }: Call): StoredEntity {
  const kept = shelf.get(what, params.id ?? "");
  if (!kept) refuse(stage, 404, "E1005", missingWords(what));
  return kept;
}

const missingWords = (what: string) => `${what} can not be found`;
