import type { BackingSource, Storefront } from "./storefront.ts";

export interface ReadinessCheck {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly category: "inventory" | "agents" | "billing";
  readonly status: "complete" | "partial" | "missing" | "optional";
  /** Whether the storefront may not sell until the check is complete. */
  readonly isBlocker: boolean;
  readonly details?: string;
}

export type EffectiveStatus = "archived" | "paused" | "blocked" | "live";

type Assessed = Pick<Storefront, "backing" | "defaultCurrency">;

/**
 * Disabled sources are ignored, and so are storefronts that have not answered a request for a link: they neither
 * support a storefront nor hold it back. `settlement_currency_match` is silent if there is no payout currency on file
 * (storefront contract §7.2), and this installation makes no payouts.
 */
export function checksOf({ backing, defaultCurrency }: Assessed): readonly ReadinessCheck[] {
  const inPlay = backing.filter(isInPlay);
  return [
    {
      id: "inventory_sources",
      name: "Inventory sources",
      description: "At least one source that products come from",
      category: "inventory",
      status: inPlay.length > 0 ? "complete" : "missing",
      isBlocker: true,
      ...(inPlay.length === 0 && { details: "add a source: POST /api/v2/storefront/inventory-sources" }),
    },
    ofAgents("agent_status", "Agent status", "Every agent behind a source answers", inPlay, isActive),
    ofAgents("agent_auth", "Agent authentication", "Every agent has the credential that it asks for", inPlay, isLetIn),
    connectivityOf(inPlay),
    // The owner of the account at a platform pays the platform, so the storefront settles nothing.
    ...(inPlay.some(isPlatform) ? [] : [currencyOf(defaultCurrency)]),
    billingOf(inPlay),
  ];
}

/** Every check that keeps the storefront from selling. */
export function blockersOf(storefront: Assessed): readonly ReadinessCheck[] {
  // `optional` never blocks (storefront contract §7.1).
  return checksOf(storefront).filter(
    ({ isBlocker, status }) => isBlocker && status !== "complete" && status !== "optional",
  );
}

/** In this order of precedence: archived, paused, blocked, live (storefront contract §3.4). */
export function effectiveStatusOf(storefront: Assessed & Pick<Storefront, "archivedAt" | "isPaused">): EffectiveStatus {
  if (storefront.archivedAt) return "archived";
  if (storefront.isPaused) return "paused";
  return blockersOf(storefront).length > 0 ? "blocked" : "live";
}

function currencyOf(defaultCurrency: string | null): ReadinessCheck {
  return {
    id: "currency_confirmed",
    name: "Currency",
    description: "The currency that the storefront settles in",
    category: "billing",
    status: defaultCurrency ? "complete" : "missing",
    isBlocker: true,
    ...(!defaultCurrency && { details: "set defaultCurrency: PUT /api/v2/storefront" }),
  };
}

function isPlatform({ executionType }: BackingSource): boolean {
  return executionType === "PROVIDER_ADAPTER";
}

/** A platform is connected by consent, not by sending a credential. */
function stepsTo(failing: readonly BackingSource[]): string {
  const named = failing.map((source) =>
    isPlatform(source)
      ? `${source.sourceId} (connect it: POST /api/v2/storefront/storefronts/{storefrontId}/connection)`
      : source.sourceId,
  );
  return `not yet: ${named.join(", ")}`;
}

function ofAgents(
  id: string,
  name: string,
  description: string,
  sources: readonly BackingSource[],
  passes: (source: BackingSource) => boolean,
): ReadinessCheck {
  const check = { id, name, description, category: "agents" } as const;
  // Without a source there is no agent to ask about, and the first check already says so.
  if (sources.length === 0) return { ...check, status: "optional", isBlocker: false };
  const failing = sources.filter((source) => !passes(source));
  if (failing.length === 0) return { ...check, status: "complete", isBlocker: true };
  const status = failing.length < sources.length ? "partial" : "missing";
  return { ...check, status, isBlocker: true, details: stepsTo(failing) };
}

/** A withheld source only withholds its own products; nothing is left to sell only if all sources are withheld. */
function connectivityOf(sources: readonly BackingSource[]): ReadinessCheck {
  const check = {
    id: "agent_connectivity",
    name: "Agent compliance",
    description: "Every agent conforms to AdCP, as far as its storyboards can tell",
    category: "agents",
  } as const;
  const held = sources.filter(({ heldBack }) => heldBack).map(({ sourceId }) => sourceId);
  if (held.length === 0) return { ...check, status: "optional", isBlocker: false };
  const all = held.length === sources.length;
  const details = `held back from buyers: ${held.join(", ")}`;
  return { ...check, status: all ? "missing" : "partial", isBlocker: all, details };
}

/**
 * If an agent bills through the storefront, the storefront has to settle with its buyers, which this installation
 * leaves to them.
 */
function billingOf(sources: readonly BackingSource[]): ReadinessCheck {
  const check = {
    id: "billing_setup",
    name: "Billing",
    description: "How the agents that bill through you are paid",
    category: "billing",
    isBlocker: false,
  } as const;
  const through = sources.filter(({ supportedBillings }) => supportedBillings.includes("agent"));
  if (through.length === 0) return { ...check, status: "optional" };
  const named = through.map(({ sourceId }) => sourceId).join(", ");
  return {
    ...check,
    status: "partial",
    details: `these bill through you, and are paid outside this installation: ${named}`,
  };
}

function isInPlay({ status, executionType }: BackingSource): boolean {
  return status === "ACTIVE" || (status === "PENDING" && executionType !== "LINKED_STOREFRONT");
}

function isActive({ status }: BackingSource): boolean {
  return status === "ACTIVE";
}

/**
 * Whether there is access: with the seller's credential, because none is required, or with the credential that each
 * buyer brings.
 */
function isLetIn({ authenticationType, authConfigured, requiresCredentials, status }: BackingSource): boolean {
  if (authConfigured || authenticationType === "NO_AUTH" || authenticationType === "OAUTH") return true;
  return requiresCredentials && status === "ACTIVE";
}
