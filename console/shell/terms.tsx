import { api } from "../api/client.ts";
import { useWrite } from "../api/use-write.ts";
import { Button } from "../components/button.tsx";
import { Failure } from "../components/failure.tsx";
import { shared } from "../messages/shared.ts";

export function Terms() {
  const accept = useWrite((_: null, headers) => api.operator.POST("/api/v2/accept-tos", { headers, body: {} }));
  return (
    <div className="border-b border-line bg-accent-wash px-4 py-3 md:px-8">
      <p className="font-semibold">{shared.terms.title}</p>
      <p className="mb-2">{shared.terms.text}</p>
      {accept.error && <Failure error={accept.error} />}
      <Button weight="primary" busy={accept.busy && shared.waiting.saving} onClick={() => accept.write(null)}>
        {shared.terms.accept}
      </Button>
    </div>
  );
}
