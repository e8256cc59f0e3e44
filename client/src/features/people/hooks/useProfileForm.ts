import { t } from "@lingui/core/macro";
import { graphql } from "../../../generated/gql.ts";
import type { Audience, ProfileField, UpdateProfileInput } from "../../../generated/graphql.ts";
import { useCommand } from "../../../platform/apollo/use-command.ts";
import { useProblems } from "../../../platform/apollo/use-problems.ts";
import { say } from "../../../ui/toast-list.ts";

const UpdateProfile = graphql(`
  mutation UpdateProfile($input: UpdateProfileInput!) {
    updateProfile(input: $input) {
      person {
        id
        ...ProfileView
      }
      errors {
        code
        message
        field
      }
    }
  }
`);

const OwnAudiences = graphql(`
  fragment OwnAudiences on Viewer {
    profileAudiences {
      field
      audience
    }
  }
`);

export type Audiences = Partial<Record<ProfileField, Audience>>;

/** Saves a part of the profile with who sees it. What was typed stays when it cannot be saved. */
export function useProfileForm() {
  const problems = useProblems();
  const { run, busy } = useCommand(UpdateProfile, "updateProfile", (cache, _payload, { input }) => {
    const changed = new Map(input.audiences?.map(({ field, audience }) => [field, audience]));
    cache.updateFragment(
      { id: "Viewer:{}", fragment: OwnAudiences },
      (viewer) =>
        viewer && {
          ...viewer,
          profileAudiences: viewer.profileAudiences.map((each) => ({
            ...each,
            audience: changed.get(each.field) ?? each.audience,
          })),
        },
    );
  });

  async function save(input: UpdateProfileInput, audiences: Audiences = {}): Promise<boolean> {
    const told = Object.entries(audiences) as [ProfileField, Audience][];
    const { done } = problems.keep(
      await run({
        input: { ...input, audiences: told.map(([field, audience]) => ({ field, audience })) },
      }),
    );
    if (done) say(t`Your profile is saved.`);
    return Boolean(done);
  }
  return { save, busy, of: problems.of, besides: problems.besides };
}
