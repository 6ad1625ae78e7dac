import { Content, Item, Portal, Root, Separator, Trigger } from "@radix-ui/react-dropdown-menu";
import type { ReactNode } from "react";

interface MenuProps {
  /** A button. */
  readonly trigger: ReactNode;
  readonly children: ReactNode;
}

/** Not modal: what would lock the page's scrolling writes a style that the policy forbids. */
export function Menu({ trigger, children }: MenuProps) {
  return (
    <Root modal={false}>
      <Trigger asChild>{trigger}</Trigger>
      <Portal>
        <Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className="z-20 min-w-56 max-w-80 rounded-md border border-line bg-surface p-1 text-ink shadow-raised"
        >
          {children}
        </Content>
      </Portal>
    </Root>
  );
}

interface MenuItemProps {
  readonly onSelect: () => void;
  readonly current?: boolean;
  readonly children: ReactNode;
}

export function MenuItem({ onSelect, current = false, children }: MenuItemProps) {
  const look = current ? "font-semibold text-accent" : "";
  return (
    <Item
      onSelect={onSelect}
      aria-current={current ? "true" : undefined}
      className={`cursor-pointer rounded-sm px-3 py-1.5 outline-none data-highlighted:bg-sunken ${look}`}
    >
      {children}
    </Item>
  );
}

export function MenuLine() {
  return <Separator className="my-1 h-px bg-line" />;
}
