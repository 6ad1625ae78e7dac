export { atSnapshot, type Snapshot } from "./dump.ts";
export { loadDatabase } from "./load.ts";
export { type OrganisationRows, type ReadOrganisation, readOrganisation } from "./read-organisation.ts";
export { inReferenceOrder, REFERENCES_OF_TABLES } from "./reference-order.ts";
export { type OrganisationImport, openOrganisationImport } from "./write-organisation.ts";
