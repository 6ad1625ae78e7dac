/** Structured, one line per event. Fields are plain data; secrets are redacted by name as a second line of defence. */
export interface Log {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  /** `info` for a line of a known shape that contains nothing to redact, such as the line that every request writes. */
  line(fields: Readonly<Record<string, string | number | undefined>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

export const silentLog: Log = { info: () => {}, line: () => {}, warn: () => {}, error: () => {} };
