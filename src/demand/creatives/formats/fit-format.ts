import { invalid } from "../../../ground/kernel/errors.ts";
import type { CreativeFormat, FormatId } from "../../../ground/seller-agent/index.ts";
import { withSlots } from "../assets/slots.ts";
import { type Creative, NO_FORMAT } from "../creative.ts";
import { checkFormat } from "./check-format.ts";
import { keyOfFormat, serves } from "./format-id.ts";

/** What is known of formats when a creative is saved. */
export interface KnownFormats {
  /** As sellers described them. */
  readonly described: readonly CreativeFormat[];
  /** Those that the campaign's products take. */
  readonly demanded: readonly FormatId[];
}

interface Fitted {
  readonly creative: Creative;
  readonly warnings: readonly string[];
}

/**
 * Puts the assets into the slots of the format that the buyer named, or of the first of the campaign's that they make whole.
 * Throws `Invalid` with every asset that the named format will not have.
 */
export function fitFormat(creative: Creative, known: KnownFormats): Fitted {
  const { format } = creative;
  if (format.formatId && format.isGiven) return fitGiven(creative, format.formatId, known);
  if (format.formatKind && format.isGiven) return { creative: slotted(creative, null), warnings: [] };
  return { creative: fitAny(creative, known), warnings: [] };
}

function fitGiven(creative: Creative, formatId: FormatId, known: KnownFormats): Fitted {
  const format = descriptionOf(formatId, known);
  const name = `${formatId.id} of ${formatId.agentUrl}`;
  const { demanded } = known;
  const foreign = demanded.length > 0 && !demanded.some((wanted) => serves(formatId, wanted));
  const warnings = foreign ? [`none of the campaign's products takes format ${name}`] : [];
  if (!format) {
    const unknown = `format ${name} is described by no seller that answered, so the creative was not checked against it`;
    return { creative: slotted(creative, null), warnings: [...warnings, unknown] };
  }
  const fitted = slotted(creative, format);
  const { issues, unchecked } = checkFormat(fitted.assets, format, formatId);
  if (issues.length > 0) throw invalid(issues);
  return { creative: fitted, warnings: [...warnings, ...unchecked] };
}

/** Only a format that every asset was checked against is taken for the creative's. */
function fitAny(creative: Creative, known: KnownFormats): Creative {
  const { optionRef } = creative.format;
  for (const formatId of creative.assets.length > 0 ? known.demanded : []) {
    const format = descriptionOf(formatId, known);
    if (!format) continue;
    const fitted = slotted(creative, format);
    const { issues, unchecked } = checkFormat(fitted.assets, format, formatId);
    if (issues.length + unchecked.length === 0) return { ...fitted, format: { ...NO_FORMAT, formatId, optionRef } };
  }
  return { ...slotted(creative, null), format: { ...NO_FORMAT, optionRef } };
}

/** The format itself, or the template that it is a variant of. */
export function descriptionOf(
  formatId: FormatId,
  { described }: Pick<KnownFormats, "described">,
): CreativeFormat | undefined {
  const key = keyOfFormat(formatId);
  return (
    described.find((format) => keyOfFormat(format.formatId) === key) ??
    described.find((format) => serves(formatId, format.formatId))
  );
}

function slotted(creative: Creative, format: CreativeFormat | null): Creative {
  return { ...creative, assets: withSlots(creative.assets, format) };
}
