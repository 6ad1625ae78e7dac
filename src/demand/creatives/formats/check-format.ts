import type { Issue } from "../../../ground/kernel/errors.ts";
import type { AssetLimits, CreativeFormat, FormatAsset, FormatId } from "../../../ground/seller-agent/index.ts";
import type { Asset } from "../assets/asset.ts";
import { adcpTypeOf } from "../assets/slots.ts";

export interface Checked {
  /** Why the assets do not match the format. */
  readonly issues: readonly Issue[];
  /** Values that could not be measured here, so the seller has to check them. */
  readonly unchecked: readonly string[];
}

const MEDIA: ReadonlySet<string> = new Set(["image", "video", "audio"]);

/**
 * Compares assets, each in its slot, with a format. `named` is the format as the creative names it, with its size and duration.
 */
export function checkFormat(assets: readonly Asset[], format: CreativeFormat, named: FormatId): Checked {
  const media = format.assetsRequired.filter(({ assetType }) => MEDIA.has(assetType));
  const checks = format.assetsRequired.map((wanted) => {
    // If a format has only one image, video or audio asset, the size and duration apply to it; of several, one may be a logo.
    const limits = media.length === 1 && media[0] === wanted ? { ...wanted.limits, ...limitsOf(named) } : wanted.limits;
    return checkSlot(
      assets.filter(({ slot }) => slot === wanted.assetId),
      wanted,
      limits ?? {},
      format.name,
    );
  });
  return { issues: checks.flatMap(({ issues }) => issues), unchecked: checks.flatMap(({ unchecked }) => unchecked) };
}

function limitsOf({ width, height, durationMs }: FormatId): AssetLimits {
  return {
    ...(width !== undefined && { minWidth: width, maxWidth: width }),
    ...(height !== undefined && { minHeight: height, maxHeight: height }),
    ...(durationMs !== undefined && { minDurationMs: durationMs, maxDurationMs: durationMs }),
  };
}

function checkSlot(present: readonly Asset[], wanted: FormatAsset, limits: AssetLimits, format: string): Checked {
  const path = `assets.${wanted.assetId}`;
  if (present.length === 0) {
    const message = `${format} needs an asset of type ${wanted.assetType} here, and the creative has none`;
    return { issues: wanted.required ? [{ path, message }] : [], unchecked: [] };
  }
  const issues: Issue[] = [];
  const unchecked: string[] = [];
  for (const asset of present) {
    const type = adcpTypeOf(asset);
    if (type !== wanted.assetType) {
      const message = `${format} wants an asset of type ${wanted.assetType} here, and ${asset.name} is ${type ?? "none of AdCP's"}`;
      issues.push({ path, message });
      continue;
    }
    const found = checkLimits(asset, limits);
    issues.push(...found.wrong.map((message) => ({ path, message: `${asset.name} ${message}` })));
    unchecked.push(
      ...found.unknown.map((what) => `${path}: the ${what} of ${asset.name} could not be read; its seller checks it`),
    );
  }
  return { issues, unchecked };
}

function checkLimits(asset: Asset, limits: AssetLimits): { wrong: string[]; unknown: string[] } {
  const { width, height, durationMs, fileType, characters } = asset.measures;
  const measured = [
    range("width", "px", width, limits.minWidth, limits.maxWidth),
    range("height", "px", height, limits.minHeight, limits.maxHeight),
    range("duration", "ms", durationMs, limits.minDurationMs, limits.maxDurationMs),
    range("size", "kB", asset.fileSize / 1000, undefined, limits.maxFileKb),
    range("length", "characters", characters, limits.minLength, limits.maxLength),
  ];
  const types = limits.fileTypes?.map(plainType);
  const wrongType = types && fileType && !types.includes(plainType(fileType));
  return {
    wrong: [
      ...measured.flatMap(({ wrong }) => wrong ?? []),
      ...(wrongType ? [`is a ${fileType} file: it must be ${types.join(" or ")}`] : []),
    ],
    unknown: measured.flatMap(({ unknown }) => unknown ?? []),
  };
}

function range(what: string, unit: string, value: number | undefined, least?: number, most?: number) {
  if (least === undefined && most === undefined) return {};
  if (value === undefined) return { unknown: what };
  if (value >= (least ?? -Infinity) && value <= (most ?? Infinity)) return {};
  return { wrong: `has a ${what} of ${Math.round(value)} ${unit}: it must be ${bounds(least, most)}` };
}

function bounds(least: number | undefined, most: number | undefined): string {
  if (least === undefined) return `at most ${most}`;
  if (most === undefined) return `at least ${least}`;
  return least === most ? `${least}` : `${least} to ${most}`;
}

function plainType(fileType: string): string {
  const plain = fileType.toLowerCase().replace(/^(image|video|audio)\//, "");
  return plain === "jpeg" ? "jpg" : plain;
}
