import { api } from "../api/client.ts";
import { useAnswer } from "../api/use-answer.ts";
import { TextLink } from "../components/button.tsx";
import { Figure, Figures } from "../components/figure.tsx";
import { Page } from "../components/page.tsx";
import { Count } from "../components/values.tsx";
import { run } from "../messages/run.ts";

const words = run.home;

export function RunHome() {
  const counted = (state: "PENDING_REVIEW" | "LISTED") => () =>
    api.operator.GET("/api/v2/operator/storefronts", { params: { query: { state, limit: 1 } } });
  const pending = useAnswer(["review", "count", "pending"], counted("PENDING_REVIEW"));
  const listed = useAnswer(["review", "count", "listed"], counted("LISTED"));
  const failed = useAnswer(["dead-letters", "count"], () =>
    api.operator.GET("/api/v2/operator/dead-letters", { params: { query: { take: 1 } } }),
  );
  const interest = useAnswer(["interest", "count"], () =>
    api.operator.GET("/api/v2/operator/interest", { params: { query: { limit: 1 } } }),
  );
  return (
    <Page title={words.title} lead={words.lead}>
      <Figures>
        <Figure
          label={words.review}
          value={<Count value={pending.data?.total} />}
          note={<TextLink to="/run/storefronts">{run.storefronts.title}</TextLink>}
        />
        <Figure
          label={words.failed}
          value={<Count value={failed.data?.total} />}
          note={<TextLink to="/run/dead-letters">{run.deadLetters.title}</TextLink>}
        />
        <Figure label={words.listed} value={<Count value={listed.data?.total} />} />
        <Figure
          label={words.wanted}
          value={<Count value={interest.data?.total} />}
          note={<TextLink to="/run/interest">{run.interest.title}</TextLink>}
        />
      </Figures>
    </Page>
  );
}
