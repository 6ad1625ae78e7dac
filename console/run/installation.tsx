import type { Operator } from "#client";
import { api } from "../api/client.ts";
import { useAnswer } from "../api/use-answer.ts";
import { TextLink } from "../components/button.tsx";
import { Loaded } from "../components/failure.tsx";
import { sizeOf } from "../components/format.ts";
import { Facts, Page, Section } from "../components/page.tsx";
import { Moment, Name } from "../components/values.tsx";
import { run } from "../messages/run.ts";

type Status = Operator["schemas"]["InstallationStatus"];

const words = run.installation;

/** What runs here: its version, its database, and whether the audit log is valid. */
export function Installation() {
  const answer = useAnswer(["installation"], () => api.operator.GET("/api/v2/operator/installation"));
  return (
    <Page title={words.title} lead={words.lead}>
      <Loaded of={answer}>
        {(status) => (
          <>
            <Section title={words.server}>
              <Facts facts={serverFacts(status)} />
            </Section>
            <Section title={words.database}>
              <Facts facts={databaseFacts(status)} />
            </Section>
            <Section title={words.backupsTitle} note={words.backups}>
              {status.lastBackup ? <Facts facts={backupFacts(status.lastBackup)} /> : <p>{words.noBackup}</p>}
            </Section>
            <Section title={words.audit} note={words.checkpoints[status.auditCheckpoints ?? "none"]}>
              <TextLink to="/audit">{words.verify}</TextLink>
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}

const serverFacts = ({ release, commitSha, node, publicUrl, sandbox, signUp, termsVersion }: Status) =>
  [
    [words.release, commitSha ? `${release} (${commitSha.slice(0, 12)})` : release],
    [words.node, node],
    [words.address, <Name>{publicUrl}</Name>],
    [words.kind, sandbox ? words.sandbox : words.market],
    [words.signUp, words.signUps[signUp]],
    [words.terms, <Name>{termsVersion}</Name>],
  ] as const;

const backupFacts = ({ at, verifiedAt, sizeBytes, restoreTriedAt }: NonNullable<Status["lastBackup"]>) =>
  [
    [words.backupAt, <Moment at={at} />],
    [words.backupVerified, <Moment at={verifiedAt} />],
    [words.size, sizeOf(sizeBytes)],
    [words.restoreTried, restoreTriedAt ? <Moment at={restoreTriedAt} /> : words.never],
  ] as const;

const databaseFacts = ({ database: { server, bytes, migrations, newestMigration, migratedAt } }: Status) =>
  [
    [words.postgresql, server],
    [words.size, sizeOf(bytes)],
    [words.migrations, words.migrated(migrations, newestMigration.replace(/\.sql$/, ""))],
    [words.migratedAt, <Moment at={migratedAt} />],
  ] as const;
