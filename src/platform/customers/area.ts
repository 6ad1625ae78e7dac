import { area } from "../../ground/areas/area.ts";
import * as customerDomainShared from "./domain/shared-api.ts";
import * as organisationsOperator from "./organisations/operator-api.ts";
import { organisationFinder } from "./search-store.ts";
import * as customersShared from "./shared-api.ts";

export const customers = area({
  name: "platform/customers",
  finders: [organisationFinder],
  operations: [customersShared, customerDomainShared, organisationsOperator],
});
