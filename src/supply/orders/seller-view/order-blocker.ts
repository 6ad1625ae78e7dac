import { currentPhase, type SoldOrder } from "./sold-order.ts";

/** Tells an order's seller why the order does not run: whom it is waiting for, and who has to do what. */
export interface OrderBlocker {
  /** Null if it is not waiting for anybody, because its flight has not begun. */
  readonly waitingOn: "buyer" | "storefront" | "source" | null;
  readonly reason: string;
  readonly nextStep: string;
}

interface About {
  readonly source: string;
  readonly buyer: string;
  /** The source's own explanation; null if it gave none. */
  readonly said: string | null;
  readonly orderId: string;
}

const BY_PHASE: Readonly<Record<string, (about: About) => OrderBlocker>> = {
  held: ({ buyer, orderId }) => ({
    waitingOn: "storefront",
    reason: `it waits for your decision`,
    nextStep: `decide on what ${buyer} bought: GET /pending-operations names it, by ${orderId}`,
  }),
  retrying: ({ source, said }) => ({
    waitingOn: "source",
    reason: said ?? `${source} did not answer`,
    nextStep: "nothing: it is sent again automatically, and cannot be bought twice",
  }),
  input_required: ({ source, said }) => ({
    waitingOn: "source",
    reason: said ?? `${source} asks for something`,
    nextStep: `send ${source} what it asks for`,
  }),
  submitted: ({ source, said }) => ({
    waitingOn: "source",
    reason: said ?? `${source} has not decided yet`,
    nextStep: "nothing: it is asked again automatically",
  }),
  creatives_refused: ({ source, buyer, said }) => ({
    waitingOn: "buyer",
    reason: said ?? `${source} refused the creatives`,
    nextStep: `nothing: ${buyer} is notified, and has to change the creative or send another`,
  }),
  pending_creatives: ({ source, buyer, said }) =>
    said === null || said === "creatives"
      ? { waitingOn: "buyer", reason: `${source} waits for creatives`, nextStep: `nothing: ${buyer} has to send them` }
      : { waitingOn: "source", reason: `${source} waits for ${said}`, nextStep: "nothing: it is asked every hour" },
  pending_start: () => ({ waitingOn: null, reason: "its flight has not begun", nextStep: "nothing" }),
  failed: ({ source, said, orderId }) => ({
    waitingOn: "storefront",
    reason: said ?? `${source} never answered, so it may or may not have booked it`,
    nextStep: `ask ${source} whether it holds ${orderId}, and settle it manually`,
  }),
  rejected: ({ source, buyer, said }) => ({
    waitingOn: "buyer",
    reason: said ?? `${source} refused it, and gave no reason`,
    nextStep: `nothing: ${buyer} is told the reason, and can buy again`,
  }),
};

/** Null for an order that is running or has run. */
export function blockerOf(sold: SoldOrder): OrderBlocker | null {
  const { phase, first } = currentPhase(sold);
  const { orderId, buyer } = sold.order;
  const { sourceName, message, errors } = first.leg;
  const said = message ?? errors[0]?.message ?? null;
  return BY_PHASE[phase]?.({ source: sourceName, buyer: buyer.identity.name, said, orderId }) ?? null;
}
