import { dataOf, type Operator } from "#client";
import { api } from "../api/client.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useWrite } from "../api/use-write.ts";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { Failure, Loaded } from "../components/failure.tsx";
import { type Column, Table } from "../components/table.tsx";
import { Moment, State } from "../components/values.tsx";
import { deliveries as words } from "../messages/deliveries.ts";
import { shared } from "../messages/shared.ts";

type Delivery = Operator["schemas"]["WebhookDelivery"];

interface DeliveriesProps {
  readonly subscription: Pick<Operator["schemas"]["WebhookSubscription"], "id" | "url">;
  readonly onClose: () => void;
}

/** Recent deliveries and their results; each can be sent again, with the same id. */
export function Deliveries({ subscription: { id, url }, onClose }: DeliveriesProps) {
  const path = { id };
  const answer = useAnswer(["webhooks", id, "deliveries"], () =>
    api.operator.GET("/api/v2/webhook-subscriptions/{id}/deliveries", { params: { path, query: { take: 25 } } }),
  );
  const test = useWrite((_: null, headers) =>
    dataOf(api.operator.POST("/api/v2/webhook-subscriptions/{id}/test", { headers, params: { path } })),
  );
  const again = useWrite((deliveryId: string, headers) =>
    dataOf(
      api.operator.POST("/api/v2/webhook-subscriptions/{id}/deliveries/{deliveryId}/redeliver", {
        headers,
        params: { path: { id, deliveryId } },
      }),
    ),
  );
  const error = test.error ?? again.error;
  return (
    <Dialog open onClose={onClose} title={words.title(url)} wide>
      <div className="space-y-4">
        {error && <Failure error={error} />}
        <Button busy={test.busy && shared.waiting.saving} onClick={() => test.write(null)}>
          {words.test}
        </Button>
        <Loaded of={answer}>{({ deliveries }) => <Sent deliveries={deliveries} again={again} />}</Loaded>
      </div>
    </Dialog>
  );
}

interface SentProps {
  readonly deliveries: readonly Delivery[];
  readonly again: { readonly busy: boolean; readonly write: (deliveryId: string) => void };
}

function Sent({ deliveries, again }: SentProps) {
  if (deliveries.length === 0) return <p className="text-muted">{words.none}</p>;
  const columns: readonly Column<Delivery>[] = [
    { head: words.event, cell: ({ eventType }) => eventType },
    { head: words.state, cell: ({ status }) => <State code={status} /> },
    {
      head: words.answered,
      cell: ({ responseStatus, error }) => responseStatus ?? error ?? words.silence,
      roomy: true,
    },
    { head: words.tries, cell: ({ attempts }) => attempts, figures: true, roomy: true },
    { head: words.at, cell: ({ createdAt }) => <Moment at={createdAt} />, roomy: true },
    {
      head: words.again,
      action: true,
      cell: ({ id }) => (
        <Button disabled={again.busy} onClick={() => again.write(id)}>
          {words.again}
        </Button>
      ),
    },
  ];
  return <Table label={words.open} rows={deliveries} keyOf={({ id }) => id} columns={columns} />;
}
