import { Command } from "commander";
import type { CommandEnvironment } from "./command-environment.ts";
import { fillFromCache, fillServed } from "./commands/fill-side.ts";
import { API_SIDES, type ApiSide } from "./commands/sides.ts";
import { addCompletion } from "./completion/completion-commands.ts";
import { addConform } from "./conform.ts";
import { addLogin, addProfileCommands } from "./profiles/profile-commands.ts";
import { addShortcuts } from "./shortcuts.ts";

const WHOSE: Readonly<Record<ApiSide, string>> = {
  buyer: "what a buyer can do: discover, plan, buy, report",
  storefront: "what a seller can do: sources, rules, approvals, analytics",
  operator: "what the operator can do: review, organisations, dead letters",
};

/** The whole command line. The commands of the API are added when they are needed. */
export function openProgram(version: string, around: CommandEnvironment, typed: readonly string[]): Command {
  const program = new Command("interchange")
    .description("Talks to an Interchange server: every operation of its API, and related tasks.")
    .version(version)
    .helpCommand(false)
    .enablePositionalOptions()
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({ writeOut: (text) => around.out.write(text), writeErr: (text) => around.err.write(text) })
    .addHelpText("after", "\nEvery command has help: interchange buyer campaigns create --help");
  for (const side of API_SIDES) program.command(side).summary(WHOSE[side]).description(DESCRIBED).helpCommand(false);
  addLogin(program, around);
  addProfileCommands(program, around);
  addShortcuts(program, around);
  addConform(program, around);
  addLocal(program);
  addCompletion(program, around, async (words) => {
    await (words.length > 1 && words[0] === "admin" ? fillAdmin(program) : fillFromCache(program, words, around));
  });
  program.hook("preSubcommand", (_, side) => fillServed(side, typed, around));
  return program;
}

const DESCRIBED =
  "Every operation of this API, by its nouns and its verb, as the server describes them. " +
  "Path parameters are given in order, or as options; the body as options, or whole with --data.";

/** Commands that run on the installation's own machine. */
function addLocal(program: Command): void {
  program
    .command("dev")
    .summary("a marketplace for trying things out, with the demo's journey")
    .description(
      "Starts a sandbox marketplace with simulated publishers on this machine, goes through a buyer's journey and keeps running; interchange login --sandbox then has its three profiles.",
    )
    .option("--once", "stop after the journey")
    .action(async ({ once }: { readonly once?: boolean }) => {
      process.argv = [process.argv[0] ?? "", "interchange dev", ...(once ? ["--once"] : [])];
      await import("../demo.ts");
    });
  program
    .command("admin")
    .summary("administer an installation through its database: interchange admin --help")
    .helpOption(false)
    .allowUnknownOption()
    .passThroughOptions()
    .argument("[words...]")
    .action(async (words: readonly string[]) => {
      process.argv = [process.argv[0] ?? "", "interchange admin", ...words];
      await import("../admin.ts");
    });
}

/** Adds the admin commands for completion. Otherwise they are loaded only when one of them runs, because they load the whole server. */
async function fillAdmin(program: Command): Promise<void> {
  const admin = program.commands.find((one) => one.name() === "admin");
  if (admin) (await import("../admin/admin-commands.ts")).addAdminCommands(admin);
}
