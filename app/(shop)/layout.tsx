import type { ReactNode } from "react";
import { ShopFrame } from "../_components/shop-frame.tsx";

/** Every page of the shop reads cookies, and carries the nonce of its request: none is made ahead of time. */
export const dynamic = "force-dynamic";

export default function ShopLayout({ children }: { children: ReactNode }) {
  return <ShopFrame>{children}</ShopFrame>;
}
