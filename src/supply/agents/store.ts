import { sql } from "kysely";
import { containing, type Db } from "../../ground/db/index.ts";
import type { Viewer } from "../../ground/kernel/viewer.ts";
import type { Capabilities } from "../../ground/seller-agent/index.ts";
import { visibleStorefronts } from "../marketplace/index.ts";
import type { AuthenticationType, SalesAgent } from "./sales-agent.ts";

type BuyerScope = Pick<Viewer, "customerId" | "storefrontId">;

interface AgentFilter {
  readonly status?: "PENDING" | "ACTIVE" | undefined;
  readonly name?: string | undefined;
  readonly supportsRegistration?: boolean | undefined;
  readonly limit: number;
  readonly offset: number;
}

/**
 * Ordered by name: the agent of every storefront that the buyer can see, and each agent behind those storefronts,
 * listed once. The URL of an agent that can only be reached through storefronts is not shown, because that is between
 * it and its sellers.
 */
export async function listSalesAgents(
  db: Db,
  buyer: BuyerScope,
  { status, name = "", supportsRegistration, limit, offset }: AgentFilter,
): Promise<{ agents: SalesAgent[]; total: number }> {
  const { rows } = await sql<AgentRow & { total: number }>`
    ${agentsSeenBy(db, buyer)},
    matching as (
      select * from agents
      where name ilike ${containing(name)}
        and (${status ?? null}::text is null or is_open = (${status ?? null}::text = 'ACTIVE'))
        and (${supportsRegistration ?? null}::boolean is null or requires_credentials = ${supportsRegistration ?? null})),
    page as (select * from matching order by lower(name), agent_id limit ${limit} offset ${offset})
    select page.*, counted.total, said.capabilities, said.capabilities_at, held.accounts,
      array(select domain from storefront_publishers
        where storefront_id = page.storefront_id and authorization_status = 'unauthorized') as refusing
    from (select count(*)::int as total from matching) counted
    left join page on true
    left join lateral (
      select coalesce(jsonb_agg(capabilities order by inventory_source_id), '[]') as capabilities,
        max(capabilities_at) as capabilities_at
      from selling
      where capabilities is not null
        and (selling.storefront_id = page.storefront_id or page.storefront_id is null and selling.agent_id = page.agent_id)
    ) said on true
    left join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('accountIdentifier', account_identifier, 'status', status)
        order by credential_id desc), '[]') as accounts
      from credentials
      where customer_id = ${buyer.customerId} and credentials.agent_id = page.agent_id
    ) held on true
    order by lower(page.name), page.agent_id`.execute(db);
  return { agents: rows.flatMap(fromRow), total: rows[0]?.total ?? 0 };
}

/** Two common table expressions: `agents`, one row per agent, and `selling`, the sources that they sell from. */
function agentsSeenBy(db: Db, buyer: BuyerScope) {
  const seen = visibleStorefronts(db, buyer).select([
    "storefronts.storefront_id",
    "platform_id",
    "storefronts.name",
    "description",
    "is_paused",
    "created_at",
  ]);
  return sql`
    with seen as ${seen},
    selling as (
      select source.* from inventory_sources source join seen using (storefront_id)
      where source.status = 'ACTIVE' and not source.held_back and source.type = 'SALES' and source.agent_id is not null),
    behind as (
      select distinct on (agent_id) * from selling order by agent_id, inventory_source_id),
    agents as (
      select 'storefront-' || platform_id as agent_id, storefront_id, name, description, null as endpoint_url,
        null as protocol, 'NO_AUTH' as authentication_type, false as requires_credentials, false as auth_configured,
        not is_paused as is_open, created_at
      from seen
      union all
      select agent_id, null, name, description, case when requires_credentials then endpoint_url end, protocol,
        authentication_type, requires_credentials, auth_configured, true, created_at
      from behind)`;
}

interface AgentRow {
  /** Null on a page beyond the last one, which only has the total number. */
  readonly agent_id: string | null;
  readonly name: string;
  readonly description: string | null;
  readonly endpoint_url: string | null;
  readonly protocol: SalesAgent["protocol"] | null;
  readonly authentication_type: AuthenticationType | null;
  readonly requires_credentials: boolean;
  readonly auth_configured: boolean;
  readonly is_open: boolean;
  readonly created_at: Date;
  readonly capabilities: Capabilities[];
  readonly capabilities_at: Date | null;
  readonly accounts: SalesAgent["customerAccounts"];
  readonly refusing: string[];
}

function fromRow(row: AgentRow): SalesAgent[] {
  if (row.agent_id === null) return [];
  return [
    {
      agentId: row.agent_id,
      name: row.name,
      description: row.description,
      endpointUrl: row.endpoint_url,
      protocol: row.protocol ?? "MCP",
      authenticationType: row.authentication_type ?? "NO_AUTH",
      requiresCredentials: row.requires_credentials,
      authConfigured: row.auth_configured,
      isOpen: row.is_open,
      said: row.capabilities,
      saidAt: row.capabilities_at,
      customerAccounts: row.accounts,
      refusing: row.refusing,
      createdAt: row.created_at,
    },
  ];
}
