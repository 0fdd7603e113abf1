import { expect, test } from "vitest";
import { trackingPage } from "./tracking-page.ts";

test.each([
  ["UPS", "1Z 999 AA1 01 2345 6784", "https://www.ups.com/track?tracknum=1Z999AA10123456784"],
  ["ups ground", "1Z1", "https://www.ups.com/track?tracknum=1Z1"],
  ["USPS", "9400", "https://tools.usps.com/go/TrackConfirmAction?tLabels=9400"],
  ["DHL Express", "003", "https://www.dhl.com/global-en/home/tracking.html?tracking-id=003"],
  ["FedEx", "a&b=$&", "https://www.fedex.com/fedextrack/?trknbr=a%26b%3D%24%26"],
  ["Upstream Freight", "1", null],
  ["", "1", null],
])("a parcel of %j with number %j is shown at %j", (carrier, number, page) => {
  expect(trackingPage(carrier, number)).toBe(page);
});
