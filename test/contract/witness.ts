import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import { check } from "./answer-schemas.ts";

/** An answer, as it was sent. */
export interface Exchange {
  readonly method: string;
  /** Includes the query. */
  readonly url: string;
  readonly status: number;
  readonly body: { readonly error?: { readonly code?: string } | null };
}

const seen = new Set<string>();

/**
 * Observes every request that a test makes. Throws if the answer does not match the OpenAPI document, and records it, so that `unproven.ts`
 * can find outcomes that no test has ever provoked.
 */
export function witness({ method, url, status, body }: Exchange): void {
  const [path = ""] = url.split("?");
  const checked = check(method, path, status, body);
  if (!checked) return;
  const { operation, complaints } = checked;
  // Failures of the server are for the test itself to detect, and the answer 500 contains nothing else.
  if (status >= 500 && status !== 503) return;
  if (complaints.length > 0)
    throw new Error(`${method} ${path} answered ${status}, and not as its document says:\n${complaints.join("\n")}`);
  const outcome = [operation, status, body?.error?.code ?? ""].join(" ");
  if (seen.has(outcome)) return;
  seen.add(outcome);
  appendFileSync(join(inject("witnessFolder"), `${process.pid}.txt`), `${outcome}\n`);
}
