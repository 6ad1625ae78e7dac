import { useState } from "react";
import type { Operator } from "#client";
import { api } from "../api/client.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useWrite } from "../api/use-write.ts";
import { Button } from "../components/button.tsx";
import { Confirm, Dialog } from "../components/dialog.tsx";
import { Loaded } from "../components/failure.tsx";
import { Section } from "../components/page.tsx";
import { Table } from "../components/table.tsx";
import { Moment, State } from "../components/values.tsx";
import { deliveries } from "../messages/deliveries.ts";
import { settings as words } from "../messages/settings.ts";
import { Deliveries } from "./deliveries.tsx";
import { NewWebhook } from "./new-webhook.tsx";

type Subscription = Operator["schemas"]["WebhookSubscription"];

export function Webhooks() {
  const [shown, setShown] = useState<Subscription | null>(null);
  const [open, setOpen] = useState(false);
  const [ending, setEnding] = useState<Subscription | null>(null);
  const answer = useAnswer(["webhooks"], () => api.operator.GET("/api/v2/webhook-subscriptions"));
  return (
    <Section title={words.webhooks} flush actions={<Button onClick={() => setOpen(true)}>{words.newWebhook}</Button>}>
      <Loaded of={answer}>
        {({ subscriptions }) =>
          subscriptions.length === 0 ? (
            <p className="px-4 py-4 text-muted">{words.webhooksNone}</p>
          ) : (
            <Subscriptions subscriptions={subscriptions} onShow={setShown} onRemove={setEnding} />
          )
        }
      </Loaded>
      <Dialog open={open} onClose={() => setOpen(false)} title={words.newWebhook}>
        <NewWebhook />
      </Dialog>
      {ending && <Remove subscription={ending} onClose={() => setEnding(null)} />}
      {shown && <Deliveries subscription={shown} onClose={() => setShown(null)} />}
    </Section>
  );
}

interface SubscriptionsProps {
  readonly subscriptions: readonly Subscription[];
  readonly onShow: (subscription: Subscription) => void;
  readonly onRemove: (subscription: Subscription) => void;
}

function Subscriptions({ subscriptions, onShow, onRemove }: SubscriptionsProps) {
  return (
    <Table
      label={words.webhooks}
      rows={subscriptions}
      keyOf={({ id }) => id}
      columns={[
        { head: words.address, cell: ({ url }) => <span className="font-mono text-sm">{url}</span> },
        { head: words.events, cell: ({ eventTypes }) => eventTypes.join(", "), roomy: true },
        { head: words.state, cell: ({ status }) => <State code={status} /> },
        { head: words.lastSuccess, cell: ({ lastSuccess }) => <Moment at={lastSuccess} />, roomy: true },
        {
          head: deliveries.open,
          action: true,
          cell: (subscription) => (
            <span className="flex flex-wrap justify-end gap-2">
              <Button aria-label={`${deliveries.open}: ${subscription.url}`} onClick={() => onShow(subscription)}>
                {deliveries.open}
              </Button>
              <Button aria-label={`${words.removeWebhook}: ${subscription.url}`} onClick={() => onRemove(subscription)}>
                {words.removeWebhook}
              </Button>
            </span>
          ),
        },
      ]}
    />
  );
}

function Remove({ subscription, onClose }: { readonly subscription: Subscription; readonly onClose: () => void }) {
  const params = { path: { id: subscription.id } };
  const remove = useWrite(
    (_: null, headers) => api.operator.DELETE("/api/v2/webhook-subscriptions/{id}", { headers, params }),
    onClose,
  );
  return (
    <Confirm
      open
      onClose={onClose}
      title={words.removeWebhookTitle}
      action={words.removeWebhook}
      weight="danger"
      write={remove}
      onConfirm={() => remove.write(null)}
    >
      <p className="font-mono text-sm break-all">{subscription.url}</p>
      <p>{words.removeWebhookText}</p>
    </Confirm>
  );
}
