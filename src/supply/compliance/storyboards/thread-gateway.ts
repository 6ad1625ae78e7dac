import { createRequire } from "node:module";
import { silentLog } from "../../../ground/kernel/log.ts";
import { OutboundError, openOutbound } from "../../../ground/outbound/index.ts";
import type { AgentUnderTest } from "./examination.ts";
import { BLOCKED_CALL, onSandboxOnly } from "./sandbox-only.ts";

/** The only way out of the thread. */
export interface ThreadGateway {
  /**
   * Why a request to the agent got no answer, including errors of a gateway that did not reach the agent; undefined if
   * all requests got one.
   */
  silence(): string | undefined;
}

const CREDENTIAL_HEADERS = ["authorization", "x-adcp-auth"];

/**
 * Makes `ground/outbound` the only way out of this thread. The SDK's runner has no option for a transport: it calls the
 * global `fetch`, and its probes call the SDK's own undici. Both are replaced, which affects no other thread. Purchases
 * are only passed on with sandbox accounts, and the seller's credential is only sent to its own origin.
 */
export function takeOverNetwork({
  endpointUrl,
  allowLoopback,
  allowedNetworks,
  answerTimeoutMs,
}: AgentUnderTest): ThreadGateway {
  const outbound = openOutbound({
    allowLoopback,
    ...(allowedNetworks && { allowedNetworks }),
    log: silentLog,
    defaults: { timeoutMs: answerTimeoutMs },
  });
  const home = new URL(endpointUrl).origin;
  let silence: string | undefined;
  const send = async (target: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const { url, method, headers, signal, body } = new Request(target, init);
    const said = body ? await new Response(body).text() : undefined;
    const sent = said === undefined ? undefined : onSandboxOnly(said);
    if (said !== undefined && sent === undefined) throw new Error(BLOCKED_CALL);
    const atHome = new URL(url).origin === home;
    if (!atHome) for (const name of CREDENTIAL_HEADERS) headers.delete(name);
    // The agent may close a kept-alive socket just as the next request is sent, which would look as if it did not
    // answer.
    headers.set("connection", "close");
    const request = { method, headers, signal, ...(sent !== undefined && { body: sent }) };
    try {
      const response = await outbound.fetch(url, request);
      if (atHome && isGateways(response)) silence = `a gateway answered ${response.status}`;
      return response;
    } catch (error) {
      if (atHome && isSilence(error)) silence = error.message;
      throw error;
    }
  };
  globalThis.fetch = send;
  const probes = createRequire(import.meta.resolve("@adcp/sdk/testing"))("undici") as { fetch: typeof send };
  probes.fetch = send;
  return { silence: () => silence };
}

function isSilence(error: unknown): error is OutboundError {
  return error instanceof OutboundError && (error.failure === "timeout" || error.failure === "unreachable");
}

function isGateways({ status }: Response): boolean {
  return status >= 502 && status <= 504;
}
