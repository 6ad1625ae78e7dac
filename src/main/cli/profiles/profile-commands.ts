import { type Command, Option } from "commander";
import type { CommandEnvironment } from "../command-environment.ts";
import { FORMATS, type Format } from "../output/print.ts";
import type { LoginOptions } from "./log-in.ts";

/** Commands for the logins on this machine and the organisations for which they act. */
export function addProfileCommands(program: Command, around: CommandEnvironment): void {
  program
    .command("logout")
    .summary("remove a profile")
    .description("Removes a profile, and ends its login unless that was an API key.")
    .argument("[profile]", "by default the current one")
    .action(async (name?: string) => (await actions()).logOut(name, around));
  const profiles = program
    .command("profiles")
    .summary("list profiles, and choose one")
    .description("Lists the profiles that you are logged in with, never with a key.")
    .addOption(new Option("-o, --output <format>", "output format").choices(FORMATS))
    .action(async ({ output }: { readonly output?: Format }) => (await actions()).listProfiles(output, around));
  profiles
    .command("use")
    .summary("switch to another profile")
    .argument("<profile>", "its name")
    .action(async (name: string) => (await actions()).chooseProfile(name, around));
}

/** Loaded when used, so that all other commands start quickly. */
const actions = () => import("./manage-profiles.ts");

export function addLogin(program: Command, around: CommandEnvironment): void {
  program
    .command("login")
    .summary("log in, with a code in your browser or with an API key")
    .description(
      "Logs in to a server and stores the login as a profile that only you can read. Without --with-key, it shows a code that you confirm in a browser, on this machine or another (RFC 8628).",
    )
    .option("--server <address>", "the installation's URL: https://market.example")
    .option("--profile <name>", "the profile's name; by default the current one")
    .option("--with-key", "read an API key from the standard input instead")
    .option("--scope <scopes>", "the scopes to request, e.g. 'buyer:read buyer:write'; by default the usual ones")
    .option("--sandbox [folder]", "the three profiles of interchange dev's marketplace, from its data folder")
    .action(async (options: LoginOptions) => (await import("./log-in.ts")).logIn(options, around));
}
