import { useQuery } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { graphql } from "../../../generated/gql.ts";
import { useFrame } from "../../../platform/apollo/use-frame.ts";
import { Link } from "../../../platform/router/Link.tsx";
import { buttonLook } from "../../../ui/button-look.ts";
import { PageFrame, PageHeader, Section } from "../../../ui/PageFrame.tsx";
import { PageProblem } from "../../../ui/PageProblem.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { ChangePassword } from "../components/ChangePassword.tsx";
import { EmailStatus } from "../components/EmailStatus.tsx";
import { Portrait } from "../components/Portrait.tsx";
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
        name
        profession
        photo {
          small
          large
        }
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
            <div className="flex items-center gap-4 pb-2">
              <Portrait {...viewer.person} size="l" />
              <div className="min-w-0">
                <p dir="auto" className="text-match font-semibold">
                  {viewer.person.name}
                </p>
                {viewer.person.profession && (
                  <p dir="auto" className="text-match text-sm text-ink-2">
                    {viewer.person.profession}
                  </p>
                )}
              </div>
            </div>
            <div>
              <Link to="/me/profile" className={buttonLook("primary")}>
                <Trans>See and change your profile</Trans>
              </Link>
            </div>
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
