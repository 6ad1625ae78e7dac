import { type ErrorComponentProps, Navigate } from "@tanstack/react-router";
import { Go } from "../components/button.tsx";
import { Failure } from "../components/failure.tsx";
import { Empty, Page } from "../components/page.tsx";
import { shared } from "../messages/shared.ts";
import { useSession } from "./session.ts";

/** Each organisation has its desk. */
export function Start() {
  const { desk } = useSession();
  return <Navigate to={`/${desk}`} replace />;
}

export function NotFound() {
  return (
    <Empty title={shared.failure.notFound} text={shared.failure.notFoundText}>
      <Go to="/">{shared.actions.back}</Go>
    </Empty>
  );
}

/** For a page that fails, or whose script is gone because a newer version is being served. */
export function Broken({ error }: ErrorComponentProps) {
  return (
    <Page title={shared.failure.page}>
      <Failure
        error={error instanceof Error ? error : new Error(String(error))}
        retry={() => globalThis.location.reload()}
      />
    </Page>
  );
}
