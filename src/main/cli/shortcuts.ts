import { type Command, Option } from "commander";
import type { CommandEnvironment } from "./command-environment.ts";
import { DoesNotHold } from "./failures/failures.ts";
import { FORMATS, type Format, formatFor, print } from "./output/print.ts";

interface ShortcutOptions {
  readonly output?: Format;
  readonly profile?: string;
  readonly server?: string;
}

/** Operations that are used so often, or are so important, that they get a command of their own. */
export function addShortcuts(program: Command, around: CommandEnvironment): void {
  const replay = program
    .command("replay")
    .summary("replay an intelligence run, and compare")
    .description(
      "Replays an intelligence run of your storefront from what its sources answered at the time, with the product rules of its version: storefront intelligence-runs replay. Exits with 11 if the result differs.",
    )
    .argument("<runId>", "the run: interchange storefront intelligence-runs list");
  withOptions(replay).action(async (id: string, options: ShortcutOptions) => {
    const command = { method: "post", path: "/api/v2/storefront/intelligence-runs/{id}/replay" };
    const answer = (await ask(command, { id }, options, around)) as { readonly same?: boolean };
    if (answer.same === false) throw new DoesNotHold("the result of the run differs");
  });
  const audit = program.command("audit").summary("check your audit log").description("Checks of your audit log.");
  const verify = audit
    .command("verify")
    .summary("check that nobody has changed your organisation's audit log")
    .description(
      "Verifies your organisation's audit log to its end. Exits with 11 if it is not intact. The operator checks every log on the server, with its checkpoints: interchange admin audit verify.",
    );
  withOptions(verify).action(async (options: ShortcutOptions) => {
    const command = { method: "get", path: "/api/v2/audit-logs/verify" };
    const answer = (await ask(command, {}, options, around)) as { readonly intact?: boolean };
    if (answer.intact !== true) throw new DoesNotHold("the audit log is not intact");
  });
}

async function ask(
  command: { readonly method: string; readonly path: string },
  path: Readonly<Record<string, string>>,
  options: ShortcutOptions,
  around: CommandEnvironment,
): Promise<unknown> {
  const { answerOf } = await import("./commands/run-api-command.ts");
  const answer = await answerOf(command, { path, query: {}, body: undefined }, options, around);
  await print(answer, formatFor(options.output, around), around);
  return answer;
}

function withOptions(command: Command): Command {
  return command
    .addOption(new Option("-o, --output <format>", "output format of the answer").choices(FORMATS))
    .option("--profile <name>", "the profile to use")
    .option("--server <address>", "the server to use");
}
