import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { Ajv } from "ajv";
import type { Payload } from "./call-tool.ts";

/**
 * The response schemas of AdCP 3.1.19 with everything to which they refer, by path, without their prose (Apache-2.0, The Ad Context
 * Protocol). The available SDK only contains those of 3.0.
 */
const FILE = join(import.meta.dirname, "adcp-3.1.19-schemas.json.gz");
const PREFIX = "/schemas/3.1.19/";

/** The path of the schema for each tool's answer. */
const ANSWERS: Readonly<Record<string, string>> = {
  get_adcp_capabilities: "protocol/get-adcp-capabilities-response.json",
  get_products: "media-buy/get-products-response.json",
  list_creative_formats: "media-buy/list-creative-formats-response.json",
  create_media_buy: "media-buy/create-media-buy-response.json",
  update_media_buy: "media-buy/update-media-buy-response.json",
  get_media_buys: "media-buy/get-media-buys-response.json",
  get_media_buy_delivery: "media-buy/get-media-buy-delivery-response.json",
  sync_accounts: "account/sync-accounts-response.json",
  list_accounts: "account/list-accounts-response.json",
  get_task_status: "protocol/get-task-status-response.json",
  tasks_get: "protocol/get-task-status-response.json",
  build_creative: "media-buy/build-creative-response.json",
  list_tasks: "protocol/list-tasks-response.json",
  sync_creatives: "creative/sync-creatives-response.json",
  list_creatives: "creative/list-creatives-response.json",
};

const ENVELOPE = "core/protocol-envelope.json";
const ERROR = "core/error.json";

/**
 * Reads the schemas. The returned function lists what is wrong with a tool's answer; the list is empty if the answer conforms to 3.1. The
 * schemas of tools that read do not include refusals, so these are checked with the envelope's schema, and their errors with the schema for
 * errors.
 */
export function adcpSchemas(): (tool: string, answer: Payload) => readonly string[] {
  const schemas = JSON.parse(gunzipSync(readFileSync(FILE)).toString()) as Record<string, object>;
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  for (const schema of Object.values(schemas)) ajv.addSchema(schema);
  const complaintsBy = (path: string, value: unknown) => {
    const validate = ajv.getSchema(`${PREFIX}${path}`);
    if (!validate) throw new Error(`there is no schema ${path}`);
    void validate(value);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message ?? ""}`);
  };
  return (tool, answer) => {
    if (answer.status === "failed" && answer.errors !== undefined && /^(get|list|tasks)_/.test(tool))
      return [
        complaintsBy(ENVELOPE, answer),
        ...answer.errors.map((error: unknown) => complaintsBy(ERROR, error)),
      ].flat();
    const path = ANSWERS[tool];
    if (!path) throw new Error(`there is no schema for the answer of ${tool}`);
    return complaintsBy(path, answer);
  };
}
