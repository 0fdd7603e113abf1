import type { ReactNode } from "react";
import { ShopFrame } from "../_components/frame/shop-frame.tsx";

/** Every page reads cookies and contains its request's nonce, so none can be prerendered. */
export const dynamic = "force-dynamic";

export default function ShopLayout({ children }: { children: ReactNode }) {
  return <ShopFrame>{children}</ShopFrame>;
}
