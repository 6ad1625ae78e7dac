import { useState } from "react";
import { type Buyer, following } from "#client";
import { State } from "../../components/values.tsx";
import { buy } from "../../messages/buy.ts";

const words = buy.discovery;

type Said = Buyer["schemas"]["DiscoveryProgress"];

/** What storefronts have answered so far, and the option that makes a call report it. */
export interface Heard {
  readonly said: readonly Said[];
  readonly follow: () => ReturnType<typeof following>[];
}

export function useHeard(): Heard {
  const [said, setSaid] = useState<readonly Said[]>([]);
  const follow = () => {
    setSaid([]);
    return [following<Said>((one) => setSaid((before) => [...before, one]))];
  };
  return { said, follow };
}

/** The storefronts that have not answered yet, and the answers of the others, in stable positions. */
export function Asking({ said }: { readonly said: readonly Said[] }) {
  const results = new Map(said.flatMap(({ result }) => (result ? [[result.agentId, result]] : [])));
  const asked = said[0]?.asked ?? [];
  const last = said.at(-1);
  return (
    <div className="mt-4 rounded-md bg-sunken px-4 py-3">
      <p role="status" className="font-medium">
        {last ? words.heard(last.done, last.of) : words.asking}
      </p>
      <p className="text-sm text-muted">{last ? words.waitsAtMost(last.waitSeconds) : words.askingText}</p>
      {asked.length > 0 && (
        <ul className="mt-2 grid gap-x-6 gap-y-1 text-sm sm:grid-cols-2">
          {asked.map(({ agentId, agentName }) => (
            <li key={agentId} className="flex min-w-0 items-baseline justify-between gap-2">
              <bdi className="line-clamp-1">{agentName}</bdi>
              <StateOf result={results.get(agentId)} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function StateOf({ result }: { readonly result: Said["result"] }) {
  if (!result) return <State code="forwarding" label={words.waits} />;
  if (result.timedOut) return <State code="pending" label={words.silent} />;
  if (!result.success) return <State code="FAILED" label={words.failed} />;
  return <State code={result.productCount > 0 ? "ACTIVE" : "none"} label={words.answered(result.productCount)} />;
}
