import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { loadSettings, readSettings, SettingsError } from "./settings.ts";
import { Environment } from "./settings-environment.ts";

function complaintsAbout(variables: Record<string, string>): string[] {
  try {
    readSettings(variables);
  } catch (error) {
    if (error instanceof SettingsError) return error.message.split("\n");
    throw error;
  }
  return [];
}

/** `NAME=value` of every setting in `.env.example`, where each is commented out. */
const example = [...readFileSync(".env.example", "utf8").matchAll(/^#([A-Z0-9_]+)=(.*)$/gm)].map(
  ([, name = "", value = ""]) => [name, value] as const,
);

test(".env.example lists every setting, in order, with the default it has", () => {
  expect(example.map(([name]) => name)).toEqual(Object.keys(Environment.shape));
  expect(readSettings(Object.fromEntries(example))).toEqual(readSettings({}));
});

test(".env.example lists no default that is empty where there is one", () => {
  const empty = example.filter(([, value]) => value === "").map(([name]) => name);
  expect(empty).toEqual([
    "DATABASE_URL",
    "DATABASE_OWNER_URL",
    "DATABASE_REPLICA_URL",
    "METRICS_TOKEN",
    "METRICS_PORT",
    "PUBLIC_URL",
    "SMTP_URL",
    "BLOBS_S3_BUCKET",
    "BLOBS_S3_ENDPOINT",
    "BLOBS_S3_ACCESS_KEY",
    "BLOBS_S3_SECRET_KEY",
    "INTERCHANGE_VAULT_KEY",
    "OPERATOR_EMAIL",
    "SECURITY_CONTACT",
    "BRAND_REGISTRY_URL",
    "INTEREST_WEBHOOK_URL",
    "AUDIT_CHECKPOINTS",
    "OAUTH_REDIRECT_ORIGINS",
    "PROVIDER_HOSTS",
    "OUTBOUND_NETWORKS",
    "LANGUAGE_MODEL_KEY",
    "LANGUAGE_MODEL_URL",
    "INTERCHANGE_EMBEDDINGS_URL",
    "INTERCHANGE_EMBEDDINGS_FOLDER",
    "INTERCHANGE_EMBEDDINGS_KEY",
    "COMMIT_SHA",
  ]);
});

test("a model is at an address or in a folder, and is named after its folder", () => {
  const { embeddings, installation } = readSettings({ INTERCHANGE_EMBEDDINGS_FOLDER: "models/tiny" });
  expect(embeddings).toMatchObject({ folder: resolve("models/tiny"), model: "folder:tiny" });
  expect(installation.embeddingsModel).toBe("folder:tiny");
  const both = { INTERCHANGE_EMBEDDINGS_FOLDER: "models/tiny", INTERCHANGE_EMBEDDINGS_URL: "http://127.0.0.1:9/v1" };
  expect(() => readSettings(both)).toThrow("name two models: set only one");
});

test("every setting of .env.example is explained in the line above it", () => {
  const lines = readFileSync(".env.example", "utf8").split("\n");
  for (const [name] of example) {
    const above = lines[lines.findIndex((line) => line.startsWith(`#${name}=`)) - 1];
    expect(above, name).toMatch(/^# .+\.$/);
  }
});

test("docs/self-hosting.md has every setting, as .env.example explains it", () => {
  const lines = readFileSync(".env.example", "utf8").split("\n");
  const rows = example.map(([name, value]) => {
    const above = lines[lines.findIndex((line) => line.startsWith(`#${name}=`)) - 1] ?? "";
    return `| \`${name}\` | ${value === "" ? "empty" : `\`${value}\``} | ${above.slice(2, -1)} |`;
  });
  const page = readFileSync("docs/self-hosting.md", "utf8").split("\n");
  expect(page.filter((line) => /^\| `[A-Z0-9_]+` \| (`|empty)/.test(line))).toEqual(rows);
});

test("a server without settings is a market on loopback with a database of its own", () => {
  expect(readSettings({})).toMatchObject({
    database: { url: null, prepare: true, poolSize: 10 },
    dataFolder: resolve("data"),
    http: { host: "127.0.0.1", port: 4000, trustProxy: false },
    installation: { publicUrl: "http://127.0.0.1:4000", sandbox: false },
    rateLimits: { perAddress: 100, perOrganisation: 600 },
  });
});

test("a sandbox has wider general limits, unless they are set", () => {
  const { rateLimits } = readSettings({ INTERCHANGE_SANDBOX: "1", RATE_LIMIT_PER_IP: "7" });
  expect(rateLimits).toMatchObject({ perAddress: 7, perOrganisation: 6_000, signUp: 20, signIn: 40 });
});

test("the public URL is one that callers can use, whatever is listened on", () => {
  const publicUrl = (variables: Record<string, string>) => readSettings(variables).installation.publicUrl;
  expect(publicUrl({ HOST: "0.0.0.0", PORT: "80" })).toBe("http://localhost:80");
  expect(publicUrl({ HOST: "::1" })).toBe("http://[::1]:4000");
  expect(publicUrl({ PUBLIC_URL: "https://market.example/" })).toBe("https://market.example");
});

test("every wrong value is reported together, each in a sentence with its actual and expected value", () => {
  expect(complaintsAbout({ PORT: "http", INTERCHANGE_SANDBOX: "yes", DATABASE_POOL_SIZE: "0" })).toEqual([
    'DATABASE_POOL_SIZE is "0": it must be a whole number from 1 to 1000.',
    'PORT is "http": it must be a whole number from 1 to 65535.',
    'INTERCHANGE_SANDBOX is "yes": it must be 0 or 1.',
  ]);
});

test("half of a topology is refused: a pooler without a way around it, or a replica of the embedded database", () => {
  const pooled = { DATABASE_URL: "postgres://a@pooler/b", DATABASE_POOLER: "transaction" };
  expect(complaintsAbout(pooled).join()).toContain("DATABASE_OWNER_URL");
  const owned = { ...pooled, DATABASE_OWNER_URL: "postgres://o@db/b", INTERCHANGE_PROCESSES: "3" };
  expect(readSettings(owned).database.topology).toEqual({
    pooler: "transaction",
    distributed: false,
    replicaUrl: null,
    processes: 3,
  });
  expect(complaintsAbout({ DATABASE_REPLICA_URL: "postgres://a@replica/b" }).join()).toContain("DATABASE_URL");
});

test("an error about a secret does not quote it", () => {
  expect(complaintsAbout({ METRICS_TOKEN: "hunter2" }).join()).toBe(
    "METRICS_TOKEN is not valid: it must be at least 16 characters.",
  );
  expect(complaintsAbout({ DATABASE_URL: "mysql://root:hunter2@db" }).join()).not.toContain("hunter2");
});

test.each([
  "https://market.example/path",
  "ftp://market.example",
  "https://user:secret@market.example",
  "market.example",
])("%s is no public URL", (url) => expect(complaintsAbout({ PUBLIC_URL: url })).toHaveLength(1));

test("proxies are trusted by number or address, never all of them", () => {
  const trust = (text: string) => readSettings({ TRUST_PROXY: text }).http.trustProxy;
  expect(trust("2")).toBe(2);
  expect(trust("10.0.0.0/8, ::1")).toBe("10.0.0.0/8, ::1");
  for (const wrong of ["on", "true", "0", "12", "10.0.0.0/99"])
    expect(complaintsAbout({ TRUST_PROXY: wrong }), wrong).toHaveLength(1);
});

test("a server does not start with half of a bucket's keys, but does without any", () => {
  const bucket = { BLOBS_S3_BUCKET: "creatives" };
  expect(complaintsAbout({ ...bucket, BLOBS_S3_ACCESS_KEY: "AKID" })).toHaveLength(1);
  expect(readSettings(bucket).blobs.s3).toEqual({
    bucket: "creatives",
    region: "us-east-1",
    endpoint: null,
    keys: null,
  });
  expect(readSettings({}).blobs.s3).toBeNull();
});

test("a variable that looks like a setting but is not one is reported", () => {
  expect(readSettings({ INTERCHANGE_SANBOX: "1", HOME: "/root" }).unknown).toEqual(["INTERCHANGE_SANBOX"]);
});

test("settings cannot be changed, however deep", () => {
  expect(() => Object.assign(readSettings({}).http, { port: 1 })).toThrow(TypeError);
});

test("the environment takes precedence over .env, and .env over the default", async () => {
  const folder = await mkdtemp(join(tmpdir(), "interchange-settings-"));
  const { cwd, env } = { cwd: process.cwd(), env: { ...process.env } };
  await writeFile(join(folder, ".env"), "PORT=4001\nHOST=::1\n");
  try {
    process.chdir(folder);
    Object.assign(process.env, { PORT: "4002" });
    expect(loadSettings().http).toMatchObject({ port: 4002, host: "::1" });
  } finally {
    process.chdir(cwd);
    process.env = env;
    await rm(folder, { recursive: true });
  }
});
