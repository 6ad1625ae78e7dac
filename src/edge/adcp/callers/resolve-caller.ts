import type { FastifyRequest } from "fastify";
import { type Meeting, type ResolvedAgent, resolveAgent } from "../../../supply/merchandising/index.ts";
import type { Edge } from "../../http/mount.ts";
import { type Guess, guessesOf, meetsAs } from "./guessed-identity.ts";
import { type Identity, identify } from "./identify.ts";
import { meetingsOf } from "./meetings.ts";

/** The caller, and a way to look up the storefront that it calls. */
interface ResolvedCaller {
  readonly identity: Identity;
  /** Undefined if the storefront does not exist for this caller. */
  resolve(): Promise<ResolvedAgent | undefined>;
}

/**
 * Finds the caller of a storefront. If this API key was sent to the storefront before, it only checks whether anything has changed that
 * decides who holds the key and how the storefront treats them; if nothing has, the earlier result is used. Throws the same errors as
 * `identify`.
 */
export async function resolveCaller(request: FastifyRequest, edge: Edge, platformId: string): Promise<ResolvedCaller> {
  const meetings = meetingsOf(edge.host);
  const meeting = meetingIn(request, edge, platformId);
  const known = meeting && meetings.remembered(meeting);
  // Read first, so that whatever is looked up afterwards is at least as new as this version.
  const version = known && (await meetings.versionOf(meeting));
  if (known && version !== undefined && known.version === version) {
    edge.keyring.recordUse(known.identity.viewer);
    return { identity: known.identity, resolve: () => known.resolved.again(request.id) };
  }
  const met = await lookUp(request, edge, { platformId, fresh: known !== undefined });
  return {
    identity: met.identity,
    async resolve() {
      const resolved = await met.resolve();
      if (meeting && resolved) meetings.remember(meeting, { identity: met.identity, resolved, version });
      return resolved;
    },
  };
}

/** Undefined for credentials other than an API key, and if there is a signature, which has to be verified. */
function meetingIn({ headers }: FastifyRequest, { keyring }: Edge, platformId: string): Meeting | undefined {
  const { authorization, "x-scope3-api-key": other } = headers;
  if (headers["signature-input"] !== undefined || headers.signature !== undefined) return undefined;
  const key = authorization === undefined ? other : /^bearer +(\S+)$/i.exec(authorization)?.[1];
  const secretHash = typeof key === "string" ? keyring.hashOf(key) : undefined;
  return secretHash === undefined ? undefined : { secretHash, platformId };
}

interface CallerLookup {
  readonly platformId: string;
  readonly fresh: boolean;
}

/** Identifies the caller while looking up the storefront for whoever sent the same key before. That result is used if the guess was right. */
async function lookUp(
  request: FastifyRequest,
  edge: Edge,
  { platformId, fresh }: CallerLookup,
): Promise<ResolvedCaller> {
  const { headers, id } = request;
  const resolve = ({ viewer, principal }: Guess) => resolveAgent(edge.host, viewer, { platformId, principal }, id);
  const guesses = guessesOf(edge.host);
  const guess = guesses.of(headers);
  const early = guess && resolve(guess);
  // The error reaches whoever awaits the promise; if the guess was wrong, nobody does.
  early?.catch(() => undefined);
  try {
    const identity = await identify(request, edge, { platformId, fresh });
    guesses.note(headers, identity);
    return { identity, resolve: () => (early && meetsAs(guess, identity) ? early : resolve(identity)) };
  } catch (error) {
    guesses.forget(headers);
    throw error;
  }
}
