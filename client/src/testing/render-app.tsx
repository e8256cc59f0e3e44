import { cleanup, configure, render } from "@testing-library/react";
import { afterEach } from "vitest";
import { App } from "../app/App.tsx";
import { createClient } from "../platform/apollo/client.ts";
import { dropFrame } from "../platform/apollo/use-frame.ts";
import { startWords } from "../platform/i18n/i18n.ts";
import { memoryHistory } from "../platform/router/history.ts";
import { setSignedIn } from "../platform/session/session.ts";
import { schemaLink, type Root } from "./schema-link.ts";

// A page's script is fetched when its path is first gone to, and a busy machine takes its time.
configure({ asyncUtilTimeout: 10_000 });
afterEach(cleanup);

/** The whole app at a path, on a stubbed schema. */
export function renderApp(path: string, root: Root) {
  startWords();
  setSignedIn(null);
  dropFrame();
  const asked: string[] = [];
  const history = memoryHistory(path);
  const client = createClient(schemaLink(root, asked));
  const screen = render(<App client={client} history={history} />);
  return { ...screen, asked, history, client };
}
