import { PassThrough } from "node:stream";
import { exitCodeOf } from "../../src/main/cli/failures/exit-code.ts";
import { failureText } from "../../src/main/cli/failures/failure-text.ts";
import { openProgram } from "../../src/main/cli/program.ts";

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  /** The standard input. */
  readonly input?: string;
  /** Receives each line of the standard error as it is written. */
  readonly onError?: (text: string) => void;
}

/** The command line as its own process would be, within this one. */
export async function interchange(
  typed: readonly string[],
  { env, input = "", onError }: Surroundings,
): Promise<Ended> {
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
  /** The variable that takes what is answered. */
  readonly variable?: string;
  readonly typed: readonly string[];
  /** The file on the standard input. */
  readonly from?: string;
  /** What `jq -r` picks out. */
  readonly pick?: string;
}

/** The commands in the shell blocks of a document, taken apart as far as documents go: quotes, `$NAME`, `<`, `| jq -r`. */
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

/** As `jq -r .campaign.name` does. */
export function pickedOf(path: string, answer: unknown): unknown {
  return path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce<unknown>((inside, name) => (inside as Record<string, unknown> | undefined)?.[name], answer);
}
