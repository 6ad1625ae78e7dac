import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { useState } from "react";
import { ApiError } from "#client";
import { Button, looksOf } from "../components/button.tsx";
import { Failure, Loading } from "../components/failure.tsx";
import { pages } from "../messages/frame.ts";
import { shared } from "../messages/shared.ts";
import { ActingBand } from "./acting-band.tsx";
import { AppearanceMenu } from "./appearance-menu.tsx";
import { DESK_PAGES } from "./desk-pages.ts";
import { Ended } from "./ended.tsx";
import { helpFor } from "./help.ts";
import { Notifications } from "./notifications.tsx";
import { OrganisationMenu } from "./organisation-menu.tsx";
import { SandboxBand } from "./sandbox-band.tsx";
import { Search } from "./search.tsx";
import { SessionContext, useReadSession, useSession } from "./session.ts";
import { Terms } from "./terms.tsx";

/** The frame of every page: who is signed in, the navigation, and global notices. */
export function Frame() {
  const { data: session, error, refetch } = useReadSession();
  if (!session && error instanceof ApiError && error.status === 401) return <SignIn />;
  if (!session && error)
    return (
      <main className="mx-auto max-w-xl px-4 py-16">
        <Failure error={error} title={pages.signIn.away} retry={() => void refetch()} />
      </main>
    );
  if (!session)
    return (
      <main className="mx-auto max-w-xl px-4 py-16">
        <Loading />
      </main>
    );
  return (
    <SessionContext value={session}>
      <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-surface focus:p-3">
        {shared.frame.skip}
      </a>
      {session.acting && <ActingBand acting={session.acting} />}
      {session.current.sandbox && <SandboxBand />}
      <div className="min-h-dvh lg:grid lg:grid-cols-[14rem_minmax(0,1fr)]">
        <Side />
        <div className="min-w-0">
          <Top />
          <main id="content" tabIndex={-1} className="outline-none">
            {error instanceof ApiError && error.status === 401 && <Ended />}
            {!session.current.termsAccepted && <Terms />}
            <Outlet key={session.current.id} />
          </main>
        </div>
      </div>
    </SessionContext>
  );
}

function Side() {
  const { desk } = useSession();
  const [open, setOpen] = useState(false);
  return (
    <div className="border-line bg-surface max-lg:border-b lg:border-e">
      <div className="lg:sticky lg:top-0 lg:max-h-dvh lg:overflow-y-auto">
        <div className="flex items-center gap-2 p-3">
          <OrganisationMenu />
          <span className="lg:hidden">
            <Button aria-expanded={open} aria-controls="navigation" onClick={() => setOpen(!open)}>
              {shared.frame.menu}
            </Button>
          </span>
        </div>
        <nav
          id="navigation"
          aria-label={shared.frame.navigation}
          className={`px-3 pb-3 lg:block ${open ? "" : "hidden"}`}
        >
          <ul className="space-y-0.5">
            {DESK_PAGES[desk].map(({ to, name }) => (
              <li key={to}>
                <Link
                  to={to}
                  activeOptions={{ exact: to === `/${desk}` }}
                  activeProps={{ className: "bg-accent-wash font-semibold text-accent" }}
                  inactiveProps={{ className: "text-ink hover:bg-sunken" }}
                  className="block rounded-md px-3 py-1.5"
                  onClick={() => setOpen(false)}
                >
                  {name}
                </Link>
              </li>
            ))}
            <li className="sm:hidden">
              <Help className="block rounded-md px-3 py-1.5" />
            </li>
          </ul>
        </nav>
      </div>
    </div>
  );
}

function Top() {
  return (
    <div className="flex flex-wrap items-center justify-end gap-1 border-b border-line bg-surface px-3 py-2 md:px-6">
      <Search />
      <Notifications />
      <Help className={`${looksOf("quiet")} max-sm:hidden`} />
      <AppearanceMenu />
    </div>
  );
}

/** The page of the documents about what is looked at. On a phone it stands in the menu. */
function Help({ className }: { readonly className: string }) {
  const path = useLocation({ select: ({ pathname }) => pathname });
  return (
    <a className={className} href={helpFor(path)} target="_blank" rel="noopener">
      {shared.frame.help}
    </a>
  );
}

function SignIn() {
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-4 px-4">
      <h1 className="text-2xl font-semibold tracking-tight">{pages.signIn.title}</h1>
      <p className="text-muted">{pages.signIn.text}</p>
      <p>
        <a className={looksOf("primary")} href="/sign-in?next=/console">
          {pages.signIn.action}
        </a>
      </p>
    </main>
  );
}
