import { type Command, Option } from "commander";
import type { Around } from "../around.ts";
import { FORMATS, type Format } from "../output/print.ts";
import type { LoginOptions } from "./log-in.ts";

/** Who one is on this machine, and as whom one speaks. */
export function addProfileCommands(program: Command, around: Around): void {
  program
    .command("logout")
    .summary("forget a profile")
    .description("Forgets a profile, and ends what it was logged in with where that was not an API key.")
    .argument("[profile]", "the one in use unless said")
    .action(async (name?: string) => (await actions()).logOut(name, around));
  const profiles = program
    .command("profiles")
    .summary("list profiles, and choose one")
    .description("Lists whom you are logged in as, never with a key.")
    .addOption(new Option("-o, --output <format>", "how to print it").choices(FORMATS))
    .action(async ({ output }: { readonly output?: Format }) => (await actions()).listProfiles(output, around));
  profiles
    .command("use")
    .summary("speak as another profile from now on")
    .argument("<profile>", "its name")
    .action(async (name: string) => (await actions()).chooseProfile(name, around));
}

/** Loaded when they are needed, so that every other command starts fast. */
const actions = () => import("./manage-profiles.ts");

export function addLogin(program: Command, around: Around): void {
  program
    .command("login")
    .summary("log in, by a code in your browser or with an API key")
    .description(
      "Logs in to a server and keeps the way in as a profile, readable by you alone. Without --with-key a code is shown that you confirm in a browser, on this machine or another (RFC 8628).",
    )
    .option("--server <address>", "where the installation is: https://market.example")
    .option("--profile <name>", "what to keep it as; the one in use unless said")
    .option("--with-key", "read an API key from the standard input instead")
    .option("--scope <scopes>", "what to ask for, e.g. 'buyer:read buyer:write'; what is usual unless said")
    .option("--sandbox [folder]", "the three desks of the marketplace of interchange dev, from its data folder")
    .action(async (options: LoginOptions) => (await import("./log-in.ts")).logIn(options, around));
}
