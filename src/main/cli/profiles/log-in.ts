import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { dataOf, openClient } from "#client";
import type { CommandEnvironment } from "../command-environment.ts";
import { UsageError } from "../failures/failures.ts";
import { printable } from "../output/printable.ts";
import { originOf } from "./connection.ts";
import { logInByDevice } from "./device-login.ts";
import { type Profile, withProfile } from "./profile.ts";
import { readProfiles, writeProfiles } from "./profile-file.ts";

export interface LoginOptions {
  readonly server?: string;
  readonly profile?: string;
  readonly withKey?: boolean;
  readonly scope?: string;
  readonly sandbox?: string | true;
}

/** Asks the server who the user is, and stores the credential. */
export async function logIn(options: LoginOptions, around: CommandEnvironment): Promise<void> {
  if (options.sandbox !== undefined) return logInToSandbox(options.sandbox, around);
  const { env, err } = around;
  const known = await readProfiles(env);
  const name = options.profile ?? known.current;
  const server = originOf(options.server ?? env["INTERCHANGE_URL"] ?? known.profiles[name]?.server ?? USUAL_SERVER);
  const profile = options.withKey
    ? { server, key: await readKey(around) }
    : { server, tokens: await logInByDevice(server, options.scope, showCode(err)) };
  err.write(`${await currentUser(profile)}\n`);
  await writeProfiles(env, withProfile(await readProfiles(env), name, profile));
  err.write(`logged in to ${server} as profile ${name}\n`);
}

const USUAL_SERVER = "http://127.0.0.1:4000";

const showCode =
  (err: NodeJS.WriteStream) =>
  ({ userCode, address }: { readonly userCode: string; readonly address: string }) =>
    void err.write(`Open ${printable(address)}\nand confirm the code ${printable(userCode)}\nWaiting …\n`);

/** A credential that does not work is not stored. */
async function currentUser({ server, key, tokens }: Profile): Promise<string> {
  const bearer = key ?? tokens?.access;
  const { buyer } = openClient({ baseUrl: server, ...(bearer !== undefined && { key: bearer }) });
  const { person, organisationId, memberships } = await dataOf(buyer.GET("/api/v2/me"));
  const own = memberships.find((one) => one.organisationId === organisationId);
  return printable(`you are ${person.email ?? person.name ?? "known"}${own ? ` of ${own.company}` : ""}`);
}

/** Read from a pipe, or typed without echo, because an argument would end up in the shell's history. */
async function readKey({ stdin, err }: CommandEnvironment): Promise<string> {
  const key = (stdin.isTTY ? await ask(stdin, err) : await text(stdin)).trim();
  if (key === "") throw new UsageError("no key was given: interchange login --with-key < key.txt");
  return key;
}

async function ask(stdin: NodeJS.ReadStream, err: NodeJS.WriteStream): Promise<string> {
  err.write("API key: ");
  const muted = new Writable({ write: (_chunk, _encoding, done) => done() });
  const prompt = createInterface({ input: stdin, output: muted, terminal: true });
  try {
    return await prompt.question("");
  } finally {
    prompt.close();
    err.write("\n");
  }
}

/** Creates a profile for each of the three consoles of the marketplace that `interchange dev` opens. */
async function logInToSandbox(given: string | true, { env, err }: CommandEnvironment): Promise<void> {
  const { readSandboxFile } = await import("../../sandbox/sandbox-file.ts");
  const folder = given === true ? (env["INTERCHANGE_DATA"] ?? "data") : given;
  const sandbox = await readSandboxFile(folder);
  if (!sandbox) throw new UsageError(`there is no sandbox in ${folder}: interchange dev creates one`);
  const { baseUrl: server, operator, seller, buyer } = sandbox;
  const desks = { operator, seller, buyer };
  const profiles = Object.entries(desks).reduce(
    (all, [name, { key }]) => withProfile(all, name, { server, key }),
    await readProfiles(env),
  );
  await writeProfiles(env, profiles);
  err.write(`logged in to ${server} as the profiles operator, seller and buyer; buyer is the current one\n`);
}
