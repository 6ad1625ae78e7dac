import { pino } from "pino";
import type { Log } from "../ground/kernel/log.ts";
import type { Settings } from "./settings.ts";

/** Names under which a secret could come, at any of the depths we log at. The vault is the first defence; this is the second. */
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

/** One JSON line an event on standard output; `pretty` for people. */
export function openLog({ level, format }: Settings["log"]): Log {
  const plain = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, ...(format === "pretty" && PRETTY) };
  const lines = format === "pretty" ? pino(plain) : pino(plain, gathered());
  const log = pino({ ...plain, redact: { paths: redact, censor: "[redacted]" } });
  return {
    info: (fields, message) => log.info(fields, message),
    line: (fields, message) => lines.info(fields, message),
    warn: (fields, message) => log.warn(fields, message),
    error: (fields, message) => log.error(fields, message),
  };
}

/** A line for every request is many writes: what comes within a quarter of a second leaves together. */
function gathered() {
  const output = pino.destination({ minLength: 4_096, periodicFlush: 250 });
  process.on("exit", () => output.flushSync());
  return output;
}

const PRETTY = { transport: { target: "pino-pretty", options: { ignore: "pid,hostname", singleLine: true } } };
