import { z } from "zod";
import { readEach, texts } from "../adcp.ts";
import type { AllowedAction, CreativePolicy, MeasuredBy, ProductTerms } from "./product-terms.ts";

const Written = z.record(z.string(), z.unknown());
const flag = z.boolean().catch(false);

const AdcpAllowedAction = z.looseObject({
  action: z.string(),
  modes: z.array(z.string()).min(1),
  allowed_statuses: texts,
  sla: Written.optional().catch(undefined),
  terms_ref: z.string().optional().catch(undefined),
});

const AdcpVerifier = z.looseObject({ agent_url: z.string(), feature_id: z.string().nullish().catch(null) });
const AdcpRequirements = z
  .looseObject({ require_digital_source_type: flag, require_disclosure_metadata: flag })
  .optional()
  .catch(undefined);

const AdcpCreativePolicy = z.looseObject({
  provenance_required: flag,
  provenance_requirements: AdcpRequirements,
  accepted_verifiers: z.array(z.unknown()).catch([]),
});

const AdcpVendor = z.looseObject({ domain: z.string(), brand_id: z.string().optional() });
const AdcpVendorMetric = z.looseObject({ vendor: AdcpVendor, metric_id: z.string() });
const AdcpWindow = z.looseObject({ window_id: z.string() });
const AdcpReporting = z.looseObject({
  vendor_metrics: z.array(z.unknown()).catch([]),
  measurement_windows: z.array(z.unknown()).catch([]),
});

const AdcpSignal = z.looseObject({
  name: z.string().catch(""),
  default_selected: flag,
  pricing_options: z.array(z.looseObject({ currency: z.string() })).catch([]),
});

const AdcpTerms = z.looseObject({
  allowed_actions: z.array(z.unknown()).optional().catch(undefined),
  creative_policy: AdcpCreativePolicy.optional().catch(undefined),
  reporting_capabilities: AdcpReporting.optional().catch(undefined),
  metric_optimization: z.looseObject({ supported_metrics: texts }).optional().catch(undefined),
  signal_targeting_allowed: flag,
  signal_targeting_options: z.array(z.unknown()).optional().catch(undefined),
  signal_targeting_rules: Written.optional().catch(undefined),
});

/** A product's terms in AdCP 3.1. Parts that cannot be read are treated as missing. */
export function fromAdcpTerms(product: unknown): ProductTerms | undefined {
  const { data } = AdcpTerms.safeParse(product);
  if (!data) return undefined;
  const { allowed_actions, creative_policy } = data;
  const mandatoryIn = mandatorySignalsOf(data);
  const terms: ProductTerms = {
    ...(allowed_actions && { allowedActions: fromAdcpActions(allowed_actions) }),
    ...(creative_policy && { creativePolicy: fromAdcpPolicy(creative_policy) }),
    ...(mandatoryIn.length > 0 && { signals: { mandatoryIn } }),
  };
  return Object.keys(terms).length > 0 ? terms : undefined;
}

/**
 * The same for a product that is made up for a trial. It includes fields that are not requested from real sellers here: third-party
 * reports, goals, and selectable signals.
 */
export function fromAdcpTrialTerms(product: unknown): ProductTerms | undefined {
  const { data } = AdcpTerms.safeParse(product);
  if (!data) return undefined;
  const { reporting_capabilities, signal_targeting_allowed, signal_targeting_options, signal_targeting_rules } = data;
  const measurement = reporting_capabilities && fromAdcpReporting(reporting_capabilities);
  const written = { signal_targeting_allowed, signal_targeting_options, signal_targeting_rules };
  return {
    ...fromAdcpTerms(product),
    ...(measurement && { measurement }),
    ...(data.metric_optimization && { optimizes: data.metric_optimization.supported_metrics }),
    ...(signal_targeting_options && { signals: { mandatoryIn: mandatorySignalsOf(data), written } }),
  };
}

function fromAdcpActions(list: unknown): AllowedAction[] {
  return readEach(AdcpAllowedAction, list, "action").read.map(
    ({ action, modes, allowed_statuses: statuses, sla, terms_ref: termsRef }) => ({
      action,
      modes,
      ...(statuses.length > 0 && { statuses }),
      ...(sla && { sla }),
      ...(termsRef !== undefined && { termsRef }),
    }),
  );
}

function fromAdcpPolicy(policy: z.infer<typeof AdcpCreativePolicy>): CreativePolicy {
  const { provenance_required, provenance_requirements: wanted, accepted_verifiers } = policy;
  return {
    provenanceRequired: provenance_required,
    requiresSourceType: wanted?.require_digital_source_type ?? false,
    requiresDisclosure: wanted?.require_disclosure_metadata ?? false,
    acceptedVerifiers: readEach(AdcpVerifier, accepted_verifiers, "agent_url").read.map(
      ({ agent_url, feature_id }) => ({
        agentUrl: agent_url,
        featureId: feature_id ?? null,
      }),
    ),
    written: policy,
  };
}

/** Undefined if no third party measures the product and no measurement window is named: everything else is the storefront's own statement. */
function fromAdcpReporting({ vendor_metrics, measurement_windows }: z.infer<typeof AdcpReporting>) {
  const metrics = readEach(AdcpVendorMetric, vendor_metrics, "metric_id").read;
  const windows = readEach(AdcpWindow, measurement_windows, "window_id").read;
  if (metrics.length === 0 && windows.length === 0) return undefined;
  const measured: MeasuredBy = {
    vendorMetrics: metrics.map(({ vendor, metric_id }) => ({
      vendorDomain: vendor.domain,
      vendorBrandId: vendor.brand_id ?? null,
      metricId: metric_id,
    })),
    measurementWindows: windows.map(({ window_id }) => window_id),
    written: {
      ...(metrics.length > 0 && { vendor_metrics: metrics }),
      ...(windows.length > 0 && { measurement_windows: windows }),
    },
  };
  return measured;
}

/** The currencies of each included signal that has a price. */
function mandatorySignalsOf(product: z.infer<typeof AdcpTerms>): string[][] {
  if (product.signal_targeting_rules?.selection_mode !== "fixed") return [];
  const options = readEach(AdcpSignal, product.signal_targeting_options, "name").read;
  const charged = options.filter(({ default_selected, pricing_options: [first] }) => default_selected && first);
  return charged.map(({ pricing_options }) => pricing_options.map(({ currency }) => currency));
}
