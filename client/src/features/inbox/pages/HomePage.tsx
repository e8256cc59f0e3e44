import { useQuery } from "@apollo/client/react";
import { useLingui } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import { PageFrame, PageHeader } from "../../../ui/PageFrame.tsx";

const HomePageQuery = graphql(`
  query HomePage {
    viewer {
      ...ShellViewer
    }
  }
`);

export default function HomePage() {
  const { t } = useLingui();
  useQuery(HomePageQuery);
  return (
    <PageFrame header={<PageHeader title={t`Home`} />}>
      <p />
    </PageFrame>
  );
}
