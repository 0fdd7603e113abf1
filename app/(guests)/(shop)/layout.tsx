import ShopLayout from "../../(shop)/layout.tsx";

export const dynamic = "force-dynamic";

export default ShopLayout;
