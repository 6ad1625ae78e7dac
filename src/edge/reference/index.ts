export {
  answerQuestion,
  type Capability,
  callOf,
  type Guide,
  lineOf,
  nextAfter,
  openGuide,
} from "./capabilities/index.ts";
export { type Library, openLibrary, readSections, type Section } from "./documents/index.ts";
export { type Json, jsonSchemaOf, nothingCollected } from "./json-schema.ts";
export { mountReference, yamlOf } from "./mount-reference.ts";
export { openApiOf, SIDES, type Side } from "./openapi.ts";
export { operationsPage } from "./operations-page.ts";
