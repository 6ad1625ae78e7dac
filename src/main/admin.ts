import { Command } from "commander";
import { addAdminCommands } from "./admin/admin-commands.ts";
import { explain } from "./bootstrap.ts";

/** `interchange admin <command>`, or `npm run admin -- <command>`. */
const program = new Command("interchange admin")
  .description("Administers an Interchange installation at its database.")
  .showHelpAfterError();
addAdminCommands(program);

await program.parseAsync().catch((error: unknown) => {
  console.error(explain(error, "The command failed"));
  process.exitCode = 1;
});
