import { NothingHere } from "./_components/nothing-here.tsx";
import { ShopFrame } from "./_components/shop-frame.tsx";

/** What a page shows that says notFound() while the browser walks from page to page. */
export default function NotFound() {
  return (
    <ShopFrame>
      <NothingHere />
    </ShopFrame>
  );
}
