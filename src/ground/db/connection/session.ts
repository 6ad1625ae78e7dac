/** What stands between the application and its rows, beside one PostgreSQL that it reaches itself. */
export interface Topology {
  /** `transaction`: a pooler lends a connection for no longer than a transaction, so a session keeps nothing. */
  readonly pooler: "none" | "transaction";
  /** Rows lie on several servers (Citus), to which a function's settings are not carried. */
  readonly distributed: boolean;
  /** A streaming replica that answers lists and reports; null for none. */
  readonly replicaUrl: string | null;
  /** How many servers of ours answer the same customers. */
  readonly processes: number;
}

export const ONE_SERVER: Topology = { pooler: "none", distributed: false, replicaUrl: null, processes: 1 };

/** A start-up parameter, or nothing where a pooler would drop it. */
type StartUp = { readonly options?: string };

const ROLE = { role: "interchange_app" };

/**
 * The application's role, and no statement that outlives its caller for long. To compile a plan, or to share it among workers, pays
 * for long reports; on a request's statement it costs more than it saves.
 */
const SESSION = {
  ...ROLE,
  jit: "off",
  max_parallel_workers_per_gather: "0",
  statement_timeout: "30000",
  idle_in_transaction_session_timeout: "60000",
  timezone: "UTC",
};

/** What a session of the application begins with. */
export function sessionOptions(topology: Topology): StartUp {
  return startUp(topology, SESSION);
}

/** What a session begins with that only needs the role's rights. Behind a pooler the login has them by inheritance. */
export function roleOptions(topology: Topology): StartUp {
  return startUp(topology, ROLE);
}

/** What each transaction has to be told, because its session cannot be. */
export function settingsOfEachTransaction({ pooler }: Topology): Readonly<Record<string, string>> {
  return pooler === "transaction" ? SESSION : {};
}

function startUp({ pooler }: Topology, settings: Readonly<Record<string, string>>): StartUp {
  if (pooler === "transaction") return {};
  return {
    options: Object.entries(settings)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(" "),
  };
}
