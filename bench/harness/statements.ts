import pg from "pg";

/** A statement as it was passed to the driver. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The statements sent to PostgreSQL. A round trip begins when a connection has nothing in flight, so pipelined statements share one. */
export interface Conversation<T> {
  readonly answer: T;
  readonly statements: readonly Statement[];
  readonly roundTrips: number;
}

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

/** Observes every connection of this process while the work is done. */
export async function listenDuring<T>(work: () => Promise<T>): Promise<Conversation<T>> {
  const statements: Statement[] = [];
  const onTheWay = new WeakMap<pg.Client, number>();
  let roundTrips = 0;
  const ask = pg.Client.prototype.query as unknown as Query;
  const listening: Query = function (...args) {
    const [first, second] = args;
    const { text, values } = (
      typeof first === "string" ? { text: first, values: second } : first
    ) as Partial<Statement>;
    statements.push({ text: text ?? "", values: Array.isArray(values) ? values : [] });
    const before = onTheWay.get(this) ?? 0;
    if (before === 0) roundTrips += 1;
    onTheWay.set(this, before + 1);
    const asked = ask.apply(this, args);
    const landed = () => onTheWay.set(this, (onTheWay.get(this) ?? 1) - 1);
    if (asked instanceof Promise) asked.then(landed, landed);
    else if (asked instanceof pg.Query) onEnd(asked, landed);
    return asked;
  };
  pg.Client.prototype.query = listening as unknown as typeof pg.Client.prototype.query;
  try {
    return { answer: await work(), statements, roundTrips };
  } finally {
    pg.Client.prototype.query = ask as unknown as typeof pg.Client.prototype.query;
  }
}

/** A query object does not return a promise; it uses callbacks. */
function onEnd(asked: pg.Query, landed: () => void): void {
  const heard = asked as unknown as { callback(...result: unknown[]): void };
  const { callback } = heard;
  heard.callback = (...result) => {
    landed();
    callback(...result);
  };
}

export interface Plan {
  readonly text: string;
  /** In the database, without any other load. */
  readonly tookMs: number;
}

/** The plans of a buyer's queries, planned with the application's own role, and row-level security for the tenant. */
export async function plansOf(
  client: pg.Client,
  customerId: number,
  statements: readonly Statement[],
): Promise<Plan[]> {
  const plans: Plan[] = [];
  // As `openDatabase` sets up its connections; the settings of a read are sent below the layer that is observed.
  await client.query(
    `begin; set local interchange.reach = 'market'; set local interchange.customer_id = '${customerId}';
     set local role interchange_app; set local jit = off; set local max_parallel_workers_per_gather = 0`,
  );
  for (const { text, values } of statements.filter(
    ({ text }) => text.trimStart().startsWith("select") && text.includes(" from "),
  )) {
    const { rows } = await client.query(`explain (analyze, costs off, timing off, buffers off) ${text}`, [...values]);
    plans.push(planIn(rows.map((row: Record<string, string>) => row["QUERY PLAN"] ?? "")));
  }
  await client.query("rollback");
  return plans;
}

function planIn(lines: readonly string[]): Plan {
  const took = lines.find((line) => line.startsWith("Execution Time"))?.match(/[\d.]+/)?.[0];
  const text = lines.filter((line) => !/^(Execution|Planning)/.test(line)).join("\n");
  return { text, tookMs: Number(took) };
}
