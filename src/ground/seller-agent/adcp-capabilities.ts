import { z } from "zod";
import { NEWEST_RELEASE, OLDEST_RELEASE, texts } from "./adcp.ts";
import type { Payload } from "./external/wire/connection.ts";
import type { Capabilities } from "./port.ts";
import { fromAdcpTargetingSupport } from "./targeting/adcp-targeting.ts";

const flag = z.boolean().nullish().catch(null);

const AdcpCapabilities = z.looseObject({
  adcp: z
    .looseObject({
      supported_versions: texts,
      idempotency: z.looseObject({ supported: flag, replay_ttl_seconds: z.number().nullish() }).nullish().catch(null),
    })
    .nullish()
    .catch(null),
  supported_protocols: texts,
  account: z.looseObject({ require_operator_auth: flag, supported_billing: texts }).nullish().catch(null),
  creative: z.looseObject({ has_creative_library: flag }).nullish().catch(null),
  media_buy: z
    .looseObject({
      reporting_delivery_methods: texts,
      portfolio: z.looseObject({ publisher_domains: texts, primary_channels: texts }).nullish().catch(null),
    })
    .nullish()
    .catch(null),
});

/** An empty payload means that the seller says nothing about itself. */
export function fromAdcpCapabilities(data: Payload, tools: ReadonlySet<string>): Capabilities {
  const { adcp, supported_protocols, account, creative, media_buy } = AdcpCapabilities.parse(data);
  const ttlSeconds = adcp?.idempotency?.replay_ttl_seconds ?? null;
  return {
    supportedVersions: adcp?.supported_versions ?? [],
    protocols: supported_protocols,
    tools: [...tools],
    channels: media_buy?.portfolio?.primary_channels ?? [],
    publisherDomains: media_buy?.portfolio?.publisher_domains ?? [],
    hasCreativeLibrary: creative?.has_creative_library ?? null,
    requireOperatorAuth: account?.require_operator_auth ?? null,
    supportedBillings: account?.supported_billing ?? [],
    idempotencyTtlSeconds: adcp?.idempotency?.supported === false ? null : ttlSeconds,
    ...(media_buy?.reporting_delivery_methods.includes("webhook") && { reportsByWebhook: true }),
    targeting: fromAdcpTargetingSupport(media_buy),
  };
}

/** The release that every request states. A seller that lists none is older than `supported_versions`, and gets 3.0. */
export function toAdcpVersion(capabilities: Capabilities): { adcp_version: string; adcp_major_version: number } {
  return { adcp_version: speaksNewest(capabilities) ? NEWEST_RELEASE : OLDEST_RELEASE, adcp_major_version: 3 };
}

export function speaksNewest({ supportedVersions }: Capabilities): boolean {
  return supportedVersions.some((version) => version === NEWEST_RELEASE || version.startsWith(`${NEWEST_RELEASE}.`));
}
