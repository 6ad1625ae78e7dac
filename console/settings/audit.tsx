import { dataOf } from "#client";
import { AS_CSV, api } from "../api/client.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useWrite } from "../api/use-write.ts";
import { Button } from "../components/button.tsx";
import { Failure, Loaded } from "../components/failure.tsx";
import { countOf } from "../components/format.ts";
import { ChoiceFilter, List, PAGE_SIZE, skipOf, useAddress } from "../components/list.tsx";
import { Empty, Page, Section } from "../components/page.tsx";
import { Moment, Name } from "../components/values.tsx";
import { settings } from "../messages/settings.ts";
import { shared } from "../messages/shared.ts";
import { useSession } from "../shell/session.ts";

const words = settings.audit;
const OUTCOMES = ["succeeded", "denied", "failed"] as const;

export function Audit() {
  const { mayManage } = useSession();
  const [address] = useAddress();
  const outcome = OUTCOMES.find((one) => one === address.outcome);
  const filter = outcome ? { outcome } : {};
  const query = { take: PAGE_SIZE, skip: skipOf(address), ...filter };
  const answer = useAnswer(["audit", query], () => api.operator.GET("/api/v2/audit-logs", { params: { query } }));
  const outcomes = OUTCOMES.map((one) => [one, words.outcomes[one] ?? one] as const);
  return (
    <Page title={words.title} lead={words.lead}>
      {mayManage && <Verify />}
      <Section flush>
        <Loaded of={answer}>
          {({ logs, total }) => (
            <List
              label={words.title}
              rows={logs}
              total={total}
              keyOf={({ id }) => String(id)}
              filters={<ChoiceFilter name="outcome" label={words.outcome} options={[["", words.all], ...outcomes]} />}
              empty={<Empty title={words.emptyTitle} text={words.emptyText} />}
              csv={{
                name: "audit-log.csv",
                ask: () => api.operator.GET("/api/v2/audit-logs", { params: { query: filter }, ...AS_CSV }),
              }}
              columns={[
                { head: words.at, cell: ({ timestamp }) => <Moment at={timestamp} /> },
                { head: words.what, cell: ({ description }) => <Name lines={4}>{description}</Name> },
                {
                  head: words.who,
                  cell: ({ userName, userEmail, serviceTokenName }) => (
                    <Name>{userName ?? userEmail ?? serviceTokenName ?? shared.product}</Name>
                  ),
                  roomy: true,
                },
                { head: words.outcome, cell: ({ outcome }) => words.outcomes[outcome] ?? outcome },
              ]}
            />
          )}
        </Loaded>
      </Section>
    </Page>
  );
}

function Verify() {
  const verify = useWrite(() => dataOf(api.operator.GET("/api/v2/audit-logs/verify")));
  const { data } = verify;
  return (
    <Section>
      <div className="flex flex-wrap items-center gap-4">
        <Button weight="primary" busy={verify.busy && shared.waiting.loading} onClick={() => verify.write(null)}>
          {words.verify}
        </Button>
        <p role="status" className={data?.intact ? "text-good" : "text-bad"}>
          {data && (data.intact ? words.intact(countOf(data.entries)) : words.broken(String(data.brokenAt)))}
        </p>
      </div>
      {verify.error && <Failure error={verify.error} />}
    </Section>
  );
}
