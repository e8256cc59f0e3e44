import type { ApolloClient } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import type { ReactNode } from "react";
import { Toasts } from "../ui/Toasts.tsx";

/** What every screen stands in. The router comes from outside, so that tests can bring their own. */
export function App({ client, children }: { client: ApolloClient; children: ReactNode }) {
  return (
    <I18nProvider i18n={i18n}>
      <ApolloProvider client={client}>
        {children}
        <Toasts />
      </ApolloProvider>
    </I18nProvider>
  );
}
