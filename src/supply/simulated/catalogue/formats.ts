import type { AssetLimits, CreativeFormat, FormatId, FormatOption } from "../../../ground/seller-agent/index.ts";
import type { Channel, Simulation } from "../simulation.ts";
import { VOCABULARY } from "./vocabulary.ts";

type Medium = "video" | "audio" | "display";

/** Every format of the publisher's channels, in the order of its creative rules. */
export function formatsOf(simulation: Simulation): CreativeFormat[] {
  const media = new Set(simulation.channels.map((channel) => VOCABULARY[channel].medium));
  return [...media].flatMap((medium) => formatsOfMedium(simulation, medium));
}

export function formatIdsOf(simulation: Simulation, channel: Channel): FormatId[] {
  return formatsOfMedium(simulation, VOCABULARY[channel].medium).map(({ formatId }) => formatId);
}

/** The same as canonical formats, for buyers of AdCP 3.1, each with its corresponding named format. */
export function formatOptionsOf(simulation: Simulation, channel: Channel): FormatOption[] {
  return formatsOfMedium(simulation, VOCABULARY[channel].medium).map(
    ({ formatId, name, kind = "custom", ...rest }) => ({
      formatKind: kind,
      formatOptionId: formatId.id,
      displayName: name,
      namedFormats: [formatId],
      written: {
        v1_format_ref: [{ agent_url: formatId.agentUrl, id: formatId.id }],
        params: paramsOf(rest),
      },
    }),
  );
}

function paramsOf({ assetsRequired: [first], renders = [] }: Pick<CreativeFormat, "assetsRequired" | "renders">) {
  const [size] = renders;
  const { minDurationMs, maxDurationMs } = first?.limits ?? {};
  return {
    ...(size && { width: size.width, height: size.height }),
    ...(minDurationMs !== undefined && { duration_ms_range: [minDurationMs, maxDurationMs] }),
  };
}

function formatsOfMedium(simulation: Simulation, medium: Medium): CreativeFormat[] {
  const { videoSeconds, audioSeconds, displaySizes } = simulation.creativeRules;
  switch (medium) {
    case "video":
      return videoSeconds.map((seconds) => spot(simulation, medium, seconds));
    case "audio":
      return audioSeconds.map((seconds) => spot(simulation, medium, seconds));
    case "display":
      return displaySizes.map((size) => banner(simulation, size));
  }
}

/** How much longer or shorter than it was sold a spot may be. */
const TOLERANCE_MS = 500;

function spot(simulation: Simulation, medium: Medium, seconds: number): CreativeFormat {
  const limits = { minDurationMs: seconds * 1_000 - TOLERANCE_MS, maxDurationMs: seconds * 1_000 + TOLERANCE_MS };
  return format(simulation, medium, `${seconds}s`, `${seconds}-second ${medium} spot`, limits);
}

function banner(simulation: Simulation, size: string): CreativeFormat {
  const [width = 0, height = 0] = size.split("x").map(Number);
  const limits = { minWidth: width, maxWidth: width, minHeight: height, maxHeight: height };
  const renders = [{ role: "primary", width, height }];
  return { ...format(simulation, "display", size, `${size} display banner`, limits), renders };
}

const KIND: Readonly<Record<Medium, string>> = { video: "video_hosted", audio: "audio_hosted", display: "image" };

function format(
  { publisherDomain, creativeRules }: Simulation,
  medium: Medium,
  variant: string,
  name: string,
  limits: AssetLimits,
): CreativeFormat {
  const { maxFileKb } = creativeRules;
  return {
    formatId: { agentUrl: `https://ads.${publisherDomain}`, id: `${medium}_${variant}` },
    name,
    type: medium,
    kind: KIND[medium],
    description: `${name}, at most ${maxFileKb} kB`,
    assetsRequired: [
      {
        assetId: `${medium}_file`,
        assetType: medium === "display" ? "image" : medium,
        required: true,
        limits: { ...limits, maxFileKb },
      },
      { assetId: "click_url", assetType: "url", required: false },
    ],
  };
}
