import { useParams } from "../../../platform/router/router.tsx";
import OrganisationPage from "./OrganisationPage.tsx";
import OrganisationsPage from "./OrganisationsPage.tsx";

/** The list and the one come together: the first script of the site has one line less. */
export default function OrganisationPages() {
  return useParams()["slug"] ? <OrganisationsPage /> : <OrganisationPage />;
}
