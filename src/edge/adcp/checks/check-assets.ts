import type { AssetLimits, CreativeFormat, FormatAsset, SellerError } from "../../../ground/seller-agent/index.ts";

type Written = Readonly<Record<string, unknown>>;

/**
 * What is wrong with a creative's assets according to its format, as far as the buyer has described them; the bytes are checked by the
 * source that shows them. `path` is the creative's position in the request.
 */
export function flawsOfAssets(assets: Written, { assetsRequired, name }: CreativeFormat, path: string): SellerError[] {
  return assetsRequired.flatMap((wanted) => {
    const found = assetFor(wanted, assets, assetsRequired);
    const at = `${path}.assets.${wanted.assetId}`;
    if (found.length > 0) return found.flatMap((one) => flawsOfAsset(one, wanted, at));
    return wanted.required ? [flaw(at, `${name} requires ${article(wanted.assetType)}: send it`)] : [];
  });
}

/** Found by its id or, if no other asset has that id, by its type, because buyers that only know the canonical format name assets by type. */
function assetFor({ assetId, assetType }: FormatAsset, assets: Written, wanted: readonly FormatAsset[]): Written[] {
  const named = listed(assets[assetId]);
  if (named.length > 0) return named;
  const claimed = new Set(wanted.map((one) => one.assetId));
  const others = Object.entries(assets).filter(([id]) => !claimed.has(id));
  return others.flatMap(([, value]) => listed(value)).filter(({ asset_type: type }) => type === assetType);
}

function listed(value: unknown): Written[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((one): one is Written => typeof one === "object" && one !== null);
}

const MEASURES = [
  ["width", "minWidth", "maxWidth", "pixels wide"],
  ["height", "minHeight", "maxHeight", "pixels high"],
  ["duration_ms", "minDurationMs", "maxDurationMs", "milliseconds long"],
  ["file_size_kb", undefined, "maxFileKb", "kilobytes large"],
] as const;

function flawsOfAsset(asset: Written, { limits = {} }: FormatAsset, path: string): SellerError[] {
  const sized = MEASURES.flatMap(([field, least, most, unit]) => {
    const value = asset[field];
    const [min = 0, max = Number.POSITIVE_INFINITY] = [least && limits[least], limits[most]];
    if (typeof value !== "number" || (value >= min && value <= max)) return [];
    return [flaw(`${path}.${field}`, `it is ${value} ${unit}, and the format accepts ${rangeOf(min, max)}`)];
  });
  return [...sized, ...flawsOfText(asset, limits, path)];
}

function flawsOfText({ content }: Written, { minLength = 0, maxLength, values }: AssetLimits, path: string) {
  if (typeof content !== "string") return [];
  const at = `${path}.content`;
  const length = Array.from(content).length;
  const max = maxLength ?? Number.POSITIVE_INFINITY;
  const found: SellerError[] = [];
  if (length < minLength || length > max)
    found.push(flaw(at, `it has ${length} characters, and the format accepts ${rangeOf(minLength, max)}`));
  // Placeholders of a template are checked once they have been filled in (AdCP 3.1, text-asset-requirements).
  if (values && !content.includes("{{") && !values.includes(content)) {
    const wrong = flaw(at, `it is not one of ${values.join(", ")}`);
    found.push({ ...wrong, code: "CREATIVE_VALUE_NOT_ALLOWED", details: { allowed_values: values } });
  }
  return found;
}

/** Allowed in every format, because the name of a buyer's own tracker cannot be known (AdCP 3.1, pixel_tracker). */
export function flawsOfTrackers(assets: Written, path: string): SellerError[] {
  return Object.entries(assets).flatMap(([id, value]) =>
    listed(value).flatMap(({ asset_type, event, custom_event_name: name }) => {
      if (asset_type !== "pixel_tracker" || event !== "custom" || typeof name === "string") return [];
      return [flaw(`${path}.assets.${id}.custom_event_name`, "a custom event needs a name: send it")];
    }),
  );
}

function rangeOf(min: number, max: number): string {
  if (min === max) return String(min);
  if (max === Number.POSITIVE_INFINITY) return `at least ${min}`;
  return min === 0 ? `at most ${max}` : `${min} to ${max}`;
}

function article(type: string): string {
  return `${/^[aeiou]/.test(type) ? "an" : "a"} ${type}`;
}

export function flaw(field: string, why: string): SellerError {
  return { code: "VALIDATION_ERROR", message: `${field}: ${why}`, field, recovery: "correctable" };
}
