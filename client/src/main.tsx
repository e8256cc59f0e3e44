import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { App } from "./app/App.tsx";
import { AppRoutes } from "./app/Routes.tsx";
import { startTheme } from "./ui/theme.ts";
import { createClient } from "./platform/apollo/client.ts";
import { startWords } from "./platform/i18n/i18n.ts";
import "./ui/base.css";

startTheme();
startWords();
createRoot(document.getElementById("root")!).render(
  <App client={createClient()}>
    <BrowserRouter>
      <AppRoutes />
    </BrowserRouter>
  </App>,
);
