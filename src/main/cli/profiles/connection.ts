import { NotLoggedIn, UsageError } from "../failures/failures.ts";
import { NO_PROFILES, type Profile, type Tokens, withProfile } from "./profile.ts";
import { readProfiles, writeProfiles } from "./profile-file.ts";

/** A command's server and credential; the credential is missing if nobody is logged in. */
interface Connection {
  readonly server: string;
  readonly key: string | undefined;
}

interface ConnectionOptions {
  readonly profile?: string;
  readonly server?: string;
}

const USUAL_SERVER = "http://127.0.0.1:4000";
/** A token that expires within this time is renewed before it is used. */
const MARGIN_MS = 30_000;

interface Credentials {
  readonly server: string;
  /** The key from the environment. */
  readonly key?: string;
  readonly profile?: Profile;
  readonly name: string;
}

/** The credential for the server. An access token that is about to expire is renewed first. */
export async function connectionOf(asked: ConnectionOptions, env: NodeJS.ProcessEnv): Promise<Connection> {
  const { server, key, profile, name } = await wayIn(asked, env);
  return { server, key: key ?? profile?.key ?? (profile && (await accessOf(profile, name, env))) };
}

/** The server, for public requests. */
export async function serverOf(asked: ConnectionOptions, env: NodeJS.ProcessEnv): Promise<string> {
  return (await wayIn(asked, env)).server;
}

/**
 * Arguments take precedence over the environment, and the environment over the profile. A key in the environment is used for the server
 * named there.
 */
async function wayIn(asked: ConnectionOptions, env: NodeJS.ProcessEnv): Promise<Credentials> {
  const given = asked.server ?? env["INTERCHANGE_URL"];
  const key = env["INTERCHANGE_KEY"];
  const server = originOf(given ?? USUAL_SERVER);
  if (key) return { server, key, name: "" };
  const named = asked.profile ?? env["INTERCHANGE_PROFILE"];
  const known = await readProfiles(env);
  const name = named ?? known.current;
  const profile = known.profiles[name];
  if (!profile && named !== undefined) throw new NotLoggedIn(`there is no profile ${named}: interchange profiles`);
  // A server's credential is never sent to another server.
  const isElsewhere = given !== undefined && server !== profile?.server;
  return profile && !isElsewhere ? { server: profile.server, profile, name } : { server, name };
}

export function originOf(server: string): string {
  try {
    return new URL(server).origin;
  } catch {
    throw new UsageError(`${server} is not the URL of a server: https://…`);
  }
}

async function accessOf(profile: Profile, name: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const { tokens } = profile;
  if (!tokens || isFresh(tokens)) return tokens?.access;
  const { renew } = await import("./device-login.ts");
  const renewed = await renew(tokens).catch(async (error: unknown) => {
    // Another command may have renewed the tokens in the meantime, and a refresh token works only once.
    const now = (await readProfiles(env).catch(() => NO_PROFILES)).profiles[name]?.tokens;
    if (now && isFresh(now)) return now;
    throw new NotLoggedIn("your login has expired: interchange login", { cause: error });
  });
  const known = await readProfiles(env);
  const kept = withProfile(known, name, { ...profile, tokens: renewed });
  await writeProfiles(env, { ...kept, current: known.current });
  return renewed.access;
}

function isFresh({ expiresAt }: Tokens): boolean {
  return Date.parse(expiresAt) - Date.now() > MARGIN_MS;
}
