import { useQuery } from "@apollo/client/react";
import { useLingui } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import { useFrame } from "../../../platform/apollo/use-frame.ts";
import { BackButton } from "../../../platform/router/BackButton.tsx";
import { PageFrame, PageHeader } from "../../../ui/PageFrame.tsx";
import { PageProblem } from "../../../ui/PageProblem.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { OwnProfile } from "../components/OwnProfile.tsx";

const ProfilePageQuery = graphql(`
  query ProfilePage($frame: Boolean!) {
    viewer {
      ...ShellViewer @include(if: $frame)
      profileAudiences {
        field
        audience
      }
      person {
        id
        ...ProfileView
      }
    }
  }
`);

export default function ProfilePage() {
  const { t } = useLingui();
  const { frame } = useFrame();
  const { data, error, refetch } = useQuery(ProfilePageQuery, { variables: { frame } });
  const viewer = data?.viewer;
  return (
    <PageFrame header={<PageHeader title={t`Your profile`} back={<BackButton />} />}>
      {error && !data && <PageProblem retry={refetch} />}
      {!viewer && !error && <Skeleton label={t`Fetching your profile`} />}
      {viewer && <OwnProfile person={viewer.person} audiences={viewer.profileAudiences} />}
    </PageFrame>
  );
}
