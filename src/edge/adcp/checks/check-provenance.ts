import type { CreativePolicy, SellerError } from "../../../ground/seller-agent/index.ts";

type Written = Readonly<Record<string, unknown>>;

/** A creative's provenance (AdCP 3.1, core/provenance), as far as it is checked here. */
interface Provenance {
  readonly digital_source_type?: unknown;
  readonly human_oversight?: unknown;
  readonly disclosure?: Written;
  readonly embedded_provenance?: readonly { readonly verify_agent?: Written }[];
}

/**
 * The first requirement of a policy that a creative's provenance does not meet; undefined if it meets all of them. Whether the provenance
 * is true is not checked here: that is up to the verifiers, which are named but not called.
 */
export function provenanceMissing(manifest: Written, policy: CreativePolicy, path: string): SellerError | undefined {
  if (!policy.provenanceRequired) return undefined;
  const at = `${path}.provenance`;
  const provenance = provenanceOf(manifest);
  if (!provenance) return missing("PROVENANCE_REQUIRED", at, "say where it comes from");
  const { digital_source_type: source, disclosure } = provenance;
  if (policy.requiresSourceType && typeof source !== "string")
    return missing("PROVENANCE_DIGITAL_SOURCE_TYPE_MISSING", `${at}.digital_source_type`, "say how it was made");
  const strange = strangeVerifier(provenance, policy, at);
  if (strange) return strange;
  if (policy.requiresDisclosure && typeof disclosure?.required !== "boolean")
    return missing("PROVENANCE_DISCLOSURE_MISSING", `${at}.disclosure`, "say whether it has to be disclosed, and how");
  return undefined;
}

function strangeVerifier({ embedded_provenance: marks = [] }: Provenance, policy: CreativePolicy, at: string) {
  const { acceptedVerifiers: accepted } = policy;
  const index = marks.findIndex(({ verify_agent: agent }) => {
    if (!agent || accepted.length === 0) return false;
    return !accepted.some(
      ({ agentUrl, featureId }) =>
        agentUrl === agent.agent_url && (featureId === null || featureId === (agent.feature_id ?? featureId)),
    );
  });
  if (index === -1) return undefined;
  const named = accepted.map(({ agentUrl }) => agentUrl).join(", ");
  const field = `${at}.embedded_provenance[${index}].verify_agent`;
  return missing("PROVENANCE_VERIFIER_NOT_ACCEPTED", field, `its statement is not accepted: name one of ${named}`);
}

function provenanceOf({ provenance }: Written): Provenance | undefined {
  return typeof provenance === "object" && provenance !== null ? provenance : undefined;
}

function missing(code: string, field: string, why: string): SellerError {
  return { code, message: `${field}: ${why}`, field, recovery: "correctable" };
}

/** How a machine made it, and the human contribution that waives the disclosure. */
const BY_MACHINE = /algorithmic|synthetic/i;
const OVERSEEN: ReadonlySet<unknown> = new Set(["directed", "edited"]);

/** A waived disclosure that an auditor would note (AdCP 3.1, provenance audit observations). It never leads to a refusal. */
export function waivedDisclosuresIn(manifest: Written): Written | undefined {
  const provenance = provenanceOf(manifest);
  const { digital_source_type: source, human_oversight, disclosure } = provenance ?? {};
  if (disclosure?.required !== false || !OVERSEEN.has(human_oversight)) return undefined;
  if (typeof source !== "string" || !BY_MACHINE.test(source)) return undefined;
  return { human_oversight, disclosure_required: false };
}
