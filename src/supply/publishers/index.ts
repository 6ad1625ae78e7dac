export { toAdagentsJson } from "./adagents/publish-adagents.ts";
export { readPublishers } from "./change-publishers.ts";
export { askAboutAgent, type RegistryVerdict } from "./directory/ask-about-agent.ts";
export { type Publisher } from "./publisher.ts";
export { findPublicationOfAnySeller, listRefusingPublishers } from "./store.ts";
