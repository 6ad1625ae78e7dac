import { PassThrough } from "node:stream";
import { exitCodeOf } from "../../src/main/cli/failures/exit-code.ts";
import { failureText } from "../../src/main/cli/failures/failure-text.ts";
import { openProgram } from "../../src/main/cli/program.ts";

export interface ExitResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

interface ShellOptions {
  readonly env: NodeJS.ProcessEnv;
  /** The standard input. */
  readonly input?: string;
  /** Receives the standard error, line by line, as it is written. */
  readonly onError?: (text: string) => void;
}

/** Runs the command line in this process, as it would run in one of its own. */
export async function interchange(
  typed: readonly string[],
  { env, input = "", onError }: ShellOptions,
): Promise<ExitResult> {
  const [out, err] = [sink(), sink(onError)];
  const stdin = new PassThrough();
  stdin.end(input);
  const around = { env, stdin: stdin as unknown as NodeJS.ReadStream, out: out.stream, err: err.stream };
  try {
    await openProgram("1.2.3", around, typed).parseAsync(typed, { from: "user" });
    return { code: 0, out: out.written(), err: err.written() };
  } catch (error) {
    return { code: exitCodeOf(error), out: out.written(), err: err.written() + failureText(error) };
  }
}

function sink(onWrite: (text: string) => void = () => {}) {
  const parts: string[] = [];
  const write = (text: string) => {
    parts.push(text);
    onWrite(text);
    return true;
  };
  return { stream: { write } as unknown as NodeJS.WriteStream, written: () => parts.join("") };
}

interface Line {
  /** The variable to which the output is assigned. */
  readonly variable?: string;
  readonly typed: readonly string[];
  /** The file that is the standard input. */
  readonly from?: string;
  /** The path that `jq -r` extracts. */
  readonly pick?: string;
}

/** Parses the commands in the shell blocks of a document, with the syntax that documents use: quotes, `$NAME`, `<`, `| jq -r`. */
export function linesOf(markdown: string): Line[] {
  const blocks = [...markdown.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text = ""]) => text);
  return blocks.flatMap((text) => text.split("\n").filter((line) => /^(\w+=\$\()?interchange /.test(line))).map(lineOf);
}

function lineOf(line: string): Line {
  const [, variable, inside] = /^(\w+)=\$\((.*)\)$/.exec(line) ?? [];
  const [command = "", pick] = (inside ?? line).split(" | jq -r .");
  const [words = "", from] = command.split(" < ");
  const typed = [...words.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, one, two, three]) => one ?? two ?? three ?? "",
  );
  return {
    typed: typed.slice(1),
    ...(variable !== undefined && { variable }),
    ...(from !== undefined && { from }),
    ...(pick !== undefined && { pick }),
  };
}

/** Extracts a value, like `jq -r .campaign.name`. */
export function pickedOf(path: string, answer: unknown): unknown {
  return path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce<unknown>((inside, name) => (inside as Record<string, unknown> | undefined)?.[name], answer);
}
