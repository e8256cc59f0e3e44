import { useLocation } from "../../../platform/router/router.tsx";
import MePage from "./MePage.tsx";
import ProfilePage from "./ProfilePage.tsx";

/** What is one's own comes together: the first script of the site has one line less. */
export default function MePages() {
  return useLocation().pathname.startsWith("/me/profile") ? <ProfilePage /> : <MePage />;
}
