import { useState } from "react";
import { api } from "../api/client.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Button } from "../components/button.tsx";
import { Loaded } from "../components/failure.tsx";
import { Section } from "../components/page.tsx";
import { Table } from "../components/table.tsx";
import { Moment, State } from "../components/values.tsx";
import { deliveries } from "../messages/deliveries.ts";
import { settings as words } from "../messages/settings.ts";
import { Deliveries } from "./deliveries.tsx";

export function Webhooks() {
  const [shown, setShown] = useState<Parameters<typeof Deliveries>[0]["subscription"] | null>(null);
  const answer = useAnswer(["webhooks"], () => api.operator.GET("/api/v2/webhook-subscriptions"));
  return (
    <Section title={words.webhooks} flush>
      <Loaded of={answer}>
        {({ subscriptions }) =>
          subscriptions.length === 0 ? (
            <p className="px-4 py-4 text-muted">{words.webhooksNone}</p>
          ) : (
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
                    <Button
                      aria-label={`${deliveries.open}: ${subscription.url}`}
                      onClick={() => setShown(subscription)}
                    >
                      {deliveries.open}
                    </Button>
                  ),
                },
              ]}
            />
          )
        }
      </Loaded>
      {shown && <Deliveries subscription={shown} onClose={() => setShown(null)} />}
    </Section>
  );
}
