import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";
import type { Area } from "../src/ground/areas/area.ts";
import { areas, steps } from "../src/main/areas.ts";
import { HOME } from "./library-homes.ts";

/** The storeys of ARCHITECTURE.md, lowest first. Imports go down, or stay within their storey. */
const FLOORS = ["ground", "platform", "supply", "demand", "edge", "main"];

/** Within a storey, an area may import the areas before it. The ground's areas may import each other freely. */
const TIERS = tiersOf(areas);

const MOUNTED = /^src\/(?!ground).*\/((buyer|storefront|shared|public|operator)-api|area)\.ts$/;
const ROOT = join(import.meta.dirname, "..");

interface Import {
  readonly from: string;
  readonly to: string;
}

const files = globSync("src/**/*.ts", { cwd: ROOT }).filter(
  (file) => !file.endsWith(".test.ts") && !file.includes("fixture"),
);
const sources = new Map(files.map((file) => [file, readFileSync(join(ROOT, file), "utf8")]));
const imports: Import[] = [...sources].flatMap(([from, text]) =>
  [...text.matchAll(/^\s*(?:import|export)\b[^;]*?from "([^"]+)"|\bimport\("([^"]+)"\)/gm)].map(
    ([, fixed, dynamic]) => {
      const to = fixed ?? dynamic ?? "";
      return { from, to: to.startsWith(".") ? normalize(join(dirname(from), to)) : to };
    },
  ),
);

const floorOf = (file: string) => file.split("/")[1] ?? "";
const areaOf = (file: string) => file.split("/").slice(1, 3).join("/");

function complaint({ from, to }: Import): string | undefined {
  const library = Object.keys(HOME).find((name) => to === name || to.startsWith(`${name}/`));
  if (library) return HOME[library]?.test(from) ? undefined : `${library} has its own home`;
  if (!to.startsWith("src/") || floorOf(from) === "main") return undefined;
  if (FLOORS.indexOf(floorOf(to)) > FLOORS.indexOf(floorOf(from)))
    return `${floorOf(from)} stands below ${floorOf(to)}`;
  if (floorOf(from) === "demand" && floorOf(to) === "supply")
    return "demand reaches supply through the SellerAgent port alone";
  if (areaOf(from) === areaOf(to)) return undefined;
  if (MOUNTED.test(to)) return "operations are mounted by main, never called";
  const tiers = TIERS[floorOf(from)];
  if (!tiers) return undefined;
  if (floorOf(to) === floorOf(from)) {
    const [mine, theirs] = [from, to].map((file) => tiers.indexOf(file.split("/")[2] ?? ""));
    if (mine === -1 || theirs === -1) return "an area that main/areas.ts does not list";
    if ((theirs ?? 0) >= (mine ?? 0)) return "an area looks at those before it, never sideways or up";
  }
  if (TIERS[floorOf(to)] && !to.endsWith("/index.ts")) return "another area is entered by its index.ts";
  return undefined;
}

/** In the order of the list of areas. The edge's areas only mount what others declare, so they are not ordered. */
function tiersOf(listed: readonly Area[]): Readonly<Record<string, readonly string[]>> {
  const named = listed.map(({ name }) => name.split("/") as [string, string]).filter(([floor]) => floor !== "edge");
  const floors = Map.groupBy(named, ([floor]) => floor);
  return Object.fromEntries([...floors].map(([floor, names]) => [floor, names.map(([, area]) => area)]));
}

test("every area is listed, and every one that is listed is there", () => {
  const folders = new Set(files.map(areaOf).filter((area) => /^(platform|supply|demand|edge)\//.test(area)));
  expect(areas.map(({ name }) => name).toSorted()).toEqual([...folders].toSorted());
});

test("every import follows the order of the storeys and areas", () => {
  // A search that finds nothing means that this test is broken, not that the tree is clean.
  expect(imports.length).toBeGreaterThan(400);
  expect(
    imports.flatMap((edge) => (complaint(edge) ? [`${edge.from} -> ${edge.to}: ${complaint(edge)}`] : [])),
  ).toEqual([]);
});

test("SQL is only written in stores", () => {
  const speakers = [...sources]
    .filter(([, text]) => /\.(selectFrom|insertInto|updateTable|deleteFrom)\(|sql`/.test(text))
    .map(([file]) => file);
  expect(speakers.filter((file) => !/\/(\w+-)?store\.ts$|^src\/ground\/db\//.test(file))).toEqual([]);
});

/** The files that begin a transaction, and on whose behalf: see "Who opens a transaction" in ARCHITECTURE.md. */
const OPENERS: Readonly<Record<string, { readonly says: RegExp; readonly where: readonly (string | RegExp)[] }>> = {
  "a request's, a step's and a seller's side": {
    says: /\binTransaction\(/,
    where: [
      // What a server prints when it starts.
      "main/ways-in/print-sign-in-links.ts",
      "main/ways-in/console-links.ts",
      "ground/kernel/perform.ts",
      "ground/kernel/run.ts",
      "ground/kernel/writing/record-refusal.ts",
      "ground/kernel/writing/write.ts",
      "supply/orders/seller-side.ts",
      "supply/modular/agent/modular-agent.ts",
      "supply/providers/agent/shop.ts",
      // A person's decision, which arrives through a page.
      "platform/authorization-server/applications/connect-application.ts",
      // Pages and files, which are not operations.
      "edge/downloads/mount-assets.ts",
      "edge/downloads/mount-downloads.ts",
      "edge/web/join/invitation.ts",
    ],
  },
  "look-ups before it is known who asks, or whom": {
    says: /\bdatabase\s*\.(read|write)(Installation)?\(|\bdatabase\[mode\]/,
    where: [
      /^main\//,
      "ground/kernel/perform.ts",
      "platform/api-keys/authenticate.ts",
      // Requests that were answered in the meantime, of any organisation, which are written in one statement.
      "platform/request-log/open-request-log.ts",
      "supply/join-links/funnel/open-view-counts.ts",
      "platform/sign-in/sessions/open-sessions.ts",
      /^platform\/authorization-server\//,
      "platform/customers/viewers-of-customers.ts",
      "supply/merchandising/resolve-agent.ts",
      "supply/merchandising/open-sellers.ts",
      "supply/merchandising/search-for-given.ts",
      "supply/merchandising/linked/linked-storefront.ts",
      "edge/adagents/mount-adagents.ts",
      // Counts over all tenants, for monitoring the installation.
      "edge/http/gauges.ts",
      "edge/adcp/callers/identify.ts",
      "edge/adcp/callers/meetings.ts",
      "edge/adcp/callers/signer-of.ts",
      "edge/adcp/words/account.ts",
    ],
  },
  "what a storefront's agent does between the calls of its sources": {
    says: /\b(side|tenant)\s*\.(read|write)\(/,
    where: [
      "ground/kernel/tools/run-tool.ts",
      /^supply\/(orders|creatives|callers|merchandising)\//,
      "edge/adcp/controller/tasks.ts",
    ],
  },
};

test.each(Object.entries(OPENERS))("no other file begins a transaction for %s", (_, { says, where }) => {
  const openers = [...sources].filter(([, text]) => says.test(text)).map(([file]) => file.replace("src/", ""));
  const isListed = (file: string) => where.some((one) => (typeof one === "string" ? one === file : one.test(file)));
  expect(openers.filter((file) => !isListed(file))).toEqual([]);
  expect(where.filter((one) => typeof one === "string" && !openers.includes(one))).toEqual([]);
});

/** The lease on a request's idempotency key, which is not a call to another system: decision 29. */
const LEASES_OF_ITS_OWN = /^src\/ground\/(dispatch|idempotency)\//;

test("only dispatches make leases: areas store them as given, and neither take nor prolong any", () => {
  const kept = [...sources].filter(([file]) => !LEASES_OF_ITS_OWN.test(file) && !file.includes(".gen."));
  expect(kept.filter(([, text]) => /lease_until/.test(text)).length).toBeGreaterThan(8);
  const speakers = kept.filter(([file, text]) => /lease_until/.test(text) && !file.endsWith("/store.ts"));
  expect(speakers.map(([file]) => file)).toEqual([]);
  const taken = kept.flatMap(([file, text]) =>
    [
      ...text.matchAll(
        /\b(?:lease_until|leaseUntil): (?!null|row\.lease_until|_\b|leaseUntil\b|\w+\.leaseUntil|Date)[^\n]*/g,
      ),
    ].map(([line]) => `${file}: ${line}`),
  );
  expect(taken).toEqual([]);
  const reckoned = kept.filter(([, text]) => /\bleaseUntil = (?!row)/.test(text)).map(([file]) => file);
  expect(reckoned).toEqual([]);
});

test("only dispatches store leases", () => {
  const { length: dispatches } = [...sources.values()].filter((text) => /= dispatch\(\{/.test(text));
  const tables = sources.get("src/ground/db/tables.gen.ts") ?? "";
  const leasing = tables.split("export interface ").filter((table) => /^\s+lease_until: /m.test(table));
  // The keys of requests have a lease as well.
  expect(leasing.length).toBe(dispatches + 1);
});

/** Except for mail (decision 14) and blobs, which go to the servers that the operator names: see HOME. */
test("there is only one access to the network", () => {
  const call =
    /(await|return|=>|=) (globalThis\.)?fetch\(|^import (?!type)[^;]*from "node:(http|https|net|tls|dgram)"/m;
  const callers = [...sources].filter(([, text]) => call.test(text)).map(([file]) => file);
  const allowed =
    /^src\/(ground\/outbound\/|main\/(cli\/commands\/|demo\/|sandbox\/(providers|platforms)\/|serve\.ts$)|edge\/http\/credentials\.ts$|ground\/db\/(embedded|connection\/sparing-socket\.ts$))/;
  expect(callers.filter((file) => !allowed.test(file))).toEqual([]);
});

/** Code that enqueues a job for an area that it may not import uses the reference with which the step is declared. */
test("a step's name is written only once, so that no caller has a copy of its contract", () => {
  const written = [...sources.values()].flatMap((text) =>
    [...text.matchAll(/\bname: "([\w.-]+)"/g)].map(([, name]) => name),
  );
  const times = Map.groupBy(written, (name) => name);
  expect(steps.length).toBeGreaterThan(30);
  expect(
    steps.flatMap(({ name }) => (times.get(name)?.length === 1 ? [] : [`${name}: ${times.get(name)?.length ?? 0}`])),
  ).toEqual([]);
  const enqueued = [...sources].filter(([, text]) => /\b(enqueue|perform)\(\s*\{/.test(text)).map(([file]) => file);
  expect(enqueued).toEqual([]);
});

/** Counts an area's own index and those of the folders in it alike. */
test("an index exports at most twenty names", () => {
  const faces = [...sources].filter(([file]) => file.endsWith("/index.ts"));
  const crowded = faces
    .filter(([, text]) => (text.match(/[\w$]+(?=\s*[,}])/g) ?? []).length > 20)
    .map(([file]) => file);
  expect(crowded).toEqual([]);
  expect(faces.filter(([, text]) => /export \* from/.test(text)).map(([file]) => file)).toEqual([]);
});

test("no file and no folder is too large to read", () => {
  expect(
    [...sources]
      .filter(([file, text]) => text.split("\n").length > 300 && !file.includes(".gen."))
      .map(([file]) => file),
  ).toEqual([]);
  const folders = Map.groupBy(files, dirname);
  expect([...folders].filter(([, inside]) => inside.length > 20).map(([folder]) => folder)).toEqual([]);
});

test("no file has a name that says nothing", () => {
  expect(files.filter((file) => /(^|\/)(utils?|helpers?|manager|common|misc|types)(\.ts|\/)/.test(file))).toEqual([]);
});

/** Words of a former private vocabulary; the field has a usual term for each (docs/glossary.md). */
const RETIRED = [
  /^(asides?|Asides|door|Door|visit|Visit|wish(es)?|Wish(es)?|together|gather|told|toldOf|Told|heard|Heard|claimTurn)$/,
  /[Kk]nock|openDoor|[Ee]rrand|[Dd]oorstep|[Uu]ntold|comes?Back|[Ll]ookAfter|settleIn$|turnCampaign/,
  /^[Vv]isitOf$|[a-z]Wish|[a-z]Aside|[a-z]Told\b|[Ww]ishOf/,
  /\b(knock|errand|doorstep|untold|come-back|look-after|settle-in|turn-campaign)\b/,
];

test("names are those that the field uses", () => {
  const declared = [...sources].flatMap(([file, text]) =>
    [...text.matchAll(/\b(?:const|let|function|class|interface|type) (\w+)/g)].map(([, name = ""]) => ({ file, name })),
  );
  expect(declared.length).toBeGreaterThan(2_000);
  const named = [...declared, ...files.map((file) => ({ file, name: basename(file, ".ts") }))];
  expect(named.filter(({ name }) => RETIRED.some((word) => word.test(name)))).toEqual([]);
});

const PROSE = globSync(["docs/**/*.md", "*.md", "bench/**/*.md", "packages/*/*.md", "test/**/*.{ts,md}"], {
  cwd: ROOT,
}).map((file) => [file, readFileSync(join(ROOT, file), "utf8")] as const);

test("no comment, test name or document uses them again", () => {
  const said = /\b(knock(s|ed|ing)?|errands?|doorsteps?|untold|wish(es)?|done aside)\b/i;
  const codeNames =
    /\ban? `question`|`(asides?|errand|openDoor|comesBack|visit|visitOf|door|told|heard|together|gather|turn-campaign|look-after[\w-]*|settle-in|leave)(\(\w*\))?`/i;
  const read = [...sources, ...PROSE].filter(([file]) => file !== "test/architecture.test.ts");
  expect(read.length).toBeGreaterThan(1_500);
  const left = read.flatMap(([file, text]) =>
    text.split("\n").flatMap((line, at) => {
      const falls = said.test(line) || (file.endsWith(".md") && codeNames.test(line));
      return falls ? [`${file}:${at + 1} ${line.trim()}`] : [];
    }),
  );
  expect(left).toEqual([]);
});

/** Documents that name files which do not exist, and why: the bad examples of a style guide, and files that an installation creates. */
const NAMED_ALL_THE_SAME = new Set(["campaign-helpers.ts", "utils.ts", "order-manager.ts", "discovery-service.ts"]);

test("every file that a document names exists", () => {
  const all = globSync(["{src,test,bench,docs,console,bin,packages}/**/*", "*.md"], {
    cwd: ROOT,
    exclude: (name) => name === "node_modules",
  }).map((file) => `/${file}`);
  const isThere = (name: string) => all.some((file) => file.endsWith(`/${name}`) || file.endsWith(`/${name}.ts`));
  const named = PROSE.filter(([file]) => /^(docs\/(?!api)|[A-Z]+\.md)/.test(file) && file !== "CHANGELOG.md").flatMap(
    ([file, text]) =>
      [
        ...text.matchAll(
          /`((?:src|test|bench|docs|console|ground|platform|supply|demand|edge|main|kernel|db|dispatch)\/[\w./-]+)`/g,
        ),
        ...text.matchAll(/`([a-z][\w-]*\.(?:test\.)?tsx?)`/g),
      ].map(([, name = ""]) => ({ file, name: name.replace(/\/$/, "") })),
  );
  expect(named.length).toBeGreaterThan(200);
  expect(named.filter(({ name }) => !isThere(name) && !NAMED_ALL_THE_SAME.has(name))).toEqual([]);
});

test("no two files import each other, directly or indirectly, not even for a type", () => {
  const imported = Map.groupBy(imports, ({ from }) => from);
  const done = new Set<string>();
  const cycles: string[] = [];
  const follow = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(" -> "));
    if (done.has(file) || path.includes(file)) return;
    for (const { to } of imported.get(file) ?? []) follow(to, [...path, file]);
    done.add(file);
  };
  for (const file of files) follow(file, []);
  expect(cycles).toEqual([]);
});
