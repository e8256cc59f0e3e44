import { useLocation } from "../../../platform/router/router.tsx";
import DirectoryPage from "./DirectoryPage.tsx";
import MapPage from "./MapPage.tsx";

/** The two ways to look at the people of a network come together: the first script of the site has one line less. */
export default function DirectoryPages() {
  return useLocation().pathname.endsWith("/map") ? <MapPage /> : <DirectoryPage />;
}
