import { api } from "../../api/client.ts";
import { useWrite } from "../../api/use-write.ts";
import { Checkbox, Field, Form, Select, type Typed } from "../../components/form.tsx";
import { Section } from "../../components/page.tsx";
import { Table } from "../../components/table.tsx";
import { Count, Name } from "../../components/values.tsx";
import { advertiser } from "../../messages/advertiser.ts";
import type { Shown } from "./advertiser.tsx";

const words = advertiser.measurement;
const FREQUENCIES = ["weekly", "monthly", "quarterly"] as const;

export function Measurement({ shown }: { readonly shown: Shown }) {
  return (
    <>
      <Section title={words.title}>
        <Configuration shown={shown} />
      </Section>
      <Section title={words.cohorts} flush>
        <Cohorts cohorts={shown.testCohorts} />
      </Section>
    </>
  );
}

function Configuration({ shown: { id, measurementConfig: config } }: { readonly shown: Shown }) {
  const save = useWrite(({ mmm, provider, frequency, incrementality, lift }: Typed, headers) =>
    api.buyer.PUT("/api/v2/buyer/advertisers/{advertiserId}/measurement-config", {
      headers,
      params: { path: { advertiserId: id } },
      body: {
        mmmEnabled: mmm === "on",
        mmmConfig: {
          ...config.mmmConfig,
          ...(provider && { provider }),
          reportingFrequency: FREQUENCIES.find((one) => one === frequency) ?? "monthly",
        },
        incrementalityTestingEnabled: incrementality === "on",
        brandLiftEnabled: lift === "on",
      },
    }),
  );
  return (
    <Form
      onSubmit={save.write}
      write={save}
      action={words.save}
      fields={["mmmConfig.provider"]}
      aside={save.data && <span role="status">{words.saved}</span>}
    >
      {(errorOf) => (
        <>
          <Checkbox name="mmm" label={words.mmm} initial={config.mmmEnabled} />
          <div className="grid gap-4 sm:grid-cols-2">
            <Field
              name="provider"
              label={words.provider}
              initial={config.mmmConfig?.provider ?? ""}
              error={errorOf("mmmConfig.provider")}
              optional
            />
            <Select
              name="frequency"
              label={words.frequency}
              options={FREQUENCIES.map((one) => [one, words.frequencies[one] ?? one] as const)}
              initial={config.mmmConfig?.reportingFrequency ?? "monthly"}
            />
          </div>
          <Checkbox name="incrementality" label={words.incrementality} initial={config.incrementalityTestingEnabled} />
          <Checkbox name="lift" label={words.lift} initial={config.brandLiftEnabled} />
        </>
      )}
    </Form>
  );
}

function Cohorts({ cohorts }: { readonly cohorts: Shown["testCohorts"] }) {
  if (cohorts.length === 0) return <p className="px-4 py-4 text-muted">{words.noCohorts}</p>;
  return (
    <Table
      label={words.cohorts}
      rows={cohorts}
      keyOf={({ id }) => id}
      columns={[
        { head: words.cohort, cell: ({ name }) => <Name>{name}</Name> },
        { head: words.role, cell: ({ role }) => words.roles[role] },
        { head: words.size, cell: ({ estimatedSize }) => <Count value={estimatedSize} />, figures: true },
      ]}
    />
  );
}
