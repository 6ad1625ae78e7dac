import { Navigate } from "@tanstack/react-router";
import { Go } from "../components/button.tsx";
import { Empty } from "../components/page.tsx";
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
