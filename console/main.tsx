import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { queries } from "./api/queries.ts";
import { applyAppearance } from "./shell/appearance.ts";
import { router } from "./shell/routes.tsx";
import "./style.css";

applyAppearance();
const place = document.getElementById("console");
if (!place) throw new Error("the document has no place for the console");
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
