export { toAdagentsJson } from "./adagents/publish-adagents.ts";
export { readPublishers } from "./change-publishers.ts";
export { checkPublishers, publisherAgenda } from "./check-publishers.ts";
export { askAboutAgent, type RegistryVerdict } from "./directory/ask-about-agent.ts";
export { lookUpAgents } from "./directory/discover-agents.ts";
export { forgetOldEntriesOfAllCustomers } from "./directory/store.ts";
export { type Publisher } from "./publisher.ts";
export { findPublicationOfAnySeller, listRefusingPublishers } from "./store.ts";
