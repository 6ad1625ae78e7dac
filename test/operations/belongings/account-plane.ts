import type { CreateResources } from "../belongings.ts";
import { expectData } from "../expect-data.ts";

/** People, keys, an invitation, and a webhook to which something was sent; also a notification, if there is one. */
export const accountPlane: CreateResources = async (buyer) => {
  const [person] = expectData(await buyer.get("/members")).members;
  const key = expectData(await buyer.post("/api-keys", { name: "Spare" }));
  const email = `invited.${buyer.customerId}@brand.example`;
  const invitation = expectData(await buyer.post("/members/invitations", { email }));
  const hook = { url: "http://127.0.0.1:9/hooks", eventTypes: ["delivery.updated"] };
  const { subscription } = expectData(await buyer.post("/webhook-subscriptions", hook));
  const { delivery } = expectData(await buyer.post(`/webhook-subscriptions/${subscription.id}/test`));
  const archive = expectData(await buyer.post("/archives"));
  const [news] = expectData(await buyer.get("/notifications")).notifications;
  return {
    member: person.userId,
    apiKey: key.id,
    archive: archive.id,
    invitation: invitation.id,
    webhookSubscription: subscription.id,
    webhookDelivery: delivery.id,
    ...(news && { notification: news.id }),
  };
};
