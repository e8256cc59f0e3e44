import { createRoot } from "react-dom/client";
import { App } from "./app/App.tsx";
import { createClient } from "./platform/apollo/client.ts";
import { startWords } from "./platform/i18n/i18n.ts";
import { browserHistory } from "./platform/router/history.ts";
import { startTheme } from "./ui/theme.ts";
import "./ui/base.css";

startTheme();
startWords();
createRoot(document.getElementById("root")!).render(
  <App client={createClient()} history={browserHistory()} />,
);
