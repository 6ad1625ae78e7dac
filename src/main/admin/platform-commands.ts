import { Argument, type Command } from "commander";
import { callbackOf, listAdapters, setApplicationOfInstallation } from "../../supply/providers/index.ts";
import type { Started } from "../start.ts";

type RunCommand = (work: (started: Started) => Promise<void>) => Promise<void>;

/** An operator's settings for an advertising platform. The secret is read from the environment, so that it does not appear in a shell history. */
export function addPlatformCommands(program: Command, within: RunCommand): void {
  program
    .command("set-platform-application")
    .description(
      "sets this installation's application at a platform, with the secret in PLATFORM_CLIENT_SECRET, and prints the URL to register there",
    )
    .addArgument(new Argument("<platform>", "which").choices(listAdapters().map(({ describe }) => describe.provider)))
    .requiredOption("--client-id <id>", "as issued by the platform")
    .action((platform: string, { clientId }: { clientId: string }) =>
      within(async ({ database, host }) => {
        const secret = process.env["PLATFORM_CLIENT_SECRET"];
        if (!secret) throw new Error("put the application's secret into PLATFORM_CLIENT_SECRET");
        const { vault, clock, installation } = host;
        await database.writeInstallation((db) =>
          setApplicationOfInstallation(db, vault, { platform, clientId, secret, at: clock.now() }),
        );
        console.log(
          `${platform} is set; register exactly this URL there:\n${callbackOf(installation.publicUrl, platform)}`,
        );
      }),
    );
}
