import type { FastifyRequest } from "fastify";
import { type Meeting, type ResolvedAgent, resolveAgent } from "../../../supply/merchandising/index.ts";
import type { Edge } from "../../http/mount.ts";
import { type Guess, guessesOf, meetsAs } from "./guessed-identity.ts";
import { type Identity, identify } from "./identify.ts";
import { meetingsOf } from "./meetings.ts";

/** Who asks, and a look at the storefront that they ask. */
interface Met {
  readonly identity: Identity;
  /** Undefined where there is none for them. */
  resolve(): Promise<ResolvedAgent | undefined>;
}

/**
 * Finds who sends a request to a storefront. Of an API key that was sent there before, it is only asked whether anything has changed that
 * decides who its holder is and how they meet; if nothing has, both are as they were. Throws what `identify` does.
 */
export async function meet(request: FastifyRequest, edge: Edge, platformId: string): Promise<Met> {
  const meetings = meetingsOf(edge.host);
  const meeting = meetingIn(request, edge, platformId);
  const known = meeting && meetings.remembered(meeting);
  // What is looked up afterwards is at least as new as this.
  const version = known && (await meetings.versionOf(meeting));
  if (known && version !== undefined && known.version === version) {
    edge.keyring.noteUse(known.identity.viewer);
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

/** Undefined for what is not an API key, and where a signature tells more. */
function meetingIn({ headers }: FastifyRequest, { keyring }: Edge, platformId: string): Meeting | undefined {
  const { authorization, "x-scope3-api-key": other } = headers;
  if (headers["signature-input"] !== undefined || headers.signature !== undefined) return undefined;
  const key = authorization === undefined ? other : /^bearer +(\S+)$/i.exec(authorization)?.[1];
  const secretHash = typeof key === "string" ? keyring.hashOf(key) : undefined;
  return secretHash === undefined ? undefined : { secretHash, platformId };
}

interface Sought {
  readonly platformId: string;
  readonly fresh: boolean;
}

/** Who asks, together with the storefront as it stands before whoever sent the same before; that is used if it is them. */
async function lookUp(request: FastifyRequest, edge: Edge, { platformId, fresh }: Sought): Promise<Met> {
  const { headers, id } = request;
  const resolve = ({ viewer, principal }: Guess) => resolveAgent(edge.host, viewer, { platformId, principal }, id);
  const guesses = guessesOf(edge.host);
  const guess = guesses.of(headers);
  const early = guess && resolve(guess);
  // Whoever waits for it hears of it; nobody does, if the guess was wrong.
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
