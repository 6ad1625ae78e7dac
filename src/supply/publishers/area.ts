import { area } from "../../ground/areas/area.ts";
import { askPublisher } from "./ask-publisher.ts";
import { checkPublishers, publisherAgenda } from "./check-publishers.ts";
import { lookUpAgents } from "./directory/discover-agents.ts";
import { deleteOldEntriesOfAllCustomers } from "./directory/store.ts";
import * as agentDirectoryStorefront from "./directory/storefront-api.ts";
import * as operatorDomainStorefront from "./operator-domain/storefront-api.ts";
import * as publishersStorefront from "./storefront-api.ts";

export const publishers = area({
  name: "supply/publishers",
  operations: [publishersStorefront, operatorDomainStorefront, agentDirectoryStorefront],
  steps: [checkPublishers, askPublisher, lookUpAgents],
  agendas: [publisherAgenda],
  schedules: [
    { name: "forget-agents", cron: "12 * * * *", handle: (db, { wall }) => deleteOldEntriesOfAllCustomers(db, wall) },
  ],
});
