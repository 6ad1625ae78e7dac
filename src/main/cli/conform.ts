import { text } from "node:stream/consumers";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { CommandEnvironment } from "./command-environment.ts";
import { DoesNotHold, NotTested, UsageError } from "./failures/failures.ts";
import { FORMATS, type Format, formatFor, print } from "./output/print.ts";
import { printable } from "./output/printable.ts";

interface ConformOptions {
  readonly protocol: "MCP" | "A2A";
  readonly withToken?: boolean;
  readonly minutes: number;
  readonly output?: Format;
}

/** The meaning of statuses that are neither a pass nor a failure. */
const MEANING: Readonly<Record<string, string>> = {
  silent: "its steps pass, but what it watches for did not occur",
  skip: "none of its steps applies to this agent",
};
const MINUTE_MS = 60_000;
const MOST_MINUTES = 24 * 60;
const ANSWER_MS = 30_000;

export function addConform(program: Command, around: CommandEnvironment): void {
  program
    .command("conform")
    .summary("test an AdCP agent with AdCP's storyboards")
    .description(
      "Tests any AdCP agent as this installation tests its sources: with the storyboards of AdCP's own SDK. Anything written is written only to a sandbox account; on an agent without one, nothing is written. Exits with 11 if a step fails or time does not suffice, and with 10 if the agent cannot be reached.",
    )
    .argument("<address>", "the agent's URL, e.g. https://seller.example/mcp")
    .addOption(new Option("--protocol <protocol>", "the protocol to use").choices(["MCP", "A2A"]).default("MCP"))
    .option("--with-token", "read a bearer token for the agent from the standard input")
    .option("--minutes <minutes>", "after how long no further storyboard is started", minutesOf, 5)
    .addOption(new Option("-o, --output <format>", "output format of the tracks").choices(FORMATS))
    .action((address: string, options: ConformOptions) => conform(address, options, around));
}

async function conform(address: string, options: ConformOptions, around: CommandEnvironment): Promise<void> {
  const { stdin, err } = around;
  const endpointUrl = URL.parse(address)?.href;
  if (endpointUrl === undefined)
    throw new UsageError(`${address} is not a URL: give the agent's, such as https://seller.example/mcp`);
  const [{ examineAgent }, { verdictOf }] = await Promise.all([
    import("../../supply/compliance/storyboards/examine-agent.ts"),
    import("../../supply/compliance/verdict.ts"),
  ]);
  const token = options.withToken ? (await text(stdin)).trim() : "";
  const enoughMs = options.minutes * MINUTE_MS;
  const examinee = {
    endpointUrl,
    protocol: options.protocol,
    auth: token === "" ? ({ type: "none" } as const) : ({ type: "bearer", token } as const),
    allowLoopback: true,
    answerTimeoutMs: ANSWER_MS,
    enoughMs,
  };
  err.write(`testing ${printable(address)} …\n`);
  const began = performance.now();
  const examination = await examineAgent(examinee, enoughMs + MINUTE_MS);
  const verdict = verdictOf(examination, Math.round(performance.now() - began));
  for (const { message } of verdict.observations) err.write(`${printable(message)}\n`);
  const tracks = verdict.tracks.map(({ label, track, status, failureReason }) => ({
    track,
    area: label,
    status,
    reason: failureReason ?? MEANING[status] ?? "",
  }));
  if (verdict.error !== undefined) throw new NotTested(`${verdict.summary}: ${verdict.error}`);
  await print(tracks, formatFor(options.output, around), around);
  if (!verdict.passed) throw new DoesNotHold(verdict.summary);
  err.write(`${verdict.summary}\n`);
}

function minutesOf(text: string): number {
  const minutes = Number(text);
  if (!(minutes > 0 && minutes <= MOST_MINUTES))
    throw new InvalidArgumentError(`It must be a number above 0, at most ${MOST_MINUTES}.`);
  return minutes;
}
