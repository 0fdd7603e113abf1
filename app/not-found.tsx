import { NothingHere } from "./_components/nothing-here.tsx";
import { ShopFrame } from "./_components/shop-frame.tsx";

/** Shown if a page calls notFound() during client-side navigation. */
export default function NotFound() {
  return (
    <ShopFrame>
      <NothingHere />
    </ShopFrame>
  );
}
