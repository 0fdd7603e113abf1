import { isFollowed } from "../progress/is-followed.ts";

/** Notices when the shopper leaves the page inside the shop, by a link or by going back or forward. */
export function watchLeaving() {
  let hasLeft = false;
  const leave = () => {
    hasLeft = true;
  };
  const follow = (event: MouseEvent) => {
    if (isFollowed(event) && !event.defaultPrevented) leave();
  };
  document.addEventListener("click", follow, true);
  addEventListener("popstate", leave);
  return {
    hasLeft: () => hasLeft,
    stop() {
      document.removeEventListener("click", follow, true);
      removeEventListener("popstate", leave);
    },
  };
}
