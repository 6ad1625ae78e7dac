import { appendFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { inject } from "vitest";
import { PoolClient } from "../../src/ground/db/connection/index.ts";
import { shapesIn } from "./shapes.ts";

type Query = (this: pg.Client, ...asked: unknown[]) => unknown;

const seen = new Set<string>();

/** Observes every statement that the application sends in this process, and records those that a distributed database would refuse. */
export function witnessStatements(): void {
  const ask = pg.Client.prototype.query as unknown as Query;
  const witnessing: Query = function (...asked) {
    const [first] = asked;
    const text = typeof first === "string" ? first : (first as { readonly text?: string }).text;
    if (text !== undefined && this instanceof PoolClient) note(text);
    return ask.apply(this, asked);
  };
  pg.Client.prototype.query = witnessing as unknown as typeof pg.Client.prototype.query;
}

function note(text: string): void {
  if (seen.has(text)) return;
  seen.add(text);
  for (const shape of shapesIn(text))
    appendFileSync(
      join(inject("shapesFolder"), `${process.pid}.txt`),
      `${shape}: ${text.trim().replaceAll(/\s+/g, " ")}\n`,
    );
}
