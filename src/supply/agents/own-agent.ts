import type { Source, SourceStatus } from "../sources/index.ts";

/** An agent behind one or more of a seller's own sources. */
export interface OwnAgent {
  readonly agentId: string;
  /** The source that represents the agent: one in use if possible, and the oldest of those. */
  readonly face: Source;
  readonly sources: readonly Source[];
}

export interface OwnAgentFilter {
  readonly type?: Source["type"] | undefined;
  readonly status?: SourceStatus | undefined;
  readonly name?: string | undefined;
  readonly supportsRegistration?: boolean | undefined;
}

const RANK: Readonly<Record<SourceStatus, number>> = { ACTIVE: 0, PENDING: 1, DISABLED: 2 };

/** Ordered by name; each agent is listed once, however many sources it is behind. */
export function ownAgentsOf(sources: readonly Source[]): OwnAgent[] {
  const behind = Map.groupBy(sources, ({ agentId }) => agentId);
  return [...behind]
    .flatMap(([agentId, [...group]]) => {
      const [face] = group.toSorted((a, b) => RANK[a.status] - RANK[b.status]);
      return agentId && face ? [{ agentId, face, sources: group }] : [];
    })
    .sort((a, b) => a.face.name.localeCompare(b.face.name, "en") || (a.agentId < b.agentId ? -1 : 1));
}

export function matches({ face }: OwnAgent, { type, status, name, supportsRegistration }: OwnAgentFilter): boolean {
  return (
    (type === undefined || typeOf(face) === type) &&
    (status === undefined || face.status === status) &&
    (name === undefined || face.name.toLowerCase().includes(name.toLowerCase())) &&
    (supportsRegistration === undefined || face.requiresCredentials === supportsRegistration)
  );
}

/** A source that does not state its type is a sales agent. */
export function typeOf({ type }: Source): NonNullable<Source["type"]> {
  return type ?? "SALES";
}
