import type pg from "pg";
import type { Statement } from "../../bench/harness/statements.ts";

interface Node {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Index Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly Plans?: readonly Node[];
}

/** The maximum cost of a page: a plan that reads, discards or sorts more rows than this was not thought through. */
const MANY = 5_000;

export interface PlanQuery {
  readonly customerId: number;
  readonly reach: string;
  /** A search may scan all rows of its own organisation, but it may neither sort them nor scan those of others. */
  readonly filtered: boolean;
}

/**
 * What is wrong with a statement's plan, for the application's role within a tenant. If one organisation has nearly all rows, scanning all
 * of them is often cheapest; so scans are made expensive here, and a scan that remains means that there is no index.
 */
export async function complaintsAbout(
  client: pg.Client,
  { text, values }: Statement,
  { customerId, reach, filtered }: PlanQuery,
): Promise<string[]> {
  await client.query(
    `begin; set local interchange.reach = '${reach}'; set local interchange.customer_id = '${customerId}';
     set local role interchange_app; set local enable_seqscan = off; set local jit = off; set local plan_cache_mode = auto; set local max_parallel_workers_per_gather = 0`,
  );
  try {
    const { rows } = await client.query(`explain (analyze, timing off, format json) ${text}`, [...values]);
    return complaints(rows[0]["QUERY PLAN"][0].Plan as Node, filtered);
  } finally {
    await client.query("rollback");
  }
}

function complaints(node: Node, filtered: boolean): string[] {
  const inner = node.Plans ?? [];
  const rows = (one: Node) => one["Actual Rows"] * one["Actual Loops"];
  const kind = node["Node Type"];
  const where = node["Relation Name"] ?? "";
  const dropped = (node["Rows Removed by Filter"] ?? 0) * node["Actual Loops"];
  const own = [
    ...(kind === "Seq Scan" && rows(node) + dropped > MANY ? [`reads all of ${where}`] : []),
    ...(kind !== "Seq Scan" && dropped > MANY && !filtered ? [`throws ${dropped} rows of ${where || kind} away`] : []),
    ...(kind.endsWith("Sort") && inner.some((one) => rows(one) > MANY) ? ["sorts all that it finds"] : []),
  ];
  return [...own, ...inner.flatMap((one) => complaints(one, filtered))];
}
