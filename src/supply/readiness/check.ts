import { type Compliance, type Examining, isExaminable, verdictOn, whyHeld } from "../compliance/index.ts";
import type { Source } from "../sources/index.ts";
import { blockersOf, checksOf, type ReadinessCheck, type Storefront } from "../storefronts/index.ts";

/** How to resolve a check. */
interface Resolution {
  readonly action: "inline_currency" | "link" | "recheck";
  readonly actionLabel: string;
  /** The operation behind the link. */
  readonly operation: string;
}

/** A storefront's check with all of its details (storefront contract §7.2). */
export interface FullCheck extends ReadinessCheck {
  readonly requirement: "hard" | "soft";
  /** Whether it keeps the storefront from selling now. */
  readonly blocks: boolean;
  readonly way: Resolution | undefined;
  /** The sources it concerns, if it is not complete. */
  readonly subjects: readonly Source[];
  readonly compliance?: readonly (Compliance & { readonly agentUrl: string })[];
  /** The agents that are being tested now. */
  readonly examining?: readonly Examining[];
}

/** The check that shows each agent's verdict. */
export const CONNECTIVITY = "agent_connectivity";

const WAYS: Readonly<Record<string, Resolution>> = {
  inventory_sources: { action: "link", actionLabel: "Add a source", operation: "createInventorySource" },
  agent_status: { action: "link", actionLabel: "Ask the agent again", operation: "checkInventorySource" },
  agent_auth: { action: "link", actionLabel: "Send the credential", operation: "updateInventorySource" },
  agent_connectivity: {
    action: "recheck",
    actionLabel: "Examine the agents again",
    operation: "refreshStorefrontCompliance",
  },
  currency_confirmed: { action: "inline_currency", actionLabel: "Set the currency", operation: "updateStorefront" },
};

/** The checks that may block; they are hard requirements even while they do not block. */
const HARD: readonly string[] = ["inventory_sources", "agent_status", "agent_auth", "currency_confirmed"];

/** The agents' verdicts, and the tracks because of which a source is withheld from buyers. */
interface Judged {
  readonly known: readonly Compliance[];
  readonly gates: readonly string[];
}

export function fullChecks(storefront: Storefront, sources: readonly Source[], judged: Judged): readonly FullCheck[] {
  const blocking = new Set(blockersOf(storefront).map(({ id }) => id));
  return checksOf(storefront).map((check) => {
    const reported = check.id === CONNECTIVITY ? withVerdicts(check, sources, judged) : check;
    const blocks = blocking.has(check.id);
    const done = reported.status === "complete";
    return {
      ...reported,
      blocks,
      requirement: HARD.includes(check.id) || blocks ? "hard" : "soft",
      way: done ? undefined : WAYS[check.id],
      subjects: done ? [] : sources.filter((source) => concerns(check.id, source)),
    };
  });
}

/** Adds the agents that can be examined, their verdicts, and why any of them is withheld. */
function withVerdicts(check: ReadinessCheck, sources: readonly Source[], { known, gates }: Judged) {
  const compliance = sources.flatMap((source) => {
    const found = verdictOn(source, known);
    return found && source.status !== "DISABLED" ? { ...found, agentUrl: source.endpointUrl ?? "" } : [];
  });
  const wanting = sources.filter((source) => isExaminable(source) && !verdictOn(source, known)?.verdict.passed);
  if (check.status !== "optional") return { ...check, ...detailsOf(sources, gates), compliance };
  if (compliance.length === 0) return { ...check, compliance };
  if (wanting.length === 0) return { ...check, status: "complete" as const, compliance };
  const details = `not yet: ${wanting.map(({ sourceId }) => sourceId).join(", ")}`;
  return { ...check, status: "partial" as const, details, compliance };
}

function detailsOf(sources: readonly Source[], gates: readonly string[]): Pick<ReadinessCheck, "details"> {
  const held = sources.flatMap((source) => {
    const why = source.status === "DISABLED" ? undefined : whyHeld(source, gates);
    return why === undefined ? [] : `${source.sourceId} (${why})`;
  });
  return held.length > 0 ? { details: `held back from buyers: ${held.join(", ")}` } : {};
}

function concerns(checkId: string, { status, heldBack, authConfigured, authenticationType }: Source): boolean {
  if (status === "DISABLED") return false;
  if (checkId === "agent_status") return status !== "ACTIVE";
  if (checkId === "agent_auth") return !authConfigured && authenticationType !== "NO_AUTH";
  return checkId === CONNECTIVITY && heldBack;
}
