import { hash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { BoundedMap } from "../../../ground/caches/index.ts";
import type { Host } from "../../../ground/kernel/host.ts";
import type { Identity } from "./identify.ts";

/** The parts of an identity that decide how a storefront treats the caller. */
export type Guess = Pick<Identity, "viewer" | "principal">;

interface IdentityGuesses {
  /** The caller that sent this key before; undefined for a new key. */
  of(headers: IncomingHttpHeaders): Guess | undefined;
  note(headers: IncomingHttpHeaders, identity: Identity): void;
  forget(headers: IncomingHttpHeaders): void;
}

const MOST = 2_000;
const KNOWN = new WeakMap<Host, BoundedMap<string, Guess>>();

/**
 * Guesses who is sending a request, so that the storefront can be looked up at the same time as the key rather than afterwards. A guess
 * decides nothing: the key is always looked up, and a storefront that was looked up for the wrong caller is discarded.
 */
export function guessesOf(host: Host): IdentityGuesses {
  const known = KNOWN.get(host) ?? new BoundedMap<string, Guess>(MOST);
  KNOWN.set(host, known);
  return {
    of: (headers) => {
      const name = nameOf(headers);
      return name === undefined ? undefined : known.get(name);
    },
    forget(headers) {
      const name = nameOf(headers);
      if (name !== undefined) known.delete(name);
    },
    note(headers, { viewer, principal }) {
      const name = nameOf(headers);
      if (name !== undefined) known.set(name, { viewer, principal });
    },
  };
}

/** Whether the storefront that was looked up for one is also valid for the other. */
export function meetsAs(guess: Guess, { viewer, principal }: Guess): boolean {
  return principal === guess.principal && sightOf(viewer) === sightOf(guess.viewer);
}

function sightOf({ customerId, customerKind, storefrontId, sponsorshipStatus }: Guess["viewer"]): string {
  return JSON.stringify([customerId, customerKind, storefrontId, sponsorshipStatus]);
}

/** Hashed, so that no key is stored as it was sent. */
function nameOf({ authorization, "x-scope3-api-key": other }: IncomingHttpHeaders): string | undefined {
  const sent = authorization ?? other;
  return typeof sent === "string" ? hash("sha256", sent, "base64url") : undefined;
}
