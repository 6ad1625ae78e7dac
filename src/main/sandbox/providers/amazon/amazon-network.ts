import { bearerOf, type Call, type Handler, Refusal, type Reply, respond, type WireObject } from "../frame/exchange.ts";
import { isObject } from "../frame/json.ts";
import { computeLines, perDay } from "../frame/lines.ts";
import type { Authority } from "../frame/oauth/authority.ts";
import { Shelf } from "../frame/shelf.ts";
import type { Stage } from "../frame/stage.ts";

export type Region = "NA" | "EU" | "FE";

/** The regions by host: a profile only works at the host of its region [O profiles.md]. */
export const REGIONS: Readonly<Record<string, Region>> = {
  "advertising-api.amazon.com": "NA",
  "advertising-api-eu.amazon.com": "EU",
  "advertising-api-fe.amazon.com": "FE",
};
const COUNTRY_REGION: Readonly<Record<string, Region>> = { US: "NA", BR: "NA", JP: "FE" };

export interface Profile {
  readonly id: string;
  readonly region: Region;
  readonly currency: string;
  readonly zone: string;
  readonly view: WireObject;
  readonly mayRun: boolean;
}

export interface AmazonNetwork {
  readonly stage: Stage;
  readonly shelf: Shelf;
  readonly authority: Authority;
  readonly profiles: readonly Profile[];
  readonly managers: readonly WireObject[];
}

const KINDS = ["seller", "vendor"] as const;

export function openNetwork(stage: Stage, authority: Authority): AmazonNetwork {
  const { ids } = stage;
  const profiles = stage.accounts.map(({ name, currency, zone, country, standing, test }, index): Profile => {
    const id = ids.digits(18);
    const accountInfo = {
      marketplaceStringId: `A${ids.hex(12).toUpperCase()}`,
      id: `ENTITY${ids.hex(12).toUpperCase()}`,
      type: KINDS[index % KINDS.length] ?? "seller",
      name,
      validPaymentMethod: standing !== "unpaid",
    };
    // Profile ids are numbers above 2^53, like the ids in Sponsored Display [S; of profiles K].
    const view = {
      profileId: BigInt(id),
      countryCode: country,
      currencyCode: currency,
      dailyBudget: 999_999_999,
      timezone: zone,
      accountInfo,
      ...(standing === "disabled" && { disabled: true }),
    };
    return {
      id,
      region: COUNTRY_REGION[country] ?? "EU",
      currency,
      zone,
      view,
      mayRun: standing === "active" && !test,
    };
  });
  const managers = [...new Set(stage.accounts.map(({ organisation }) => organisation))].map((managerAccountName) => ({
    managerAccountId: `amzn1.ads1.ma1.${ids.hex(16)}`,
    managerAccountName,
    linkedAccounts: [],
  }));
  const network = { stage, shelf: new Shelf(stage), authority, profiles, managers };
  stage.changed = () => computeAmazon(network);
  return network;
}

export function computeAmazon({ stage, shelf, profiles }: AmazonNetwork): void {
  computeLines(stage, shelf, {
    line: "adGroup",
    ad: "ad",
    reviewedId: ({ id }) => id,
    place(line) {
      const profile = profiles.find(({ id }) => id === line.account);
      return { zone: profile?.zone ?? "UTC", currency: profile?.currency ?? "USD", mayRun: profile?.mayRun ?? false };
    },
    flight(line) {
      const campaign = shelf.get("campaign", line.parent ?? "") ?? line;
      const { startDateTime, endDateTime, budgets } = campaign.fields;
      const from = typeof startDateTime === "string" ? new Date(startDateTime) : campaign.madeAt;
      const until = typeof endDateTime === "string" ? new Date(endDateTime) : null;
      const share = BigInt(Math.max(1, shelf.under("adGroup", line.parent ?? "").length));
      const { micros, lifetime } = budgetOf(budgets);
      return {
        from,
        until,
        dailyMicros: (lifetime && until ? perDay(micros, from, until) : micros) / share,
        cpmMicros: 0n,
      };
    },
  });
}

function budgetOf(budgets: unknown): { readonly micros: bigint; readonly lifetime: boolean } {
  const first: unknown = Array.isArray(budgets) ? budgets[0] : undefined;
  if (!isObject(first)) return { micros: 0n, lifetime: false };
  const value = /"value":([\d.]+)/.exec(JSON.stringify(first))?.[1] ?? "0";
  const [whole = "0", part = ""] = value.split(".");
  return {
    micros: BigInt(whole) * 1_000_000n + BigInt(part.slice(0, 6).padEnd(6, "0")),
    lifetime: first.recurrenceTimePeriod === "LIFETIME",
  };
}

/** The legacy format of errors [O errors.md]. */
export function errorOf(status: number, code: string, details: string, headers: Record<string, string> = {}): Reply {
  return respond(status, { code, details }, headers);
}

export function refuse(status: number, code: string, details: string): never {
  throw new Refusal(errorOf(status, code, details));
}

export const throttled = (): Reply => errorOf(429, "THROTTLED", "Too Many Requests", { "retry-after": "7" });

/** 401 has four meanings [O errors.md]; this is the first, a missing authorization. Their wording is [K]. */
export function authenticated({ authority }: AmazonNetwork, handler: Handler): Handler {
  return (call) => {
    const grant = authority.holder(bearerOf(call) ?? "", call.now);
    if (typeof grant === "string")
      refuse(401, "UNAUTHORIZED", "Not authorized to access this resource. Please check your authorization header.");
    if (call.headers["amazon-advertising-api-clientid"] !== authority.application.clientId)
      refuse(
        401,
        "UNAUTHORIZED",
        "Not authorized: the Amazon-Advertising-API-ClientId header is missing or not that of the token",
      );
    return handler(call);
  };
}

/** The other three meanings of 401: no scope header, no such advertiser in the region, and an advertiser that may not be used. */
export function profileOf({ profiles }: AmazonNetwork, call: Call): Profile {
  const scope = call.headers["amazon-advertising-api-scope"];
  if (scope === undefined) refuse(401, "UNAUTHORIZED", "HTTP 401 Unauthorized: the scope header is missing");
  const profile = profiles.find(({ id }) => id === scope);
  if (!profile || profile.region !== REGIONS[call.host])
    refuse(401, "UNAUTHORIZED", "No matching advertiser found for scope in this region");
  if (profile.view.disabled === true) refuse(401, "UNAUTHORIZED", "Not authorized to manage this profile");
  return profile;
}
