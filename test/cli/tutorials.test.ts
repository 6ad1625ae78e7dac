import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSandbox } from "../../src/main/sandbox/open-sandbox.ts";
import { type Market, openMarket } from "../authorization/market.ts";
import { interchange, linesOf, pickedOf } from "./shell.ts";

const DOCS = join(import.meta.dirname, "../../docs/tutorials");

let market: Market;
let home: string;
beforeAll(async () => {
  [market, home] = await Promise.all([openMarket(), mkdtemp(join(tmpdir(), "tutorials-"))]);
  await openSandbox(market.world, { dataFolder: home });
});
afterAll(() => market.close());

/** A document's campaign must be in the future for its readers, and for this test. */
const inTheFuture = (text: string) => text.replaceAll("2030-", `${new Date().getUTCFullYear() + 1}-`);

/** According to the sentences before them, these commands are run on the installation's machine. */
const AT_THE_MACHINE = ["dev", "admin"];

test.each(["buy", "sell", "run"])(
  "the tutorial of the console %s works as described, on a new marketplace",
  async (desk) => {
    const env = {
      XDG_CONFIG_HOME: join(home, desk),
      XDG_CACHE_HOME: join(home, "cache"),
      INTERCHANGE_DATA: home,
    };
    const lines = linesOf(await readFile(join(DOCS, `${desk}.md`), "utf8"));
    expect(lines.length).toBeGreaterThan(7);
    const variables = new Map<string, string>();
    for (const { typed, variable, pick } of lines) {
      if (AT_THE_MACHINE.includes(typed[0] ?? "")) continue;
      const filled = typed.map((word) =>
        inTheFuture(word.replace(/^\$(\w+)$/, (_, name: string) => variables.get(name) ?? "")),
      );
      const { code, out, err } = await interchange(filled, { env });
      expect([filled.join(" "), code, err]).toEqual([filled.join(" "), 0, expect.any(String)]);
      if (variable === undefined || pick === undefined) continue;
      const value = pickedOf(pick, JSON.parse(out));
      expect([filled.join(" "), typeof value]).toEqual([filled.join(" "), expect.stringMatching(/string|number/)]);
      variables.set(variable, String(value));
    }
  },
);
