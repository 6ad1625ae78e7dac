import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { sell } from "../../messages/sell.ts";

const words = sell.approvals;

/** One asset of a creative, as AdCP spells it; it may contain anything. */
type Asset = Readonly<Record<string, unknown>>;

/**
 * What a creative looks like, as far as that is safe. Files come only from our own address, so that nobody learns that
 * it is viewed; markup is shown in a frame that may neither run scripts nor load anything, and belongs to no origin.
 */
export function CreativePreview({ payload }: { readonly payload: Readonly<Record<string, unknown>> }) {
  const assets = assetsIn(payload.assets);
  if (assets.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-4">
      {assets.map(([slot, asset], at) => (
        <li key={`${slot} ${at}`} className="min-w-0">
          <p className="mb-1 text-sm text-muted">
            <bdi>{slot.replaceAll("_", " ")}</bdi>
          </p>
          <Shown asset={asset} name={words.previewOf(slot)} />
        </li>
      ))}
    </ul>
  );
}

const MOST = 12;

function assetsIn(assets: unknown): (readonly [slot: string, asset: Asset])[] {
  if (typeof assets !== "object" || assets === null) return [];
  const slots = Object.entries(assets as Readonly<Record<string, unknown>>);
  return slots
    .flatMap(([slot, inside]) => [inside].flat().map((asset) => [slot, asset] as const))
    .filter((pair): pair is readonly [string, Asset] => typeof pair[1] === "object" && pair[1] !== null)
    .slice(0, MOST);
}

const BOX = "max-h-64 max-w-full rounded-md border border-line";

function Shown({ asset, name }: { readonly asset: Asset; readonly name: string }) {
  const { asset_type: type, url, content } = asset;
  if (typeof content === "string") return <Markup text={content} name={name} isMarkup={type === "html"} />;
  if (typeof url !== "string") return <p className="text-muted">{words.noPreview}</p>;
  if (!isOurs(url)) return <Elsewhere url={url} />;
  if (type === "image") return <img src={url} alt={name} className={BOX} />;
  if (type === "video") return <video src={url} controls preload="metadata" aria-label={name} className={BOX} />;
  if (type === "audio") return <audio src={url} controls preload="none" aria-label={name} />;
  return <Elsewhere url={url} />;
}

/** The URL of an asset that this installation stores. */
function isOurs(url: string): boolean {
  const parsed = URL.parse(url, location.origin);
  return parsed?.origin === location.origin && parsed.pathname.startsWith("/assets/");
}

function Elsewhere({ url }: { readonly url: string }) {
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return <p className="text-muted">{words.noPreview}</p>;
  return (
    <a className="text-accent underline break-all" href={parsed.href} target="_blank" rel="noreferrer">
      <bdi className="line-clamp-2">{parsed.href}</bdi>
    </a>
  );
}

interface MarkupProps {
  readonly text: string;
  readonly name: string;
  readonly isMarkup: boolean;
}

function Markup({ text, name, isMarkup }: MarkupProps) {
  const [shown, setShown] = useState(false);
  if (!isMarkup) return <bdi className="line-clamp-6 max-w-prose">{text}</bdi>;
  if (!shown) return <Button onClick={() => setShown(true)}>{words.showMarkup}</Button>;
  return (
    <>
      <iframe
        sandbox=""
        srcDoc={text}
        title={name}
        className="h-64 w-80 max-w-full rounded-md border border-line bg-white"
      />
      <p className="mt-1 text-sm text-muted">{words.markupNote}</p>
    </>
  );
}
