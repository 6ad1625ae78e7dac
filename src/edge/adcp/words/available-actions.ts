import { compare, type Decimal, sum } from "../../../ground/kernel/money.ts";
import type { AllowedAction, MediaBuyStatus, Product } from "../../../ground/seller-agent/index.ts";
import type { Purchase, PurchasedPackage } from "../../../supply/callers/index.ts";
import { refused } from "../protocol/failure.ts";

/** AdCP 3.1, core/media-buy-available-action. */
interface AvailableAction {
  readonly action: string;
  readonly mode: string;
  readonly sla?: Readonly<Record<string, unknown>>;
  readonly terms_ref?: string;
}

/** The actions that a product allows, which are stored with a package when it is bought. */
export function allowedIn(productId: string, products: readonly Product[]): readonly AllowedAction[] | undefined {
  return products.find((product) => product.productId === productId)?.terms?.allowedActions;
}

const SELF_SERVE = "self_serve";

const ALWAYS = [
  "cancel",
  "extend_flight",
  "shorten_flight",
  "update_flight_dates",
  "increase_budget",
  "decrease_budget",
  "reallocate_budget",
  "update_targeting",
  "update_frequency_caps",
  "update_pacing",
  "replace_creative",
  "update_creative_assignments",
  "remove_creative",
  "remove_packages",
];

/** The actions that the status of a buy permits, unless a product says otherwise. */
const BY_STATE: Readonly<Record<MediaBuyStatus, readonly string[]>> = {
  pending_creatives: ALWAYS,
  pending_start: ["pause", ...ALWAYS],
  active: ["pause", ...ALWAYS],
  paused: ["resume", ...ALWAYS],
  completed: [],
  canceled: [],
  rejected: [],
};

type Bought = Pick<Purchase, "packages">;

/** Undefined if the products of a buy do not say. If they differ, the buy allows the actions that all of them allow. */
function templatesOf({ packages }: Bought): (readonly AllowedAction[])[] | undefined {
  const kept = packages.flatMap(({ canceled, echo }) => {
    const allowed = echo.allowed as readonly AllowedAction[] | undefined;
    return canceled || !allowed ? [] : [allowed];
  });
  return kept.length > 0 ? kept : undefined;
}

export function availableActions(bought: Bought, status: MediaBuyStatus): readonly AvailableAction[] {
  const templates = templatesOf(bought);
  const possible = BY_STATE[status];
  if (!templates) return possible.map((action) => ({ action, mode: SELF_SERVE }));
  const [first = [], ...others] = templates;
  return first.flatMap((allowed): AvailableAction[] => {
    const { action, modes, statuses, sla, termsRef } = allowed;
    const isEverywhere = others.every((template) => template.some((one) => one.action === action));
    if (!isEverywhere || !possible.includes(action) || (statuses && !statuses.includes(status))) return [];
    const mode = modes[0] ?? SELF_SERVE;
    return [{ action, mode, ...(sla && { sla }), ...(termsRef !== undefined && { terms_ref: termsRef }) }];
  });
}

/** Whether the products of a buy state the allowed actions, so that the status alone does not decide. */
export function isTemplated(bought: Bought): boolean {
  return templatesOf(bought) !== undefined;
}

interface BuyUpdate {
  readonly paused?: boolean | undefined;
  readonly canceled?: true | undefined;
  readonly start_time?: Date | "asap" | undefined;
  readonly end_time?: Date | undefined;
  readonly packages?: readonly PackageUpdate[] | undefined;
}

interface PackageUpdate {
  readonly package_id: string;
  readonly budget?: Decimal | undefined;
  readonly paused?: boolean | undefined;
  readonly canceled?: true | undefined;
  readonly pacing?: string | undefined;
  readonly start_time?: Date | undefined;
  readonly end_time?: Date | undefined;
  readonly targeting_overlay?: object | undefined;
  readonly creatives?: readonly unknown[] | undefined;
  readonly creative_assignments?: readonly unknown[] | undefined;
}

/** The actions that a change consists of (AdCP 3.1, enums/media-buy-valid-action). */
export function actionsIn(asked: BuyUpdate, { flight, packages }: Pick<Purchase, "flight" | "packages">): string[] {
  const known = new Map(packages.map((part) => [part.packageId, part]));
  const parts = (asked.packages ?? []).flatMap((part) => {
    const before = known.get(part.package_id);
    return before ? [{ part, before }] : [];
  });
  return [
    ...stopsIn(asked),
    ...datesIn(asked, flight.end),
    ...budgetsIn(parts),
    ...parts.flatMap(({ part, before }) => [
      ...(part.canceled ? ["remove_packages"] : part.paused === undefined ? [] : stopsIn(part)),
      ...datesIn(part, before.endTime ?? flight.end),
      ...(part.pacing === undefined ? [] : ["update_pacing"]),
      ...targetingIn(part.targeting_overlay),
      ...(part.creatives ? ["replace_creative"] : []),
      ...(part.creative_assignments ? ["update_creative_assignments"] : []),
    ]),
  ];
}

function stopsIn({ paused, canceled }: Pick<BuyUpdate, "paused" | "canceled">): string[] {
  if (canceled) return ["cancel"];
  return paused === undefined ? [] : [paused ? "pause" : "resume"];
}

function datesIn({ start_time, end_time }: Pick<BuyUpdate, "start_time" | "end_time">, end: Date): string[] {
  if (start_time !== undefined) return ["update_flight_dates"];
  if (end_time === undefined || end_time.getTime() === end.getTime()) return [];
  return [end_time > end ? "extend_flight" : "shorten_flight"];
}

interface Changed {
  readonly part: PackageUpdate;
  readonly before: PurchasedPackage;
}

/** Moving money among packages without changing their sum is a reallocation, neither an increase nor a decrease. */
function budgetsIn(parts: readonly Changed[]): string[] {
  const moved = parts.flatMap(({ part, before }) =>
    part.budget !== undefined && compare(part.budget, before.budget) !== 0
      ? [{ from: before.budget, to: part.budget }]
      : [],
  );
  if (moved.length === 0) return [];
  const [from, to] = [sum(moved.map((one) => one.from)), sum(moved.map((one) => one.to))];
  if (moved.length > 1 && compare(from, to) === 0) return ["reallocate_budget"];
  return [compare(to, from) > 0 ? "increase_budget" : "decrease_budget"];
}

function targetingIn(overlay: object | undefined): string[] {
  if (!overlay) return [];
  const fields = Object.keys(overlay);
  const caps = fields.includes("frequency_cap");
  return [...(caps ? ["update_frequency_caps"] : []), ...(caps && fields.length === 1 ? [] : ["update_targeting"])];
}

/** Throws `SellerRefused` (ACTION_NOT_ALLOWED) for the first change that, according to the products of a buy, its buyer must not make on its own. */
export function refuseActions(asked: BuyUpdate, bought: Purchase, status: MediaBuyStatus): void {
  const templates = templatesOf(bought);
  if (!templates) return;
  const available = availableActions(bought, status);
  for (const action of actionsIn(asked, bought)) {
    const open = available.find((one) => one.action === action);
    if (open?.mode === SELF_SERVE) continue;
    const isKnown = templates.every((template) => template.some((one) => one.action === action));
    const reason = open ? "mode_mismatch" : isKnown ? "wrong_status" : "not_supported_on_product";
    throw refused("ACTION_NOT_ALLOWED", `${action}: ${WHY[reason]}`, null, RECOVERY[reason], {
      attempted_action: action,
      reason,
      currently_available_actions: available,
    });
  }
}

const WHY = {
  mode_mismatch: "its seller decides: ask the seller",
  wrong_status: "it is not possible in the media buy's current state: available_actions lists what is",
  not_supported_on_product: "the product was sold without this option: available_actions lists what is possible",
} as const;

const RECOVERY = {
  mode_mismatch: "correctable",
  wrong_status: "correctable",
  not_supported_on_product: "terminal",
} as const;
