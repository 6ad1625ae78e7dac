import { Page, Section } from "../components/page.tsx";
import { settings } from "../messages/settings.ts";
import { useSession } from "../shell/session.ts";
import { ActedFor } from "./acted-for.tsx";
import { ApiKeys } from "./api-keys.tsx";
import { Applications } from "./applications.tsx";
import { DomainProof } from "./domain-proof.tsx";
import { IdentityProvider } from "./identity-provider.tsx";
import { Passkeys } from "./passkeys.tsx";
import { Sessions } from "./sessions.tsx";
import { StorefrontProfile } from "./storefront-profile.tsx";
import { Team } from "./team.tsx";
import { Webhooks } from "./webhooks.tsx";

export function Settings() {
  const { mayManage, desk } = useSession();
  return (
    <Page title={settings.title} lead={settings.lead}>
      {desk === "sell" && mayManage && <StorefrontProfile />}
      {desk === "sell" && <DomainProof />}
      <Sessions />
      <Passkeys />
      <ApiKeys />
      <Applications />
      {mayManage ? (
        <>
          <Team />
          <IdentityProvider />
          <Webhooks />
          <ActedFor />
        </>
      ) : (
        <Section>
          <p className="text-muted">{settings.memberOnly}</p>
        </Section>
      )}
    </Page>
  );
}
