import { AccessDenied, TermsNotAccepted, WrongSide } from "./errors.ts";
import { type Access, type CustomerKind, may, refuse, type Viewer } from "./viewer.ts";

/** What is asked for, as far as it decides who may ask. */
export interface Asked {
  readonly id: string;
  readonly access: Access;
  /** Whose key may ask. */
  readonly sides: readonly CustomerKind[];
  readonly writes: boolean;
  /** A write that may be done before the terms are accepted. */
  readonly beforeTerms?: true | undefined;
}

/** Throws what keeps this caller from it, whichever protocol it came by. */
export function admit(viewer: Viewer, { id, access, sides, writes, beforeTerms }: Asked): void {
  if (access === "public") return;
  if (!sides.includes(viewer.customerKind)) {
    throw new WrongSide(
      `${id} is for ${sides.join(" and ")} organisations; this key belongs to a ${viewer.customerKind} organisation`,
    );
  }
  if (!may(viewer, access)) throw refuse(viewer, access);
  if (!writes || beforeTerms) return;
  refuseSponsored(viewer);
  if (!viewer.termsAccepted) {
    throw new TermsNotAccepted(
      "your organisation has not accepted the terms of service: POST /api/v2/accept-tos (MCP: accept_tos), then try again",
    );
  }
}

/** Storefront contract G4: a sponsored buyer that is not active reads what it may see, and changes nothing. */
function refuseSponsored({ sponsorshipStatus }: Viewer): void {
  if (sponsorshipStatus === undefined || sponsorshipStatus === "active") return;
  const why = {
    pending: "your sponsor has not approved your account yet",
    suspended: "your sponsor has suspended your account, and what runs, runs on",
  };
  throw new AccessDenied(`${why[sponsorshipStatus]}: for now you can read, and change nothing`, {
    details: { sponsorshipStatus },
  });
}
