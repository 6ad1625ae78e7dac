import { looksOf } from "../components/button.tsx";
import { shared } from "../messages/shared.ts";

/**
 * The session has ended elsewhere: shown above the page, whose content can still be read, and saved after signing in
 * again.
 */
export function Ended() {
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center justify-between gap-3 border-b border-warn bg-warn-wash px-4 py-3 text-warn md:px-8"
    >
      <p>{shared.failure.ended}</p>
      <a className={looksOf("secondary")} href="/sign-in?next=/console" target="_blank" rel="opener">
        {shared.failure.signIn}
      </a>
    </div>
  );
}
