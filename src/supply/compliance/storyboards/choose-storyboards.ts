import {
  CapabilityResolutionError,
  listAllComplianceStoryboards,
  resolveStoryboardsForCapabilities,
  type Storyboard,
} from "@adcp/sdk/testing";

/** The part of an agent's stated capabilities on which the choice of storyboards depends. */
export interface Declared {
  readonly protocols: readonly string[];
  readonly specialisms: readonly string[];
  /** Whether it has accounts on which no money is spent (AdCP 3.1, `account.sandbox`). */
  readonly sandbox: boolean;
}

/** Storyboards that are not run, and why. */
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

/** Storyboards that expect a buyer without any data: they run first, before others leave something behind. */
const COUNTS = /pagination_integrity/;

const READ_TOOL = /^(get_|list_|assert_|protected_resource|oauth_auth|\$test_kit\.auth)/;

/** The storyboards for an agent: the general ones and those for what it declares, with the scenarios that they require. */
export function chooseStoryboards(declared: Declared, protocol: "MCP" | "A2A"): readonly Storyboard[] {
  const leftOut = protocol === "A2A" ? { ...LEFT_OUT, ...LEFT_OUT_OVER_A2A } : LEFT_OUT;
  const chosen = resolved(declared)
    .filter(({ id }) => !(id in leftOut))
    .toSorted((a, b) => Number(COUNTS.test(b.id)) - Number(COUNTS.test(a.id)));
  return declared.sandbox ? chosen : chosen.filter(onlyReads);
}

/** An agent without sandbox accounts only gets storyboards that it cannot mistake for an order. */
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
  // Listing them makes the SDK read all of its files, which takes as long as a short examination.
  const others = lacking.size === 0 ? [] : listAllComplianceStoryboards().filter(({ id }) => lacking.has(id));
  return [...storyboards, ...others];
}

/**
 * Undefined if an agent declares something that the release does not know; then everything else that it declares is
 * still graded.
 */
function bundlesOf(declared: Parameters<typeof resolveStoryboardsForCapabilities>[0]): Storyboard[] | undefined {
  try {
    return resolveStoryboardsForCapabilities(declared).storyboards;
  } catch (error) {
    if (error instanceof CapabilityResolutionError) return undefined;
    throw error;
  }
}
