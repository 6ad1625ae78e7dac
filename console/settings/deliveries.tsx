import { dataOf, type Operator } from "#client";
import { api } from "../api/client.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useWrite } from "../api/use-write.ts";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { Failure, Loaded } from "../components/failure.tsx";
import { Table } from "../components/table.tsx";
import { Moment, State } from "../components/values.tsx";
import { deliveries as words } from "../messages/deliveries.ts";
import { shared } from "../messages/shared.ts";

interface DeliveriesProps {
  readonly subscription: Pick<Operator["schemas"]["WebhookSubscription"], "id" | "url">;
  readonly onClose: () => void;
}

/** What was sent lately and what came of it; each can be sent again, under the id that it had. */
export function Deliveries({ subscription: { id, url }, onClose }: DeliveriesProps) {
  const params = { path: { id }, query: { take: 25 } };
  const answer = useAnswer(["webhooks", id, "deliveries"], () =>
    api.operator.GET("/api/v2/webhook-subscriptions/{id}/deliveries", { params }),
  );
  const test = useWrite((_: null, headers) =>
    dataOf(api.operator.POST("/api/v2/webhook-subscriptions/{id}/test", { headers, params: { path: { id } } })),
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
        <Loaded of={answer}>
          {({ deliveries }) =>
            deliveries.length === 0 ? (
              <p className="text-muted">{words.none}</p>
            ) : (
              <Table
                label={words.open}
                rows={deliveries}
                keyOf={(delivery) => delivery.id}
                columns={[
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
                    cell: (delivery) => (
                      <Button disabled={again.busy} onClick={() => again.write(delivery.id)}>
                        {words.again}
                      </Button>
                    ),
                  },
                ]}
              />
            )
          }
        </Loaded>
      </div>
    </Dialog>
  );
}
