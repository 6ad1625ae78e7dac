import { parseArgs } from "node:util";
import type { Command } from "commander";
import type { CommandEnvironment } from "../command-environment.ts";
import type { Document } from "./document.ts";
import { API_SIDES, type ApiSide } from "./sides.ts";

/** Adds the server's operations, but only if the command line refers to a side of the API, so that nothing else waits for this. */
export async function fillServed(side: Command, typed: readonly string[], around: CommandEnvironment): Promise<void> {
  const name = sideNamed(side.name());
  if (!name) return;
  const { loadDocument } = await import("./load-document.ts");
  const server = await serverMeant(typed, around);
  await fill(side, await loadDocument(name, server, around.env), around);
}

/** The same for completion, which must not make requests. */
export async function fillFromCache(
  program: Command,
  typed: readonly string[],
  around: CommandEnvironment,
): Promise<void> {
  const side = program.commands.find((one) => one.name() === typed[0]);
  const name = sideNamed(typed[0] ?? "");
  if (!side || !name) return;
  const { cachedDocument } = await import("./load-document.ts");
  const server = await serverMeant(typed, around);
  const document = await cachedDocument(name, server, around.env);
  if (document) await fill(side, document, around);
}

async function fill(side: Command, document: Document, around: CommandEnvironment): Promise<void> {
  const [{ addApiCommands }, { commandsOf }] = await Promise.all([
    import("./add-api-commands.ts"),
    import("./api-command.ts"),
  ]);
  addApiCommands(side, commandsOf(side.name(), document), async (command, given) => {
    const { runApiCommand } = await import("./run-api-command.ts");
    await runApiCommand(command, given, around);
  });
}

async function serverMeant(typed: readonly string[], { env }: CommandEnvironment): Promise<string> {
  const { serverOf } = await import("../profiles/connection.ts");
  return serverOf(askedIn(typed), env);
}

function sideNamed(name: string): ApiSide | undefined {
  return API_SIDES.find((side) => side === name);
}

/** The commands depend on the server, so the server is read from the arguments first. */
function askedIn(typed: readonly string[]): { readonly server?: string; readonly profile?: string } {
  const options = { server: { type: "string" }, profile: { type: "string" } } as const;
  const { values } = parseArgs({ args: [...typed], options, strict: false, allowPositionals: true });
  const { server, profile } = values;
  return {
    ...(typeof server === "string" && { server }),
    ...(typeof profile === "string" && { profile }),
  };
}
