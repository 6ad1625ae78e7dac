import { api } from "../../api/client.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { State } from "../../components/values.tsx";
import { buy } from "../../messages/buy.ts";

const words = buy.discovery;

/** Whom it is waited for, while they answer. */
export function Asking() {
  const answer = useAnswer(["storefronts", "asked"], () =>
    api.buyer.GET("/api/v2/buyer/storefronts", { params: { query: { limit: 50 } } }),
  );
  return (
    <div role="status" className="mt-4 rounded-md bg-sunken px-4 py-3">
      <p className="font-medium">{words.asking}</p>
      <p className="text-sm text-muted">{words.askingText}</p>
      <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {answer.data?.items.map(({ id, name }) => (
          <li key={id} className="flex items-center gap-2">
            <bdi className="line-clamp-1">{name}</bdi> <State code="forwarding" label={words.waits} />
          </li>
        ))}
      </ul>
    </div>
  );
}
