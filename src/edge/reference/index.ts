export { mountReference, yamlOf } from "./mount-reference.ts";
export { openApiOf, SIDES, type Side } from "./openapi.ts";
export { operationsPage } from "./operations-page.ts";
