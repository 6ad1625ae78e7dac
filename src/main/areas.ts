import { advertisers } from "../demand/advertisers/area.ts";
import { campaigns } from "../demand/campaigns/area.ts";
import { catalogs } from "../demand/catalogs/area.ts";
import { creatives as demandCreatives } from "../demand/creatives/area.ts";
import { delivery } from "../demand/delivery/area.ts";
import { discovery } from "../demand/discovery/area.ts";
import { mediaBuys } from "../demand/media-buys/area.ts";
import { reporting } from "../demand/reporting/area.ts";
import { adagents } from "../edge/adagents/area.ts";
import { adcp } from "../edge/adcp/area.ts";
import { adcpWebhooks } from "../edge/adcp-webhooks/area.ts";
import { authorization } from "../edge/authorization/area.ts";
import { downloads } from "../edge/downloads/area.ts";
import { http } from "../edge/http/area.ts";
import { mcp } from "../edge/mcp/area.ts";
import { reference } from "../edge/reference/area.ts";
import { searchOver } from "../edge/search/area.ts";
import { web } from "../edge/web/area.ts";
import type { Area } from "../ground/areas/area.ts";
import { apiKeys } from "../platform/api-keys/area.ts";
import { archives } from "../platform/archives/area.ts";
import { audit } from "../platform/audit/area.ts";
import { authorizationServer } from "../platform/authorization-server/area.ts";
import { brands } from "../platform/brands/area.ts";
import { customers } from "../platform/customers/area.ts";
import { deadLetters } from "../platform/dead-letters/area.ts";
import { erasure } from "../platform/erasure/area.ts";
import { installation } from "../platform/installation/area.ts";
import { mail } from "../platform/mail/area.ts";
import { members } from "../platform/members/area.ts";
import { notifications } from "../platform/notifications/area.ts";
import { requestLog } from "../platform/request-log/area.ts";
import { sandbox } from "../platform/sandbox/area.ts";
import { signIn } from "../platform/sign-in/area.ts";
import { terms } from "../platform/terms/area.ts";
import { webhooks } from "../platform/webhooks/area.ts";
import { agents } from "../supply/agents/area.ts";
import { analytics } from "../supply/analytics/area.ts";
import { callers } from "../supply/callers/area.ts";
import { compliance } from "../supply/compliance/area.ts";
import { composition } from "../supply/composition/area.ts";
import { creatives } from "../supply/creatives/area.ts";
import { credentials } from "../supply/credentials/area.ts";
import { instructions } from "../supply/instructions/area.ts";
import { intelligence } from "../supply/intelligence/area.ts";
import { interest } from "../supply/interest/area.ts";
import { joinLinks } from "../supply/join-links/area.ts";
import { links } from "../supply/links/area.ts";
import { marketplace } from "../supply/marketplace/area.ts";
import { merchandising } from "../supply/merchandising/area.ts";
import { modular } from "../supply/modular/area.ts";
import { orders } from "../supply/orders/area.ts";
import { pendingOperations } from "../supply/pending-operations/area.ts";
import { providers } from "../supply/providers/area.ts";
import { publishers } from "../supply/publishers/area.ts";
import { readiness } from "../supply/readiness/area.ts";
import { rules } from "../supply/rules/area.ts";
import { signals } from "../supply/signals/area.ts";
import { simulated } from "../supply/simulated/area.ts";
import { simulatedBuyers } from "../supply/simulated-buyers/area.ts";
import { sources } from "../supply/sources/area.ts";
import { storefronts } from "../supply/storefronts/area.ts";

/**
 * All areas, lowest first. Within a storey, an area may import the areas before it; `test/architecture.test.ts` reads that order from this
 * list. Work that is due at the same instant is done in this order, too.
 */
const housed: readonly Area[] = [
  customers,
  terms,
  apiKeys,
  audit,
  requestLog,
  sandbox,
  deadLetters,
  installation,
  mail,
  webhooks,
  notifications,
  members,
  signIn,
  authorizationServer,
  archives,
  erasure,
  brands,
  simulated,
  storefronts,
  links,
  sources,
  modular,
  providers,
  publishers,
  instructions,
  rules,
  analytics,
  composition,
  compliance,
  readiness,
  marketplace,
  joinLinks,
  credentials,
  agents,
  interest,
  signals,
  orders,
  creatives,
  callers,
  intelligence,
  merchandising,
  pendingOperations,
  simulatedBuyers,
  advertisers,
  catalogs,
  discovery,
  delivery,
  demandCreatives,
  mediaBuys,
  campaigns,
  reporting,
  http,
  authorization,
  reference,
  mcp,
  web,
  adcp,
  adagents,
  downloads,
  adcpWebhooks,
];

export const areas: readonly Area[] = [...housed, searchOver(housed)];

/** Everything that a caller can do. An operation that is not listed here does not exist. */
export const operations = areas.flatMap((area) => area.operations);

/** The metrics of all areas, for `/metrics`. */
export const figures = areas.flatMap((area) => area.figures);

/** Everything that follows a request or a clock. */
export const steps = areas.flatMap((area) => area.steps);

/** The searches for due work. */
export const agendas = areas.flatMap((area) => area.agendas);

/** The nouns with states. */
export const lifecycles = areas.flatMap((area) => area.lifecycles);

/** Work that recurs for the whole installation. */
export const schedules = areas.flatMap((area) => area.schedules);
