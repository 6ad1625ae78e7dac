import { Loaded } from "../../components/failure.tsx";
import { Section } from "../../components/page.tsx";
import { sell } from "../../messages/sell.ts";
import { TurnOn } from "./turn-on.tsx";
import { useModular } from "./use-modular.ts";

const words = sell.source;

/** Who books purchases in the system that delivers them. */
export function Booking({ sourceId }: { readonly sourceId: string }) {
  const answer = useModular(sourceId);
  return (
    <Section title={words.booking}>
      <Loaded of={answer}>
        {({ modules }) => {
          const names = modules.filter(({ kind }) => kind === "TRAFFICKING").map(({ name }) => name);
          return names.length > 0 ? (
            <p className="text-muted">{words.bookingOn(names.join(", "))}</p>
          ) : (
            <TurnOn
              sourceId={sourceId}
              contractId="manual-trafficking:v1"
              title={words.bookingOff}
              text={words.bookingOffText}
              action={words.bookByHand}
              field={{ name: "targetSystem", label: words.targetSystem }}
            />
          );
        }}
      </Loaded>
    </Section>
  );
}
