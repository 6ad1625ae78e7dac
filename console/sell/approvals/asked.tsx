import { Code } from "../../components/as-api.tsx";
import { Facts } from "../../components/page.tsx";
import { sell } from "../../messages/sell.ts";

const words = sell.approvals;

/** What a buyer sent: the plain values as facts, the whole of it behind a summary. Nothing of it is run or loaded. */
export function Asked({ payload }: { readonly payload: Readonly<Record<string, unknown>> }) {
  const plain = Object.entries(payload).filter(([, value]) => typeof value === "string" || typeof value === "number");
  return (
    <>
      {plain.length > 0 && (
        <Facts
          facts={plain.slice(0, 8).map(([name, value]) => [
            name.replaceAll("_", " "),
            <bdi key={name} className="line-clamp-3">
              {String(value)}
            </bdi>,
          ])}
        />
      )}
      <details>
        <summary className="text-sm text-muted">{words.asked}</summary>
        <Code text={JSON.stringify(payload, null, 2).slice(0, 20_000)} label={words.asked} />
      </details>
    </>
  );
}
