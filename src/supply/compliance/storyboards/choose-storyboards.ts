import {
  CapabilityResolutionError,
  listAllComplianceStoryboards,
  resolveStoryboardsForCapabilities,
  type Storyboard,
} from "@adcp/sdk/testing";

/** An agent's stated capabilities, as far as the choice depends on them. */
export interface Declared {
  readonly protocols: readonly string[];
  readonly specialisms: readonly string[];
  /** Whether it has accounts on which nothing is spent (AdCP 3.1, `account.sandbox`). */
  readonly sandbox: boolean;
}

/** What is not graded, and why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  signed_requests: "it tests a separate capability, which few agents declare, with forty requests",
  webhook_emission: "it needs a separate receiver that the agent can reach, and waits ninety seconds for it",
  idempotency: "the release that ships with the SDK (3.0.6) requires the key to be echoed, which 3.0.26 no longer does",
  media_buy_state_machine: "the runner begins the buy tomorrow, and expects it to run",
  "media_buy_seller/measurement_terms_rejected":
    "the release that ships with the SDK (3.0.6) requires sellers to accept less strict terms, which 3.0.26 no longer does",
  "media_buy_seller/proposal_finalize": "3.1 requires proposals only of agents that declare supports_proposals",
};

const LEFT_OUT_OVER_A2A: Readonly<Record<string, string>> = {
  security_baseline: "its probes speak MCP",
};

/** Of a buyer that is new there: they come before any other leaves something behind. */
const COUNTS = /pagination_integrity/;

const READ_TOOL = /^(get_|list_|assert_|protected_resource|oauth_auth|\$test_kit\.auth)/;

/**
 * The storyboards for an agent: the general ones, and those for what it declares, with the scenarios that they require.
 */
export function chooseStoryboards(declared: Declared, protocol: "MCP" | "A2A"): readonly Storyboard[] {
  const leftOut = protocol === "A2A" ? { ...LEFT_OUT, ...LEFT_OUT_OVER_A2A } : LEFT_OUT;
  const chosen = resolved(declared)
    .filter(({ id }) => !(id in leftOut))
    .toSorted((a, b) => Number(COUNTS.test(b.id)) - Number(COUNTS.test(a.id)));
  return declared.sandbox ? chosen : chosen.filter(onlyReads);
}

/** On an agent without sandbox accounts, nothing is tried that it might take for an order. */
function onlyReads({ phases }: Storyboard): boolean {
  return phases.every(({ steps }) => steps.every(({ task }) => READ_TOOL.test(task)));
}

function resolved({ protocols, specialisms }: Declared): Storyboard[] {
  const asked = [...protocols];
  const held =
    bundlesOf({ supported_protocols: asked, specialisms: [...specialisms] }) ??
    bundlesOf({ supported_protocols: asked });
  const storyboards = held ?? [];
  const known = new Set(storyboards.map(({ id }) => id));
  const required = storyboards.flatMap(({ requires_scenarios = [] }) => requires_scenarios);
  const lacking = new Set(required.filter((id) => !known.has(id)));
  // To find one the SDK reads all of its files, which takes as long as a short examination.
  const others = lacking.size === 0 ? [] : listAllComplianceStoryboards().filter(({ id }) => lacking.has(id));
  return [...storyboards, ...others];
}

/**
 * Undefined if an agent declares something that the release does not know: then everything else that it declares is
 * graded.
 */
function bundlesOf(declared: Parameters<typeof resolveStoryboardsForCapabilities>[0]): Storyboard[] | undefined {
  try {
    return resolveStoryboardsForCapabilities(declared).storyboards;
  } catch (error) {
    if (error instanceof CapabilityResolutionError) return undefined;
    throw error;
  }
}
