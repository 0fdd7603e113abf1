import type { ComponentProps } from "react";

type Props = Omit<ComponentProps<"a">, "href"> & { href: string };

/**
 * A link to a page of the shop. Where scripts run, its page is shown in place once it is followed (useLinks), so that a
 * link is markup alone: it costs no component in the browser, and nothing is fetched ahead.
 */
export function Link(props: Props) {
  return <a data-link="" {...props} />;
}
