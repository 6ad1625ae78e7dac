import { useState } from "react";
import { Button } from "../components/button.tsx";
import { Menu, MenuItem } from "../components/menu.tsx";
import { shared } from "../messages/shared.ts";
import { chooseTheme, chosenTheme, THEMES } from "./appearance.ts";

export function AppearanceMenu() {
  const [theme, setTheme] = useState(chosenTheme);
  return (
    <Menu trigger={<Button weight="quiet">{shared.frame.appearance}</Button>}>
      {THEMES.map((one) => (
        <MenuItem
          key={one}
          current={one === theme}
          onSelect={() => {
            chooseTheme(one);
            setTheme(one);
          }}
        >
          {shared.frame.themes[one]}
        </MenuItem>
      ))}
    </Menu>
  );
}
