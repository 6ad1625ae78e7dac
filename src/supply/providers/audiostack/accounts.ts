import type { ListedAccount } from "../contract/account.ts";
import { failed, fault, ok } from "../contract/provider-error.ts";
import { organizationRow } from "../kit/listed.ts";
import { at } from "../kit/read.ts";
import { sequence } from "../kit/sequence.ts";
import { readAudiostack } from "./errors.ts";
import { voicesRequest } from "./voices.ts";

/**
 * No call is known that lists what a key opens (adapters §2): the voices answer only to a key that is good, and stand for it. A key is
 * one organisation's, which makes creatives and is never bought under.
 */
export const audiostackAccounts = sequence<null, null, readonly ListedAccount[]>(
  () => [
    {
      request: () => voicesRequest(),
      read(reply) {
        const body = readAudiostack(reply);
        if (!body.ok) return body;
        if (at(body.value, "data") !== undefined) return ok({ known: null });
        return failed(fault("unreadable", "the answer could not be read", { provider: { http: reply.status } }));
      },
    },
  ],
  () => null,
  () => [organizationRow("default", "AudioStack")],
);
