import { Menu, MenuItem, MenuLine } from "../components/menu.tsx";
import { shared } from "../messages/shared.ts";
import { DESK_OF, signOut, useSession, useSwitchOrganisation } from "./session.ts";

/** Which desk one sits at, and for whom: an organisation has one desk. */
export function OrganisationMenu() {
  const { current, memberships, desk, person } = useSession();
  const switchTo = useSwitchOrganisation();
  const trigger = (
    <button
      type="button"
      className="min-w-0 grow rounded-md border border-line px-3 py-2 text-start hover:bg-sunken"
      aria-label={`${shared.frame.desk}: ${shared.desks[desk]}, ${current.company}`}
    >
      <span className="block text-xs font-semibold tracking-wide text-accent uppercase">{shared.desks[desk]}</span>
      <bdi className="line-clamp-2 font-medium">{current.company}</bdi>
    </button>
  );
  return (
    <Menu trigger={trigger}>
      {memberships.map(({ organisationId, company, side }) => (
        <MenuItem
          key={organisationId}
          current={organisationId === current.id}
          onSelect={() => switchTo(organisationId)}
        >
          <span className="block text-xs text-muted">{shared.desks[DESK_OF[side]]}</span>
          <bdi>{company}</bdi>
        </MenuItem>
      ))}
      <MenuLine />
      <p className="px-3 py-1 text-sm text-muted">
        <bdi>{person.name ?? person.email}</bdi>
      </p>
      <MenuItem onSelect={() => void signOut()}>{shared.frame.signOut}</MenuItem>
    </Menu>
  );
}
