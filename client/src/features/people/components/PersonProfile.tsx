import type { FragmentType } from "@apollo/client";
import type { ProfileViewFragment } from "../../../generated/graphql.ts";
import { useFragmentData } from "../../../platform/apollo/use-fragment-data.ts";
import { ProfileView, ProfileViewDocument } from "./ProfileView.tsx";

/** The profile of a person whom a page fetched. */
export function PersonProfile({ person }: { person: FragmentType<ProfileViewFragment> }) {
  const data = useFragmentData(ProfileViewDocument, person);
  return data && <ProfileView person={data} />;
}
