import { useQuery } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import { useFrame } from "../../../platform/apollo/use-frame.ts";
import { PageFrame, PageHeader, Section } from "../../../ui/PageFrame.tsx";
import { PageProblem } from "../../../ui/PageProblem.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { ChangePassword } from "../components/ChangePassword.tsx";
import { EmailStatus } from "../components/EmailStatus.tsx";
import { ProfileForm } from "../components/ProfileForm.tsx";
import { SignOut } from "../components/SignOut.tsx";
import { ThemeChoice } from "../components/ThemeChoice.tsx";

const MePageQuery = graphql(`
  query MePage($frame: Boolean!) {
    viewer {
      ...ShellViewer @include(if: $frame)
      email
      emailVerified
      person {
        id
        ...ProfileForm
      }
    }
  }
`);

export default function MePage() {
  const { t } = useLingui();
  const { frame } = useFrame();
  const { data, error, refetch } = useQuery(MePageQuery, { variables: { frame } });
  const viewer = data?.viewer;
  return (
    <PageFrame header={<PageHeader title={t`Me`} />}>
      {error && !data && <PageProblem retry={refetch} />}
      {!viewer && !error && <Skeleton label={t`Fetching your profile`} />}
      {viewer && (
        <>
          <Section title={t`Your profile`}>
            <p className="pb-2 text-sm text-ink-2">
              <Trans>The people in your networks see this.</Trans>
            </p>
            <ProfileForm person={viewer.person} />
          </Section>
          <Section title={t`How it looks`}>
            <ThemeChoice />
          </Section>
          <Section title={t`E-mail address`}>
            <EmailStatus email={viewer.email} verified={viewer.emailVerified} />
          </Section>
          <Section title={t`Password`}>
            <ChangePassword />
          </Section>
          <Section title={t`This device`}>
            <SignOut personId={viewer.person.id} />
          </Section>
        </>
      )}
    </PageFrame>
  );
}
