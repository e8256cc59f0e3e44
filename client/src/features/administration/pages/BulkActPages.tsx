import { useParams } from "../../../platform/router/router.tsx";
import BulkActPage from "./BulkActPage.tsx";
import BulkActsPage from "./BulkActsPage.tsx";

/** The record and the one come together: the first script of the site has one line less. */
export default function BulkActPages() {
  return useParams()["slug"] ? <BulkActsPage /> : <BulkActPage />;
}
