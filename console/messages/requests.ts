import { byCode, catalogue } from "./catalogue.ts";

/** What an organisation asked lately. */
export const requests = catalogue({
  title: "Requests",
  lead: "What your programs, agents and browsers asked, and for sellers what buyers of other systems asked the storefront. What was said is not kept.",
  at: "At",
  what: "Request",
  operation: "Operation",
  who: "By",
  status: "Status",
  took: "Took",
  ms: (ms: string) => `${ms} ms`,
  id: "Request id",
  outcome: "Outcome",
  all: "All",
  outcomes: byCode({ answered: "Answered", refused: "Refused", failed: "Failed" }),
  emptyTitle: "No request yet",
  emptyText: "A request stands here about a second after it was answered.",
  off: "This installation keeps no requests.",
});
