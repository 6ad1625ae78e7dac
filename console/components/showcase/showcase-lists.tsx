import { showcase as words } from "../../messages/showcase.ts";
import { Code, Copy } from "../as-api.tsx";
import { FileDrop } from "../file-drop.tsx";
import { ChoiceFilter, List, TextFilter } from "../list.tsx";
import { Empty, Section } from "../page.tsx";
import { Money, Name } from "../values.tsx";

const nothing = () => undefined;

/** A list with its filters, its file and its pages, one that is empty, what a file is dropped on, and what is copied. */
export function Lists() {
  return (
    <>
      <Section title={words.list} flush>
        <List
          label={words.list}
          rows={[{ name: "Northwind Media", amount: 1_204.5 }]}
          total={60}
          keyOf={({ name }) => name}
          empty={null}
          filters={
            <>
              <TextFilter name="name" label={words.name} />
              <ChoiceFilter
                name="choice"
                label={words.choice}
                options={[
                  ["", words.name],
                  ["two", words.amount],
                ]}
              />
            </>
          }
          csv={{ name: "components.csv", ask: async () => ({}) }}
          columns={[
            { head: words.name, cell: ({ name }) => <Name>{name}</Name> },
            { head: words.amount, cell: ({ amount }) => <Money amount={amount} currency="USD" />, figures: true },
          ]}
        />
      </Section>
      <Section title={words.emptyList} flush>
        <List
          label={words.emptyList}
          rows={[]}
          total={0}
          keyOf={String}
          columns={[]}
          empty={<Empty title={words.emptyTitle} text={words.emptyText} />}
        />
      </Section>
      <Taken />
    </>
  );
}

function Taken() {
  return (
    <>
      <Section title={words.file}>
        <FileDrop label={words.file} accept=".csv" onChoose={nothing} />
      </Section>
      <Section title={words.code}>
        <div className="flex items-start gap-2">
          <Code text="curl -s 'https://interchange.example/api/v2/buyer/campaigns'" label={words.code} />
          <Copy text="curl" />
        </div>
      </Section>
    </>
  );
}
