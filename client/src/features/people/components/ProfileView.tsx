import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { graphql } from "../../../generated/gql.ts";
import type { ProfileViewFragment } from "../../../generated/graphql.ts";
import { Chip } from "../../../ui/Chip.tsx";
import { Section } from "../../../ui/PageFrame.tsx";
import { fieldWord } from "../../groups/components/context-words.ts";
import { countryName } from "../../groups/components/words.ts";
import { languageName } from "./languages.ts";
import { LocalTime } from "./LocalTime.tsx";
import { Portrait } from "./Portrait.tsx";
import { careerStageWord, monthOf } from "./profile-words.ts";

export const ProfileViewDocument = graphql(`
  fragment ProfileView on Person {
    id
    name
    pronunciation
    profession
    field
    careerStage
    country
    timeZone
    readingLanguages
    writingLanguages
    interests
    canHelpWith
    about
    photo {
      small
      large
    }
    posts {
      id
      title
      employer
      startsOn
      endsOn
    }
  }
`);

/** A person as whoever looks is told of them. What is not told takes no room. */
export function ProfileView({ person }: { person: ProfileViewFragment }) {
  const { t, i18n } = useLingui();
  const spoken = (codes: readonly string[]) =>
    codes.map((code) => languageName(code, i18n.locale)).join(", ");
  const reads = spoken(person.readingLanguages);
  const writes = spoken(person.writingLanguages);
  return (
    <>
      <div className="flex items-center gap-4 pt-2">
        <Portrait id={person.id} name={person.name} photo={person.photo} size="l" />
        <div className="min-w-0">
          <p dir="auto" className="text-match text-xl font-semibold">
            {person.name}
          </p>
          {person.pronunciation && (
            <p className="text-sm text-ink-2">
              <Trans>
                Said as <bdi>{person.pronunciation}</bdi>
              </Trans>
            </p>
          )}
          {person.profession && (
            <p dir="auto" className="text-match text-ink-2">
              {person.profession}
            </p>
          )}
        </div>
      </div>
      {person.about && <Words text={person.about} />}
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 text-sm">
        {person.field && <Fact name={t`Field`}>{fieldWord(person.field)}</Fact>}
        {person.careerStage && <Fact name={t`Career`}>{careerStageWord(person.careerStage)}</Fact>}
        {person.country && <Fact name={t`Country`}>{countryName(person.country)}</Fact>}
        {person.timeZone && (
          <Fact name={t`Their time`}>
            <LocalTime zone={person.timeZone} />
            {" · "}
            <bdi>{person.timeZone.replaceAll("_", " ")}</bdi>
          </Fact>
        )}
        {reads && reads === writes && <Fact name={t`Languages`}>{reads}</Fact>}
        {reads && reads !== writes && <Fact name={t`Reads`}>{reads}</Fact>}
        {writes && reads !== writes && <Fact name={t`Writes`}>{writes}</Fact>}
      </dl>
      {person.canHelpWith && (
        <Section title={t`Can help with`}>
          <Words text={person.canHelpWith} />
        </Section>
      )}
      {person.interests.length > 0 && (
        <Section title={t`Interests`}>
          <ul className="flex flex-wrap gap-2">
            {person.interests.map((interest) => (
              <li key={interest} className="max-w-full overflow-hidden">
                <Chip>
                  <bdi className="truncate text-sm">{interest}</bdi>
                </Chip>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {person.posts.length > 0 && (
        <Section title={t`Posts`}>
          <ul className="grid gap-3">
            {person.posts.map((post) => (
              <li key={post.id} className="border-s-2 border-line ps-3">
                <p dir="auto" className="text-match font-semibold">
                  {post.title}
                </p>
                <p dir="auto" className="text-match text-sm">
                  {post.employer}
                </p>
                <p className="text-xs text-ink-2">
                  {monthOf(post.startsOn, i18n.locale)}
                  {" – "}
                  {post.endsOn ? monthOf(post.endsOn, i18n.locale) : t`now`}
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Words({ text }: { text: string }) {
  return (
    <p dir="auto" className="w-fit max-w-[66ch] whitespace-pre-line wrap-anywhere">
      {text}
    </p>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
