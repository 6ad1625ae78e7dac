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

/** Disabled sources are out of play: they neither carry a storefront nor hold it back. */
export function checksOf({ backing, defaultCurrency }: Assessed): readonly ReadinessCheck[] {
  const inPlay = backing.filter(({ status }) => status !== "DISABLED");
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
    {
      id: "currency_confirmed",
      name: "Currency",
      description: "The currency that the storefront settles in",
      category: "billing",
      status: defaultCurrency ? "complete" : "missing",
      isBlocker: true,
      ...(!defaultCurrency && { details: "set defaultCurrency: PUT /api/v2/storefront" }),
    },
  ];
}

/** Every check that keeps the storefront from selling. */
export function blockersOf(storefront: Assessed): readonly ReadinessCheck[] {
  return checksOf(storefront).filter(
    ({ isBlocker, status }) => isBlocker && status !== "complete" && status !== "optional",
  );
}

/** Archived before paused before blocked before live (storefront contract §3.4). */
export function effectiveStatusOf(storefront: Assessed & Pick<Storefront, "archivedAt" | "isPaused">): EffectiveStatus {
  if (storefront.archivedAt) return "archived";
  if (storefront.isPaused) return "paused";
  return blockersOf(storefront).length > 0 ? "blocked" : "live";
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
  const failing = sources.filter((source) => !passes(source)).map(({ sourceId }) => sourceId);
  if (failing.length === 0) return { ...check, status: "complete", isBlocker: true };
  const status = failing.length < sources.length ? "partial" : "missing";
  return { ...check, status, isBlocker: true, details: `not yet: ${failing.join(", ")}` };
}

function isActive({ status }: BackingSource): boolean {
  return status === "ACTIVE";
}

/** By a credential of the seller's, by none because none is asked for, or by the one that each buyer brings. */
function isLetIn({ authenticationType, authConfigured, requiresCredentials, status }: BackingSource): boolean {
  if (authConfigured || authenticationType === "NO_AUTH" || authenticationType === "OAUTH") return true;
  return requiresCredentials && status === "ACTIVE";
}
