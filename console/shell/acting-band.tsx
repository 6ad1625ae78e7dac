import { actFor, api } from "../api/client.ts";
import { useWrite } from "../api/use-write.ts";
import { Button } from "../components/button.tsx";
import { sentenceOf } from "../components/failure.tsx";
import { momentOf } from "../components/format.ts";
import { acting as words } from "../messages/acting.ts";
import { type Session, useSession, useSwitchOrganisation } from "./session.ts";

/** Shows on every page for whom one acts, why and until when, and ends it. */
export function ActingBand({ acting }: { readonly acting: NonNullable<Session["acting"]> }) {
  const { current } = useSession();
  const switchTo = useSwitchOrganisation();
  const end = useWrite(
    (grantId: string, headers) => {
      // It is ended as oneself.
      actFor(acting.organisationId);
      return api.operator.DELETE("/api/v2/acting-grants/{grantId}", { headers, params: { path: { grantId } } });
    },
    () => switchTo(acting.organisationId),
  );
  return (
    <section
      aria-label={words.band(current.company)}
      className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-bad bg-bad-wash px-4 py-1.5 text-sm text-bad"
    >
      <p className="font-medium">
        <bdi>{words.band(current.company)}</bdi>
      </p>
      <p className="min-w-0">
        <bdi className="line-clamp-2">{acting.reason}</bdi>
      </p>
      <p className="md:ms-auto">{words.until(momentOf(acting.endsAt))}</p>
      <p role="alert" className="empty:hidden">
        {end.error && sentenceOf(end.error)}
      </p>
      <Button disabled={end.busy} onClick={() => end.write(acting.grantId)}>
        {words.end}
      </Button>
    </section>
  );
}
