import { bearerOf, type Call, Refusal } from "../frame/exchange.ts";
import { textOf } from "../frame/json.ts";
import { computeLines, perDay } from "../frame/lines.ts";
import type { Authority, Grant } from "../frame/oauth/authority.ts";
import { Shelf, type StoredEntity } from "../frame/shelf.ts";
import type { Stage } from "../frame/stage.ts";
import { instantIn } from "../frame/zone.ts";
import { errorReply, refuse } from "./google-errors.ts";

export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly zone: string;
  readonly isManager: boolean;
  readonly managerId: string | null;
  readonly test: boolean;
  readonly status: "ENABLED" | "SUSPENDED";
  readonly mayRun: boolean;
}

export const SCOPE = "https://www.googleapis.com/auth/adwords";

export interface GoogleNetwork {
  readonly stage: Stage;
  readonly shelf: Shelf;
  readonly authority: Authority;
  readonly customers: readonly Customer[];
  readonly rowsPerPage: number;
}

/** One manager account for each organisation, with the seller as its user; client accounts are reached through it [O listing-accounts]. */
export function openNetwork(stage: Stage, authority: Authority, rowsPerPage: number): GoogleNetwork {
  const names = [...new Set(stage.accounts.map(({ organisation }) => organisation))];
  const managers = names.map((name): Customer => {
    const place = { currency: "USD", zone: "America/New_York", isManager: true, managerId: null };
    return { id: stage.ids.digits(10), name, ...place, test: false, status: "ENABLED", mayRun: false };
  });
  const clients = stage.accounts.map(({ name, currency, zone, organisation, standing, test }): Customer => {
    const managerId = managers.find((one) => one.name === organisation)?.id ?? null;
    const status = standing === "disabled" ? "SUSPENDED" : "ENABLED";
    const mayRun = standing === "active" && !test;
    return { id: stage.ids.digits(10), name, currency, zone, isManager: false, managerId, test, status, mayRun };
  });
  const network = { stage, shelf: new Shelf(stage), authority, customers: [...managers, ...clients], rowsPerPage };
  stage.changed = () => computeGoogle(network);
  return network;
}

export function computeGoogle({ stage, shelf, customers }: GoogleNetwork): void {
  computeLines(stage, shelf, {
    line: "ad_group",
    ad: "ad_group_ad",
    reviewedId: ({ id }) => id,
    place(line) {
      const customer = customers.find(({ id }) => id === line.account);
      return {
        zone: customer?.zone ?? "UTC",
        currency: customer?.currency ?? "USD",
        mayRun: customer?.mayRun ?? false,
      };
    },
    flight(line) {
      const campaign = shelf.get("campaign", line.parent ?? "");
      const zone = customers.find(({ id }) => id === line.account)?.zone ?? "UTC";
      return { ...flightOf(shelf, zone, campaign ?? line, line), cpmMicros: bidOf(line) };
    },
  });
}

function flightOf(shelf: Shelf, zone: string, campaign: StoredEntity, line: StoredEntity) {
  const { startDateTime, endDateTime, campaignBudget } = campaign.fields;
  const local = (text: string) => instantIn(zone, text.replace(" ", "T"));
  const from = typeof startDateTime === "string" ? local(startDateTime) : campaign.madeAt;
  const until = typeof endDateTime === "string" ? local(endDateTime) : null;
  const budget = shelf.find("campaign_budget", textOf(campaignBudget))?.fields ?? {};
  const total = typeof budget.totalAmountMicros === "bigint" ? budget.totalAmountMicros : null;
  const daily = typeof budget.amountMicros === "bigint" ? budget.amountMicros : 0n;
  // The campaign's budget is divided equally among its ad groups; how Google divides it is not public.
  const share = BigInt(Math.max(1, shelf.under("ad_group", line.parent ?? "").length));
  return { from, until, dailyMicros: (total !== null && until ? perDay(total, from, until) : daily) / share };
}

function bidOf({ fields }: StoredEntity): bigint {
  return typeof fields.cpmBidMicros === "bigint" ? fields.cpmBidMicros : 0n;
}

/** An invalid token is answered with 401 UNAUTHENTICATED [K], and a scope that the user did not tick with 403. */
export function grantOf({ stage, authority }: GoogleNetwork, call: Call): Grant {
  const grant = authority.holder(bearerOf(call) ?? "", call.now);
  if (typeof grant === "string") {
    const words = "Request had invalid authentication credentials. Expected OAuth 2 access token.";
    const error = { family: "authenticationError", code: "OAUTH_TOKEN_INVALID", message: `The token is ${grant}.` };
    throw new Refusal(errorReply(stage, 401, "UNAUTHENTICATED", words, [error]));
  }
  if (!grant.scopes.includes(SCOPE))
    throw new Refusal(errorReply(stage, 403, "PERMISSION_DENIED", "Request had insufficient authentication scopes."));
  return grant;
}

/** A customer is accessed directly, or through the manager in the header `login-customer-id` [O]. */
export function customerOf(network: GoogleNetwork, call: Call): Customer {
  grantOf(network, call);
  const { stage, customers } = network;
  const login = call.headers["login-customer-id"];
  const customer = customers.find(({ id }) => id === call.params.customer);
  const direct = customer?.isManager === true && (login === undefined || login === customer.id);
  if (!customer || !(direct || (customer.managerId !== null && customer.managerId === login))) {
    const message =
      "User doesn't have permission to access customer. Note: If you're accessing a client customer, the manager's customer id must be set in the 'login-customer-id' header.";
    refuse(stage, 403, "PERMISSION_DENIED", { family: "authorizationError", code: "USER_PERMISSION_DENIED", message });
  }
  if (customer.status !== "ENABLED") {
    const message = "The customer account can't be accessed because it is not yet enabled or has been deactivated.";
    refuse(stage, 403, "PERMISSION_DENIED", { family: "authorizationError", code: "CUSTOMER_NOT_ENABLED", message });
  }
  return customer;
}
