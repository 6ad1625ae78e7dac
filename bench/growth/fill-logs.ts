import type pg from "pg";

/** The owners of the logs that are read, among all organisations that have logs. */
export interface Owners {
  /** The owner of the events, with the pixel that sends them. */
  readonly buyer: number;
  readonly advertiserId: number;
  /** The owner of everything else. */
  readonly seller: number;
  readonly storefrontId: number;
}

/** How many rows one organisation has in each log, however long the log is: enough for hundreds of pages. */
const ROWS_OF_OWNER = 20_000;
const NEIGHBOURS = 1_000;
const YEAR_DAYS = 365;

const LOGS = ["intelligence_runs", "request_log", "logged_events", "idempotency_keys", "audit_log"] as const;
type Log = (typeof LOGS)[number];

/** The number of rows that have been created in each log. */
const filled = new Map<Log, number>();

/**
 * Fills each log up to this number of rows, in chronological order: a year of runs, events and audit entries, a week of requests, and a day
 * of idempotency keys. This is as long as an installation keeps them by default, or longer.
 */
export async function fillLogs(client: pg.Client, owners: Owners, rows: number): Promise<void> {
  // Foreign keys are not checked, because what a row refers to does not matter here.
  await client.query("set session_replication_role = replica; set timezone = 'UTC'");
  await addPastPartitions(client);
  for (const log of LOGS) {
    const known = filled.get(log) ?? 0;
    filled.set(log, rows);
    const part = { owner: log === "logged_events" ? owners.buyer : owners.seller, known, wanted: rows };
    if (known < rows) await client.query(INSERTS[log](`(${rowsOf(part, DAYS[log])}) as one`, owners));
  }
  await client.query("set session_replication_role = origin");
  await client.query(`vacuum analyze ${LOGS.join(", ")}`);
}

/** How far back the rows of a log reach. Ids of runs count from the beginning of 2026, so there are none before that. */
const DAYS: Readonly<Record<Log, number>> = {
  intelligence_runs: 300,
  request_log: 7,
  logged_events: YEAR_DAYS,
  idempotency_keys: 1,
  audit_log: YEAR_DAYS,
};

interface Part {
  readonly owner: number;
  readonly known: number;
  readonly wanted: number;
}

/** `n`, the customer and the time. The owner's rows are among the first that are filled, and spread over the whole period. */
function rowsOf({ owner, known, wanted }: Part, days: number): string {
  const owned = known < ROWS_OF_OWNER ? Math.round(wanted / ROWS_OF_OWNER) : 0;
  const whose = owned === 0 ? "false" : `n % ${owned} = 0`;
  return `select n, case when ${whose} then ${owner} else 1000000 + n % ${NEIGHBOURS} end as customer_id,
      now() - interval '${days} days' * ((${wanted} - n) / ${wanted - known}.0) as at
    from generate_series(${known + 1}, ${wanted}) n`;
}

const INSERTS: Readonly<Record<Log, (source: string, owners: Owners) => string>> = {
  // Copies of a real run, stored as differences from it, as most runs are where agents poll.
  intelligence_runs: (source, { storefrontId }) => `
    insert into intelligence_runs (customer_id, run_id, like_run_id, duration_ms, storefront_id, buying_mode, disposition, brief,
      created_at)
    select customer_id, partition_bound('intelligence_runs', at)::bigint + n % 8, first.run_id, 12, ${storefrontId}, 'brief',
      'responded', 'Outdoor news, wave ' || n, at
    from (select min(run_id) as run_id from intelligence_runs where like_run_id is null) as first, ${source} on conflict do nothing`,
  request_log: (source) => `
    insert into request_log (customer_id, request_id, at, method, path, operation, status, duration_ms)
    select customer_id, partition_bound('request_log', at) || lpad(to_hex(n), 20, '0'), at, 'GET', '/api/v2/buyer/campaigns',
      'listCampaigns', 200, 7 from ${source}`,
  logged_events: (source, { advertiserId }) => `
    insert into logged_events (customer_id, advertiser_id, event_source_id, event_type, event_id, event_time, custom_data, received_at)
    select customer_id, ${advertiserId}, 'pixel', 'purchase', md5(n::text), at, '{"value": 12.5, "currency": "EUR"}', at from ${source}`,
  idempotency_keys: (source) => `
    insert into idempotency_keys (customer_id, key, operation, request_hash, status, answer, created_at, expires_at)
    select customer_id, md5(n::text), 'createCampaign', md5(n::text), 201, '{"data": {"id": "cmp"}}', at, at + interval '1 day'
    from ${source}`,
  // Beyond the sequence numbers that the seller's own writes will get.
  audit_log: (source) => `
    insert into audit_log (customer_id, sequence, audit_id, at, action, operation, outcome, resource_type, resource_id, campaign_id,
      request_id, hash)
    select customer_id, 1000000000 + n, 'aud_' || n, at, 'update', 'updateCampaign', 'succeeded', 'campaign', 'cmp_' || n % 10, 'cmp_' || n % 10,
      'req_' || n, md5(n::text) from ${source}`,
};

/** Partitions for the weeks of a year and for the last days, as an installation of that age would have. */
async function addPastPartitions(client: pg.Client): Promise<void> {
  await client.query(`do $$
    declare
      past record;
      name text;
    begin
      for past in
        select 'intelligence_runs' as log, date_trunc('week', now()) - n * interval '1 week' as start, interval '1 week' as length
        from generate_series(1, 43) n
        union all
        select 'request_log', date_trunc('day', now()) - n * interval '1 day', interval '1 day' from generate_series(1, 8) n
      loop
        name := past.log || to_char(past.start, '_YYYYMMDD');
        continue when to_regclass(name) is not null;
        execute format('create table %I (like %I including all)', name, past.log);
        call protect(name::regclass);
        execute format('alter table %I attach partition %I for values from (%L) to (%L)', past.log, name,
          partition_bound(past.log, past.start), partition_bound(past.log, past.start + past.length));
      end loop;
    end $$`);
}
