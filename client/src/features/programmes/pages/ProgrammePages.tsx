import { useParams } from "../../../platform/router/router.tsx";
import ProgrammePage from "./ProgrammePage.tsx";
import ProgrammesPage from "./ProgrammesPage.tsx";

/** The list and the one come together: the first script of the site has one line less. */
export default function ProgrammePages() {
  return useParams()["slug"] ? <ProgrammesPage /> : <ProgrammePage />;
}
