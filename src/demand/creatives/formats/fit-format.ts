import { invalid } from "../../../ground/kernel/errors.ts";
import type { CreativeFormat, FormatId } from "../../../ground/seller-agent/index.ts";
import { withSlots } from "../assets/slots.ts";
import { type Creative, NO_FORMAT } from "../creative.ts";
import { checkFormat } from "./check-format.ts";
import { keyOfFormat, serves } from "./format-id.ts";

/** The formats that are known when a creative is saved. */
export interface KnownFormats {
  /** The formats as their sellers described them. */
  readonly described: readonly CreativeFormat[];
  /** The formats that the campaign's products accept. */
  readonly demanded: readonly FormatId[];
}

interface Fitted {
  readonly creative: Creative;
  readonly warnings: readonly string[];
}

/**
 * Assigns the assets to the slots of the format that the buyer named, or else of the first of the campaign's formats that they
 * complete. Throws `Invalid` with every asset that the named format does not accept.
 */
export function fitFormat(creative: Creative, known: KnownFormats): Fitted {
  const { format } = creative;
  if (format.formatId && format.isGiven) return fitGiven(creative, format.formatId, known);
  if (format.formatKind && format.isGiven) return { creative: slotted(creative, null), warnings: [] };
  return fitAny(creative, known);
}

function fitGiven(creative: Creative, formatId: FormatId, known: KnownFormats): Fitted {
  const format = descriptionOf(formatId, known);
  const name = `${formatId.id} of ${formatId.agentUrl}`;
  const { demanded } = known;
  const foreign = demanded.length > 0 && !demanded.some((wanted) => serves(formatId, wanted));
  const warnings = foreign ? [`none of the campaign's products accepts format ${name}`] : [];
  if (!format) {
    const unknown = `format ${name} is described by no seller that answered, so the creative was not checked against it`;
    return { creative: slotted(creative, null), warnings: [...warnings, unknown] };
  }
  const fitted = slotted(creative, format);
  const { issues, unchecked } = checkFormat(fitted.assets, format, formatId);
  if (issues.length > 0) throw invalid(issues);
  return { creative: fitted, warnings: [...warnings, ...unchecked] };
}

/** A creative only gets a format against which all of its assets were checked; if there is none, the reasons are returned. */
function fitAny(creative: Creative, known: KnownFormats): Fitted {
  const { optionRef } = creative.format;
  const misfits: string[] = [];
  for (const formatId of creative.assets.length > 0 ? known.demanded : []) {
    const format = descriptionOf(formatId, known);
    if (!format) {
      misfits.push(`${formatId.id} (no seller that answered describes it)`);
      continue;
    }
    const fitted = slotted(creative, format);
    const { issues, unchecked } = checkFormat(fitted.assets, format, formatId);
    if (issues.length + unchecked.length === 0)
      return { creative: { ...fitted, format: { ...NO_FORMAT, formatId, optionRef } }, warnings: [] };
    const inTheWay = [...issues.map(({ path, message }) => `${path}: ${message}`), ...unchecked];
    misfits.push(`${formatId.id} (${inTheWay.join("; ")})`);
  }
  return {
    creative: { ...slotted(creative, null), format: { ...NO_FORMAT, optionRef } },
    warnings: misfits.length > 0 ? [noneFits(misfits)] : [],
  };
}

const MOST_NAMED = 10;

function noneFits(misfits: readonly string[]): string {
  const more = misfits.length > MOST_NAMED ? `, and ${misfits.length - MOST_NAMED} more` : "";
  const named = `${misfits.slice(0, MOST_NAMED).join(", ")}${more}`;
  return `it matches no format that the campaign's products accept, so no seller shows it: ${named}`;
}

/** The description of the format itself, or of the template of which it is a variant. */
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
