import type { ApolloClient } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import type { History } from "../platform/router/history.ts";
import { Router, Routes } from "../platform/router/router.tsx";
import { Toasts } from "../ui/Toasts.tsx";
import { routes } from "./routes.tsx";

/** The whole app, on a client and a history that come from outside, so that tests can bring their own. */
export function App({ client, history }: { client: ApolloClient; history: History }) {
  return (
    <I18nProvider i18n={i18n}>
      <ApolloProvider client={client}>
        <Router history={history}>
          <Routes routes={routes} />
        </Router>
        <Toasts />
      </ApolloProvider>
    </I18nProvider>
  );
}
