import { byCode, catalogue } from "./catalogue.ts";

/** What an organisation asked lately. */
export const requests = catalogue({
  title: "Requests",
  lead: "Requests from your programs, agents and browsers and, for sellers, from buyers on other systems. Their content is not kept.",
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
  emptyTitle: "No requests yet",
  emptyText: "A request appears here about a second after it is answered.",
  off: "This installation keeps no requests.",
});
