import * as advertisersBuyer from "../demand/advertisers/buyer-api.ts";
import * as discoveryBuyer from "../demand/discovery/buyer-api.ts";
import * as selectionsBuyer from "../demand/discovery/selections/buyer-api.ts";
import type { Operation } from "../ground/kernel/operation.ts";
import * as customersShared from "../platform/customers/shared-api.ts";
import * as deadLettersOperator from "../platform/dead-letters/operator-api.ts";
import * as sandboxShared from "../platform/sandbox/shared-api.ts";
import * as termsShared from "../platform/terms/shared-api.ts";

const areas = [
  customersShared,
  termsShared,
  sandboxShared,
  deadLettersOperator,
  advertisersBuyer,
  discoveryBuyer,
  selectionsBuyer,
];

/** Everything a caller can do. An operation missing here does not exist. */
export const operations: readonly Operation[] = areas.flatMap((area) => Object.values(area));
