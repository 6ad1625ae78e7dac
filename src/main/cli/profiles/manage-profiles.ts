import type { CommandEnvironment } from "../command-environment.ts";
import { UsageError } from "../failures/failures.ts";
import { type Format, formatFor, print } from "../output/print.ts";
import { withoutProfile } from "./profile.ts";
import { readProfiles, writeProfiles } from "./profile-file.ts";

/** The output never contains a credential. */
export async function listProfiles(output: Format | undefined, around: CommandEnvironment): Promise<void> {
  const { current, profiles } = await readProfiles(around.env);
  const rows = Object.entries(profiles).map(([name, { server, key }]) => ({
    name,
    server,
    by: key === undefined ? "browser" : "key",
    inUse: name === current,
  }));
  await print(rows, formatFor(output, around), around);
}

export async function chooseProfile(name: string, { env, err }: CommandEnvironment): Promise<void> {
  const known = await readProfiles(env);
  if (!known.profiles[name])
    throw new UsageError(`there is no profile ${name}: interchange profiles lists the existing ones`);
  await writeProfiles(env, { ...known, current: name });
  err.write(`${name} is the current profile\n`);
}

export async function logOut(given: string | undefined, { env, err }: CommandEnvironment): Promise<void> {
  const known = await readProfiles(env);
  const name = given ?? known.current;
  const profile = known.profiles[name];
  if (!profile) throw new UsageError(`there is no profile ${name}: interchange profiles lists the existing ones`);
  await writeProfiles(env, withoutProfile(known, name));
  if (profile.tokens) {
    const { revoke } = await import("./device-login.ts");
    // If the server cannot be reached, the tokens expire by themselves; they are removed from this machine in any case.
    await revoke(profile.tokens).catch(() => undefined);
  }
  const stays = profile.key === undefined ? "" : "; its API key remains valid until it is revoked there";
  err.write(`${name} is removed${stays}\n`);
}
