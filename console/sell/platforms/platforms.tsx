import { api } from "../../api/client.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Loaded } from "../../components/failure.tsx";
import { Page } from "../../components/page.tsx";
import { platforms as words } from "../../messages/sell-platforms.ts";
import { Accounts } from "./accounts.tsx";
import { Connection } from "./connection.tsx";
import { Wire } from "./wire.tsx";

/** The platform that the storefront is wired to: its connection, its accounts, and who buys under which. */
export function Platforms() {
  const answer = useAnswer(["platform-connections"], () =>
    api.storefront.GET("/api/v2/storefront/storefront-connections"),
  );
  return (
    <Page title={words.title} lead={words.lead}>
      <Loaded of={answer} lines={8}>
        {({ items }) =>
          items.length === 0 ? (
            <Wire />
          ) : (
            items.map((wired) => (
              <div key={wired.storefront.id} className="space-y-6">
                <Connection wired={wired} />
                {wired.connection?.status === "CONNECTED" && wired.storefront.sourceKind === "sales" && (
                  <Accounts connectionId={Number(wired.connection.id)} />
                )}
              </div>
            ))
          )
        }
      </Loaded>
    </Page>
  );
}
