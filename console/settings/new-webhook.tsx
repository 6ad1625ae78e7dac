import { dataOf, type Operator } from "#client";
import { api } from "../api/client.ts";
import { useWrite } from "../api/use-write.ts";
import { Code, Copy } from "../components/as-api.tsx";
import { Checkbox, Field, Form, type Typed } from "../components/form.tsx";
import { settings as words } from "../messages/settings.ts";

type EventTypes = Operator["schemas"]["NewWebhookSubscription"]["eventTypes"];

/** Whoever wants a single kind of event subscribes over the API. */
const GROUPS = {
  buys: [
    "campaign.status_changed",
    "media_buy.status_changed",
    "media_buy.approved",
    "media_buy.input_required",
    "media_buy.source_rejected",
    "media_buy.forward_failed",
    "media_buy.settled",
    "delivery.updated",
    "discovery.revision",
  ],
  decisions: [
    "media_buy.approval_requested",
    "media_buy.approval_expired",
    "creative.review_requested",
    "sponsored_buyer.approval_requested",
    "work_item.opened",
    "work_item.overdue",
  ],
  storefront: [
    "storefront.listed",
    "storefront.hidden",
    "storefront.interest",
    "storefront_link.requested",
    "storefront_link.approved",
    "storefront_link.rejected",
    "storefront_link.cancelled",
    "source.unreachable",
    "source.held_back",
    "avails_feed.unread",
    "publisher.unauthorized",
  ],
  people: [
    "credential.action_required",
    "member.joined",
    "organisation.acted_for",
    "sign_up.waiting",
    "webhook_subscription.failed",
  ],
} as const satisfies Readonly<Record<keyof typeof words.webhookGroups, EventTypes>>;

const NAMES = ["buys", "decisions", "storefront", "people"] as const;

export function NewWebhook() {
  const create = useWrite(({ url = "", ...chosen }: Typed, headers) => {
    const eventTypes: EventTypes = NAMES.flatMap((name) => (chosen[name] ? GROUPS[name] : []));
    return dataOf(api.operator.POST("/api/v2/webhook-subscriptions", { headers, body: { url, eventTypes } }));
  });
  if (create.data?.secret)
    return (
      <div className="space-y-3">
        <p>{words.webhookSecret}</p>
        <div className="flex items-start gap-2">
          <Code text={create.data.secret} label={words.webhookKey} />
          <Copy text={create.data.secret} />
        </div>
      </div>
    );
  return (
    <Form onSubmit={create.write} write={create} action={words.newWebhook} fields={["url", "eventTypes"]}>
      {(errorOf) => (
        <>
          <Field name="url" type="url" label={words.webhookUrl} hint={words.webhookHint} error={errorOf("url")} />
          <fieldset className="space-y-2">
            <legend className="text-sm font-medium">{words.webhookEvents}</legend>
            {NAMES.map((name) => (
              <Checkbox key={name} name={name} label={words.webhookGroups[name]} initial />
            ))}
            {errorOf("eventTypes") && <p className="text-sm text-bad">{errorOf("eventTypes")}</p>}
          </fieldset>
        </>
      )}
    </Form>
  );
}
