import { lifecycle, type Transitions } from "../../../ground/kernel/lifecycle.ts";

type BookingStatus = "HELD" | "BOOKED" | "RELEASED" | "CANCELLED";

/** RELEASED and CANCELLED are final: reserving again makes a new booking (L4). */
const BOOKING_STATUS: Transitions<BookingStatus, "book" | "release"> = {
  book: { HELD: "BOOKED" },
  release: { HELD: "RELEASED", BOOKED: "CANCELLED" },
};

export const bookingLife = lifecycle({
  noun: "booking",
  states: {
    HELD: "it reserves impressions of its avail until the hold expires",
    BOOKED: "its impressions are sold",
    RELEASED: "its hold ended, and its impressions are free again",
    CANCELLED: "it was sold and then released",
  },
  starts: ["HELD"],
  transitions: BOOKING_STATUS,
});

/** The impressions of an avail that were taken for one package of one media buy. */
export interface Booking {
  readonly bookingId: string;
  readonly inventorySourceId: number;
  readonly availId: string;
  readonly mediaBuyId: string;
  readonly packageId: string | null;
  /** Null for a buyer on another system. */
  readonly buyerCustomerId: number | null;
  readonly requestedImpressions: number;
  readonly status: BookingStatus;
  /** Whether people or an upstream system are working on it, so that the hold does not expire (L6). */
  readonly handedOff: boolean;
  readonly expiresAt: Date;
  readonly releaseReason: ReleaseReason | null;
  /** The end of the time for which it was booked. */
  readonly runsUntil: Date;
  readonly campaignName: string | null;
  readonly advertiserName: string | null;
  readonly revision: number;
  readonly upstreamOrderId: string | null;
  readonly upstreamStatus: string | null;
  readonly creativeRef: string | null;
  readonly trafficRef: string | null;
  readonly reportedImpressions: number | null;
}

export type ReleaseReason = "REQUESTED" | "EXPIRED" | "RATE_REFUSED";

export function isLive({ status }: Pick<Booking, "status">): boolean {
  return status === "HELD" || status === "BOOKED";
}

/** Identifies a booking if no id is given: at most one live booking has this key (L3). */
export interface BookingKey {
  readonly mediaBuyId: string;
  readonly packageId: string | null;
  readonly buyerCustomerId: number | null;
  readonly availId: string;
}

export interface Claim extends BookingKey {
  readonly bookingId: string;
  readonly requestedImpressions: number;
  readonly expiresAt: Date;
  /** Null for the avail's own end. */
  readonly runsUntil: Date | null;
  readonly campaignName: string | null;
  readonly advertiserName: string | null;
}

/** In minutes. */
export const DEFAULT_HOLD = 1_440;
export const LONGEST_HOLD = 43_200;
