import type { CreativeFormat, FormatId } from "../../../ground/seller-agent/index.ts";
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

function formatsOfMedium(simulation: Simulation, medium: Medium): CreativeFormat[] {
  const { videoSeconds, audioSeconds, displaySizes } = simulation.creativeRules;
  switch (medium) {
    case "video":
      return videoSeconds.map((seconds) => format(simulation, medium, `${seconds}s`, `${seconds}-second video spot`));
    case "audio":
      return audioSeconds.map((seconds) => format(simulation, medium, `${seconds}s`, `${seconds}-second audio spot`));
    case "display":
      return displaySizes.map((size) => format(simulation, medium, size, `${size} display banner`));
  }
}

function format(simulation: Simulation, medium: Medium, variant: string, name: string): CreativeFormat {
  return {
    formatId: { agentUrl: `https://ads.${simulation.publisherDomain}`, id: `${medium}_${variant}` },
    name,
    type: medium,
    description: `${name}, at most ${simulation.creativeRules.maxFileKb} kB`,
    assetsRequired: [
      { assetId: `${medium}_file`, assetType: medium === "display" ? "image" : medium, required: true },
      { assetId: "click_url", assetType: "url", required: medium === "display" },
    ],
  };
}
