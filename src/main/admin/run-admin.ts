import { Command } from "commander";
import { explain } from "../bootstrap.ts";
import { addAdminCommands } from "./admin-commands.ts";

export async function runAdmin(): Promise<void> {
  const program = new Command("interchange admin")
    .description("Administers an Interchange installation at its database.")
    .showHelpAfterError();
  addAdminCommands(program);
  await program.parseAsync().catch((error: unknown) => {
    console.error(explain(error, "The command failed"));
    process.exitCode = 1;
  });
}
