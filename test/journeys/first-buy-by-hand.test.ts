import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSandbox } from "../../src/main/sandbox/open-sandbox.ts";
import { openWorld, type World } from "../world.ts";

/** docs/first-buy.md as its reader would follow it: every command in order, and every answer compared with the printed one. */
let world: World;
let key: string;
beforeAll(async () => {
  world = await openWorld();
  key = (await openSandbox(world, { dataFolder: await mkdtemp(join(tmpdir(), "by-hand-")) })).buyer.key;
});
afterAll(() => world.close());

interface Block {
  readonly language: string;
  readonly text: string;
}

async function blocks(): Promise<Block[]> {
  const page = await readFile(join(import.meta.dirname, "../../docs/first-buy.md"), "utf8");
  return [...page.matchAll(/```(sh|json)\n([\s\S]*?)```/g)].map(([, language = "", text = ""]) => ({ language, text }));
}

type Variables = Map<string, string>;

/** Substitution as a shell does it: `$NAME`, within quotes and between two quoted parts. */
const filled = (text: string, variables: Variables) =>
  text.replace(/'?\$(\w+)'?/g, (_, name: string) => variables.get(name) ?? `$${name}`);

/** Does what one line of a shell block says. Returns the answer of `api`, and nothing for any other line. */
async function command(line: string, variables: Variables, last: unknown): Promise<unknown> {
  const [, name, path] = /^(\w+)=\$\(field ([\w.]+)\)/.exec(line) ?? [];
  if (name && path) {
    const value = path.split(".").reduce<unknown>((inside, part) => (inside as Record<string, unknown>)[part], last);
    variables.set(name, String(value));
  }
  const [, asked, rest = ""] = /^api "?([^\s"]+)"?([\s\S]*)$/.exec(line) ?? [];
  if (!asked) return undefined;
  const body = /-d '([\s\S]*)'\s*$/.exec(rest)?.[1];
  const method = body !== undefined || rest.includes("-X POST") ? "POST" : "GET";
  const headers = { authorization: `Bearer ${key}`, ...idempotencyOf(rest) };
  const sent = body === undefined ? undefined : JSON.parse(filled(body, variables));
  const reply = await world.anonymous(method, filled(asked, variables), sent, headers);
  expect([line, reply.error]).toEqual([line, null]);
  return reply.data;
}

function idempotencyOf(rest: string): Record<string, string> {
  const [, given] = /Idempotency-Key: ([\w-]+)/.exec(rest) ?? [];
  return given === undefined ? {} : { "idempotency-key": given };
}

/** A command is one line, plus further lines while a quoted part is open. */
function commandsOf(text: string): string[] {
  return text.split("\n").reduce<string[]>((all, line) => {
    const open = all.at(-1);
    const isOpen = open !== undefined && (open.match(/'/g)?.length ?? 0) % 2 === 1;
    return isOpen ? [...all.slice(0, -1), `${open}\n${line}`] : [...all, line];
  }, []);
}

const NAMES = ["name", "groupName", "productId", "pricingOptionId", "proposalId"] as const;
type Named = Readonly<Partial<Record<(typeof NAMES)[number], string>>>;

const isNamed = (one: unknown): one is Named =>
  typeof one === "object" && one !== null && NAMES.some((name) => name in one);

/** Whether two have the same name, because sellers answer in any order. */
function isAlike(printed: Named, answered: Named): boolean {
  const name = NAMES.find((one) => one in printed);
  return name !== undefined && printed[name] === answered[name];
}

/** Where the printed text names something that the answer lacks, or has with another type. */
function strangers(printed: unknown, answered: unknown, path = "data"): string[] {
  if (Array.isArray(printed)) {
    if (!Array.isArray(answered)) return [`${path} is no list`];
    return printed.flatMap((one, at) => {
      const where = `${path}[${at}]`;
      const same = isNamed(one) ? answered.find((other) => isNamed(other) && isAlike(one, other)) : answered[at];
      return same === undefined ? [`${where} is not there`] : strangers(one, same, where);
    });
  }
  if (typeof printed === "object" && printed !== null) {
    if (typeof answered !== "object" || answered === null) return [`${path} is empty`];
    const had: Readonly<Record<string, unknown>> = { ...answered };
    return Object.entries(printed).flatMap(([name, value]) =>
      name in had ? strangers(value, had[name], `${path}.${name}`) : [`${path}.${name} is not there`],
    );
  }
  if (printed === null || answered === null) return [];
  if (typeof printed !== typeof answered)
    return [`${path} is ${JSON.stringify(answered)}, and not ${JSON.stringify(printed)}`];
  // Words in capitals are statuses, for which readers look.
  const isState = typeof printed === "string" && /^[A-Z_]{4,}$/.test(printed);
  return isState && printed !== answered
    ? [`${path} is ${JSON.stringify(answered)}, and not ${JSON.stringify(printed)}`]
    : [];
}

test("a first buy by hand works as docs/first-buy.md says", async () => {
  const variables: Variables = new Map([
    ["START", new Date(Date.now() + 864e5).toISOString()],
    ["END", new Date(Date.now() + 15 * 864e5).toISOString()],
  ]);
  let answered: unknown;
  const wrong: string[] = [];
  let compared = 0;
  for (const { language, text } of await blocks()) {
    if (language === "sh") {
      for (const line of commandsOf(text)) answered = (await command(line, variables, answered)) ?? answered;
      continue;
    }
    compared += 1;
    wrong.push(...strangers(JSON.parse(text.replace(/, …/g, "")), answered, `answer ${compared}`));
  }
  expect(compared).toBeGreaterThan(12);
  expect(wrong).toEqual([]);
});
