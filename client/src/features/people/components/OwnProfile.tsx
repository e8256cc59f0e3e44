import type { FragmentType } from "@apollo/client";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { Audience, ProfileField, ProfileViewFragment } from "../../../generated/graphql.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { Choices } from "../../../ui/Choices.tsx";
import { PhotoForm } from "./PhotoForm.tsx";
import { PostsForm } from "./PostsForm.tsx";
import { LanguagesForm, NameForm, WordsForm, WorkForm } from "./ProfileForms.tsx";
import { ProfileView, ProfileViewDocument } from "./ProfileView.tsx";
import { seenAs, type Onlooker } from "./seen-as.ts";

interface Props {
  person: FragmentType<ProfileViewFragment>;
  audiences: readonly { field: ProfileField; audience: Audience }[];
}

/** One's own profile: to change it, and to see it as others do. */
export function OwnProfile({ person, audiences }: Props) {
  const { t } = useLingui();
  const [as, setAs] = useState<"ME" | Onlooker>("ME");
  const data = useFragmentData(ProfileViewDocument, person);
  if (!data) return null;
  const audienceOf = (field: ProfileField) =>
    audiences.find((each) => each.field === field)?.audience ?? "NETWORK";
  const form = { person: data, audienceOf };
  return (
    <>
      <Choices
        label={t`Show it`}
        value={as}
        onChange={setAs}
        options={[
          { value: "ME", label: t`To change it` },
          { value: "NETWORK", label: t`As my networks see it` },
          { value: "GROUPS", label: t`As my groups see it` },
        ]}
      />
      {as === "ME" ? (
        <>
          <p className="text-sm text-ink-2">
            <Trans>
              Name, profession and country are for everybody in your networks. For all else you say
              who sees it.
            </Trans>
          </p>
          <PhotoForm {...form} />
          <NameForm {...form} />
          <WorkForm {...form} />
          <LanguagesForm {...form} />
          <WordsForm {...form} />
          <PostsForm {...form} key={data.posts.map(({ id }) => id).join()} />
        </>
      ) : (
        <ProfileView person={seenAs(data, audiences, as)} />
      )}
    </>
  );
}
