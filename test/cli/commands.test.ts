import { Command } from "commander";
import { expect, test } from "vitest";
import { openApiOf, SIDES } from "../../src/edge/reference/index.ts";
import { operations } from "../../src/main/areas.ts";
import { addApiCommands } from "../../src/main/cli/commands/add-api-commands.ts";
import { type ApiCommand, commandsOf } from "../../src/main/cli/commands/api-command.ts";
import { callOf } from "../../src/main/cli/commands/call.ts";
import type { Document } from "../../src/main/cli/commands/document.ts";
import { COMMON_FLAGS } from "../../src/main/cli/commands/input.ts";
import { complete } from "../../src/main/cli/completion/complete.ts";
import { UsageError } from "../../src/main/cli/failures/failures.ts";

const documentOf = (side: (typeof SIDES)[number]) =>
  openApiOf(side, operations, { publicUrl: "https://market.example" }) as unknown as Document;

const PAGES = ["showOAuthCallback"];

function programOf(side: (typeof SIDES)[number], run: Parameters<typeof addApiCommands>[2] = async () => {}) {
  const program = new Command("interchange").exitOverride().configureOutput({ writeErr: () => {} });
  addApiCommands(program.command(side).helpCommand(false), commandsOf(side, documentOf(side)), run);
  return program;
}

test.each(SIDES)(
  "every operation of the %s document is reached by one command, and by its words alone",
  async (side) => {
    const document = documentOf(side);
    const commands = commandsOf(side, document);
    const documented = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(commands.map(({ id }) => id).toSorted()).toEqual(documented.filter((id) => !PAGES.includes(id)).toSorted());
    const words = commands.map((command) => command.words.join(" "));
    expect(words.filter((one, place) => words.indexOf(one) !== place)).toEqual([]);
    const reached: string[] = [];
    const program = programOf(side, async ({ id }) => void reached.push(id));
    for (const command of commands) await program.parseAsync([side, ...command.words], { from: "user" });
    expect(reached).toEqual(commands.map(({ id }) => id));
  },
);

test.each(SIDES)("no option of a %s command has the same name as another, or as an option of all commands", (side) => {
  for (const { id, inputs } of commandsOf(side, documentOf(side))) {
    const flags = inputs.map(({ flag }) => flag);
    expect([id, new Set([...flags, ...COMMON_FLAGS]).size]).toEqual([id, flags.length + COMMON_FLAGS.length]);
    expect(flags.filter((flag) => !/^[a-z][a-z0-9-]*$/.test(flag) || flag.startsWith("no-"))).toEqual([]);
  }
});

test("commands are named like the API", () => {
  const named = new Map(commandsOf("buyer", documentOf("buyer")).map(({ id, words }) => [id, words.join(" ")]));
  expect(
    ["listCampaigns", "pauseCampaign", "getCreativeManifest", "acceptTos", "listBuyerAuditLogs", "listAuditLogs"].map(
      (id) => named.get(id),
    ),
  ).toEqual([
    "campaigns list",
    "campaigns pause",
    "campaigns creatives get",
    "accept-tos",
    "audit-logs list",
    "audit-logs list-audit-logs",
  ]);
});

/** The request that a command line sends. */
async function sent(line: readonly string[], data?: unknown) {
  let call: unknown;
  const run = async (command: ApiCommand, typed: Parameters<typeof callOf>[1]) => {
    call = callOf(command, typed, data);
  };
  await programOf("buyer", run).parseAsync(["buyer", ...line], { from: "user" });
  return call;
}

test("parameters are options, those of the path also in their order, and plain fields form the body", async () => {
  expect(await sent(["campaigns", "list", "--status", "ACTIVE", "--status", "PAUSED", "--take", "5"])).toEqual({
    path: {},
    query: { status: ["ACTIVE", "PAUSED"], take: 5 },
    body: undefined,
  });
  for (const line of [
    ["cmp_1", "cr_2"],
    ["--campaign-id", "cmp_1", "--creative-id", "cr_2"],
  ])
    expect(await sent(["campaigns", "creatives", "get", ...line])).toMatchObject({
      path: { campaignId: "cmp_1", creativeId: "cr_2" },
    });
  const create = ["advertisers", "create", "--name", "Trailhead"];
  expect(await sent(create)).toMatchObject({ body: { name: "Trailhead" } });
  expect(await sent(create, { name: "Other", brand: "b.example" })).toMatchObject({
    body: { name: "Trailhead", brand: "b.example" },
  });
});

test("a missing value, or one that is not among the choices, is refused before anything is sent", async () => {
  await expect(sent(["campaigns", "pause"])).rejects.toThrow(UsageError);
  await expect(sent(["campaigns", "list", "--status", "SOLD"])).rejects.toThrow(/Allowed choices are DRAFT/);
  await expect(sent(["campaigns", "list", "--take", "many"])).rejects.toThrow(/number/);
  await expect(sent(["campaigns", "list", "--colour", "red"])).rejects.toThrow(/unknown option/);
  await expect(sent(["advertisers", "create", "--name", "A"], [1])).rejects.toThrow(/not an object/);
});

test("a server's document with circular references or unknown shapes still has commands", () => {
  const document: Document = {
    components: { schemas: { Loop: { $ref: "#/components/schemas/Loop" } } },
    paths: {
      "/api/v2/buyer/things": {
        post: {
          operationId: "createThing",
          summary: "Make",
          parameters: [{ $ref: "#/components/parameters/IdempotencyKey" } as object],
          requestBody: {
            content: {
              "application/json": {
                schema: {
                  properties: {
                    loop: { $ref: "#/components/schemas/Loop" },
                    data: { type: "string" },
                    noIndex: { type: "boolean" },
                  },
                },
              },
            },
          },
          responses: {},
        },
      },
    },
  };
  const [command] = commandsOf("buyer", document);
  expect(command?.inputs.map(({ flag }) => flag)).toEqual(["body-data", "body-no-index"]);
});

test("completion knows commands, options and choices", () => {
  const program = programOf("buyer");
  const words = (...typed: string[]) => complete(program, typed).map(({ word }) => word);
  expect(words("buyer", "camp")).toEqual(["campaigns"]);
  expect(words("buyer", "campaigns", "pa")).toEqual(["pause"]);
  expect(words("buyer", "campaigns", "list", "--stat")).toEqual(["--status"]);
  expect(words("buyer", "campaigns", "list", "--status", "A")).toEqual(["ACTIVE", "ARCHIVED", "ALL"]);
  expect(words("buyer", "campaigns", "list", "-o", "")).toEqual(["table", "json", "yaml", "csv"]);
});
