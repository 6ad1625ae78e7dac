import { type DestinationStream, type LevelWithSilent, type LoggerOptions, pino } from "pino";
import type { Log } from "../ground/kernel/log.ts";
import { spanFields } from "../ground/tracing/index.ts";
import type { Settings } from "./settings.ts";
import { noTelemetry, type Telemetry } from "./telemetry/telemetry.ts";

/** Names under which a secret could appear, at any depth that we log. The vault is the first line of defence; this is the second. */
const SECRET_NAMES = [
  "authorization",
  "cookie",
  "token",
  "password",
  "secret",
  "privateKey",
  "apiKey",
  "sealed",
  "auth",
];
const redact = SECRET_NAMES.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/** Writes one JSON line per event to standard output; `pretty` is for people. */
export function openLog({ level, format }: Settings["log"], { tracing, takeLine }: Telemetry = noTelemetry): Log {
  const plain: LoggerOptions = { level, base: null, timestamp: timeOfLine() };
  // If there are spans, each line names the span in which it was written.
  if (tracing.isOn) plain.mixin = spanFields;
  const also = (output: DestinationStream) => (takeLine ? both(output, level, takeLine) : output);
  const pretty = format === "pretty" ? pino.transport(PRETTY) : undefined;
  const lines = pino(plain, also(pretty ?? gathered()));
  const redacted = { ...plain, redact: { paths: redact, censor: "[redacted]" } };
  const log = pino(redacted, also(pretty ?? pino.destination({ sync: true })));
  return {
    info: (fields, message) => log.info(fields, message),
    line: (fields, message) => lines.info(fields, message),
    warn: (fields, message) => log.warn(fields, message),
    error: (fields, message) => log.error(fields, message),
  };
}

/** The time as pino writes it, computed once for all lines within a millisecond. */
function timeOfLine(): () => string {
  let at = 0;
  let text = "";
  return () => {
    const now = Date.now();
    if (now !== at) text = `,"time":"${new Date(now).toISOString()}"`;
    at = now;
    return text;
  };
}

/** Writing a line for every request would cost many system calls, so the lines of a quarter of a second are written together. */
function gathered() {
  const output = pino.destination({ minLength: 32_768, maxWrite: 65_536, periodicFlush: 250 });
  process.on("exit", () => output.flushSync());
  return output;
}

const PRETTY = { target: "pino-pretty", options: { ignore: "pid,hostname", singleLine: true } };

function both(output: DestinationStream, level: LevelWithSilent, takeLine: (line: string) => void): DestinationStream {
  return pino.multistream([
    { level, stream: output },
    { level, stream: { write: takeLine } },
  ]);
}
