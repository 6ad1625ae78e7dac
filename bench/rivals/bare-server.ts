import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import pg from "pg";

/**
 * The baseline for the whole stack: `node:http`, a pool, and one named statement per request. There are no keys, tenants, limits, checks or
 * logs; the answer has the same fields.
 */
const { BENCH_DATABASE_URL, BENCH_POOL_SIZE, BENCH_CUSTOMER_ID } = process.env;
const pool = new pg.Pool({ connectionString: BENCH_DATABASE_URL, max: Number(BENCH_POOL_SIZE) });

const COHORT = {
  name: "cohort",
  text: `
    select cohort_id as id, advertiser_id::text as "advertiserId", name, description, cohort_type as "cohortType", role, definition,
      estimated_size::int as "estimatedSize", is_active as "isActive", created_at as "createdAt", updated_at as "updatedAt"
    from test_cohorts where customer_id = $1 and advertiser_id = $2 and cohort_id = $3`,
};

const STOREFRONT = {
  name: "storefront",
  text: `
    select storefront_id::float8 as id, platform_id as "platformId", name, publisher_domain as "publisherDomain",
      (select coalesce(json_agg(json_build_object(
          'sourceId', source_id, 'name', s.name, 'requiresCredentials', requires_credentials, 'agentId', s.agent_id, 'protocol', protocol,
          'customerAccounts', (
            select coalesce(json_agg(json_build_object('accountIdentifier', account_identifier, 'status', k.status)), '[]')
            from credentials k where k.agent_id = s.agent_id and k.customer_id = $1)) order by inventory_source_id), '[]')
        from inventory_sources s where s.storefront_id = f.storefront_id and s.status = 'ACTIVE') as sources
    from storefronts f
    where storefront_id = $2 and archived_at is null and (marketplace_state = 'LISTED'
      or exists (select from credentials k where k.storefront_id = f.storefront_id and k.customer_id = $1))`,
};

interface Source {
  readonly requiresCredentials: boolean;
  readonly customerAccounts: readonly { readonly status: string }[];
}

async function cohort(advertiserId: string, cohortId: string): Promise<unknown> {
  const { rows } = await pool.query({ ...COHORT, values: [BENCH_CUSTOMER_ID, advertiserId, cohortId] });
  return { cohort: rows[0] };
}

async function storefront(id: string): Promise<unknown> {
  const { rows } = await pool.query({ ...STOREFRONT, values: [BENCH_CUSTOMER_ID, id] });
  const sources = rows[0].sources.map((source: Source) => ({
    ...source,
    connected: !source.requiresCredentials || source.customerAccounts.some(({ status }) => status === "ACTIVE"),
  }));
  return { ...rows[0], sources };
}

/** As much text as a cohort, without a database. */
const NOTHING = { ...JSON.parse(process.env.BENCH_EXAMPLE ?? "{}") };

function answerTo(url: string): unknown {
  const [, , , , what, id = "", , cohortId = ""] = url.split("/");
  if (what === "storefronts") return storefront(id);
  return what === "advertisers" ? cohort(id, cohortId) : NOTHING;
}

async function respond({ url = "" }: IncomingMessage, response: ServerResponse): Promise<void> {
  const data = await answerTo(url);
  const text = JSON.stringify({
    data,
    error: null,
    meta: { requestId: "req_019c0000000070008000000000000000", timestamp: new Date().toISOString() },
  });
  response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(text) }).end(text);
}

const server = createServer((request, response) => void respond(request, response));
server.listen(0, "127.0.0.1", () => process.send?.(server.address()));
