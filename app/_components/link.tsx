import NextLink from "next/link";
import type { ComponentProps } from "react";
import { LinkProgress } from "./link-progress.tsx";

/**
 * A link to a page of the shop, which is fetched when it is followed. Next would fetch what it can of each visible link
 * beforehand. All our pages are made for their visitor, so that is next to nothing, but costs the server a third of a
 * page each time.
 */
export function Link({ children, ...props }: Omit<ComponentProps<typeof NextLink>, "prefetch">) {
  return (
    <NextLink {...props} prefetch={false}>
      {children}
      <LinkProgress />
    </NextLink>
  );
}
