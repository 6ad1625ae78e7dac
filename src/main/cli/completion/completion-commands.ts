import { Argument, type Command } from "commander";
import type { CommandEnvironment } from "../command-environment.ts";
import { complete } from "./complete.ts";
import { SCRIPTS, SHELLS, type Shell } from "./scripts.ts";

/** `fill` adds those API commands that the words need, as far as they are available. */
export function addCompletion(
  program: Command,
  { out }: Pick<CommandEnvironment, "out">,
  fill: (words: readonly string[]) => Promise<void>,
): void {
  program
    .command("completion")
    .summary("print the completion script of a shell")
    .description(
      'Prints what makes a shell complete commands and options. bash: eval "$(interchange completion bash)" in ~/.bashrc. zsh: the same with zsh in ~/.zshrc, after compinit. fish: interchange completion fish > ~/.config/fish/completions/interchange.fish',
    )
    .addArgument(new Argument("<shell>", "which").choices(SHELLS))
    .action((shell: Shell) => void out.write(SCRIPTS[shell]));
  program
    .command("__complete", { hidden: true })
    .argument("[words...]")
    .helpOption(false)
    .allowUnknownOption()
    .action(async (words: readonly string[]) => {
      await fill(words);
      for (const { word, about } of complete(program, words)) out.write(`${word}\t${about}\n`);
    });
}
