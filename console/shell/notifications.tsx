import { useState } from "react";
import type { Buyer } from "#client";
import { api } from "../api/client.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useWrite } from "../api/use-write.ts";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { Loaded } from "../components/failure.tsx";
import { Moment } from "../components/values.tsx";
import { shared } from "../messages/shared.ts";

const EVERY_MS = 30_000;

export function Notifications() {
  const [open, setOpen] = useState(false);
  const query = { params: { query: { limit: 20 } } };
  const answer = useAnswer(["notifications"], () => api.operator.GET("/api/v2/notifications", query), {
    everyMs: EVERY_MS,
  });
  const readAll = useWrite((_: null, headers) => api.operator.POST("/api/v2/notifications/read-all", { headers }));
  const unread = answer.data?.unreadCount ?? 0;
  return (
    <>
      <Button weight="quiet" onClick={() => setOpen(true)}>
        {shared.frame.notifications}
        {unread > 0 && (
          <span className="rounded-full bg-bad-wash px-1.5 text-xs font-semibold text-bad">
            {unread}
            <span className="sr-only"> {shared.frame.unread(unread)}</span>
          </span>
        )}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={shared.frame.notifications} wide>
        <Loaded of={answer}>
          {({ notifications }) => (
            <>
              {notifications.length === 0 && <p className="text-muted">{shared.frame.noNotifications}</p>}
              <ul className="space-y-4">
                {notifications.map((one) => (
                  <NotificationItem key={one.id} told={one} />
                ))}
              </ul>
              {unread > 0 && (
                <p className="mt-4">
                  <Button onClick={() => readAll.write(null)}>{shared.frame.markAllRead}</Button>
                </p>
              )}
            </>
          )}
        </Loaded>
      </Dialog>
    </>
  );
}

function NotificationItem({ told }: { readonly told: Buyer["schemas"]["Notification"] }) {
  return (
    <li className="border-s-2 border-line ps-3">
      <p className={told.read ? "text-muted" : "font-medium"}>{told.message}</p>
      <p className="text-sm text-muted">
        <Moment at={told.createdAt} />
      </p>
    </li>
  );
}
