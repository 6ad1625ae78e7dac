import { Invalid, InvalidState } from "../../ground/kernel/errors.ts";
import { nextState } from "../../ground/kernel/lifecycle.ts";
import { type Auth, authTypesOf } from "./auth.ts";
import type { SourceChangeBody } from "./schema.ts";
import { agentIdOf, type NewSource, requiresCredentials, type Source, STATUS } from "./source.ts";

/** The result of a connection check. */
export interface Checked {
  readonly capabilities: Source["capabilities"];
  readonly error: string | null;
  /** Whether the agent can be reached but requires a credential that it was not sent. */
  readonly asksForCredential: boolean;
}

/** The source as requested by the body, before its agent is asked. Omitted fields stay as they are. */
export function changedBy(before: Source, body: SourceChangeBody, auth: Auth | undefined): Source {
  const { executionType } = before;
  if (executionType === "MANAGED_SALES_AGENT")
    throw new InvalidState(`a source of the type ${executionType} cannot be changed here`);
  const named: Source = {
    ...before,
    name: body.name ?? before.name,
    description: body.description === undefined ? before.description : body.description,
  };
  // Another storefront is only reached through its link, and a modular source has no external connection.
  if (executionType === "LINKED_STOREFRONT" || executionType === "MODULAR_SOURCE") {
    checkAuth(named, auth);
    return named;
  }
  const changed: Source = {
    ...named,
    ...(executionType === "AGENT" ? agentBy(before, body) : simulationBy(before, body)),
  };
  const agentId = agentIdOf(changed);
  // Tokens are issued for one agent, so a consent does not follow a source to another.
  const isSame = changed.authenticationType === before.authenticationType;
  const kept =
    before.authConfigured && isSame && (changed.authenticationType !== "OAUTH" || agentId === before.agentId);
  const after = { ...changed, agentId, authConfigured: auth !== undefined || kept };
  checkAuth(after, auth);
  return { ...after, requiresCredentials: requiresCredentials(after) };
}

/** Whether the agent has to be asked again before the change can be stored. */
export function wantsCheck(before: Source, after: Source, body: SourceChangeBody): boolean {
  const moved = before.agentId !== after.agentId || before.authenticationType !== after.authenticationType;
  const activated = body.status === "ACTIVE" && before.status !== "ACTIVE";
  return moved || activated || body.auth !== undefined || body.simulation !== undefined;
}

/** The source with the status that the seller requested; throws `InvalidState` if that status is not possible. */
export function statusBy(source: Source, wanted: Source["status"] | undefined, checked: Checked | undefined): Source {
  if (wanted === undefined || wanted === source.status) return source;
  if (wanted === "PENDING") throw new InvalidState(`a source that is ${source.status} cannot return to PENDING`);
  if (wanted === "DISABLED") return { ...source, status: nextState(STATUS, "disable", source.status, "source") };
  if (checked?.error && !(checked.asksForCredential && source.requiresCredentials))
    throw new InvalidState(`the source cannot be ACTIVE yet: ${checked.error}`);
  return { ...source, status: nextState(STATUS, "activate", source.status, "source"), connectionError: null };
}

/** The source after a check: an answer activates one that was waiting for it, but silence deactivates none. */
export function checkedBy<S extends NewSource>(
  source: S,
  { capabilities, error, asksForCredential }: Checked,
  at: Date,
): S {
  if (error !== null) {
    // If each buyer uses its own credential, the agent refuses ours, which is not an error.
    const expected = asksForCredential && source.requiresCredentials && source.status === "ACTIVE";
    return { ...source, connectionError: expected ? null : error };
  }
  const known = { ...source, capabilities, capabilitiesAt: at, connectionError: null };
  return {
    ...known,
    requiresCredentials: requiresCredentials(known),
    status: source.status === "PENDING" ? nextState(STATUS, "activate", source.status, "source") : source.status,
  };
}

/** Checks that an `auth` fits the way of authentication; if no credential can be given for it yet, there must be none. */
export function checkAuth({ authenticationType }: Pick<Source, "authenticationType">, auth: Auth | undefined): void {
  if (!auth || !authenticationType) return;
  const types = authTypesOf(authenticationType);
  if (types.includes(auth.type)) return;
  const wanted = types.length > 0 ? `takes auth of the type ${types.join(" or ")}` : "takes no auth";
  throw new Invalid(`auth: a source of authenticationType ${authenticationType} ${wanted}`, { field: "auth.type" });
}

function agentBy(before: Source, body: SourceChangeBody): Partial<Source> {
  if (body.simulation) throw new Invalid("simulation: only a SIMULATED source has one", { field: "simulation" });
  return {
    endpointUrl: body.endpointUrl ?? before.endpointUrl,
    protocol: body.protocol ?? before.protocol,
    authenticationType: body.authenticationType ?? before.authenticationType,
    buyersBringOwn: body.buyersBringOwn ?? before.buyersBringOwn,
  };
}

/** The publisher's key cannot be read back, so a description without one leaves it as it is. */
function simulationBy({ simulation }: Source, body: SourceChangeBody): Partial<Source> {
  if (!body.simulation || !simulation) return {};
  const { requiresKey = simulation.requiresKey, ...rest } = body.simulation;
  return {
    simulation: { ...rest, requiresKey },
    authenticationType: requiresKey === null ? "NO_AUTH" : "API_KEY",
  };
}
