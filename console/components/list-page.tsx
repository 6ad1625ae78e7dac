import type { ReactNode } from "react";
import { Loaded } from "./failure.tsx";
import { List, type ListProps } from "./list.tsx";
import { Empty, Page, Section } from "./page.tsx";

interface ListPageProps<Answer, Row> extends Pick<ListProps<Row>, "keyOf" | "columns" | "filters" | "csv"> {
  readonly words: Readonly<Record<"title" | "lead" | "emptyTitle" | "emptyText", string>>;
  /** One page of the list, as `useAnswer` fetched it. */
  readonly of: Parameters<typeof Loaded<Answer>>[0]["of"];
  readonly rowsOf: (answer: Answer) => readonly Row[];
  /** What creates an entry: shown above the list, or instead of it while it is empty. */
  readonly create?: ReactNode;
  /** Content that needs attention before the list. */
  readonly above?: ReactNode;
  /** What stands below the list. */
  readonly children?: ReactNode;
}

/** A page that is a list. */
export function ListPage<Answer extends { readonly total: number }, Row>({
  words: { title, lead, emptyTitle, emptyText },
  of,
  rowsOf,
  create,
  above,
  children,
  ...list
}: ListPageProps<Answer, Row>) {
  const empty = (
    <Empty title={emptyTitle} text={emptyText}>
      {create}
    </Empty>
  );
  return (
    <Page title={title} lead={lead} actions={create}>
      {above}
      <Section flush>
        <Loaded of={of}>
          {(answer) => <List {...list} label={title} rows={rowsOf(answer)} total={answer.total} empty={empty} />}
        </Loaded>
      </Section>
      {children}
    </Page>
  );
}
