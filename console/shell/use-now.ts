import { api } from "../api/client.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useSession } from "./session.ts";

/** The clock of a sandbox, which its users can move. */
export function useClock() {
  const { current } = useSession();
  return useAnswer(["clock"], () => api.operator.GET("/api/v2/sandbox/clock"), { enabled: current.sandbox });
}

/** The organisation's time, in milliseconds: in a sandbox by its own clock. */
export function useNow(): number {
  const { data } = useClock();
  return data ? Date.parse(data.now) : Date.now();
}
