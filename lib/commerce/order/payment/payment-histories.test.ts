import { test } from "vitest";
import { atTheTill } from "#test/payment/checkout.ts";
import { openGateway } from "#test/payment/gateway.ts";
import { happeningsOf } from "#test/payment/happenings.ts";
import { offer } from "#test/payment/offer.ts";
import { playHistory } from "#test/payment/play-history.ts";
import { histories, randomFrom, seed } from "#test/support/random.ts";

const gateway = openGateway();
offer(gateway.provider);
gateway.provider.webhook = async (request) => [JSON.parse(await request.text())];

const runs = histories(5);

const scenes: [string, string[]][] = [
  ["the gateway's word first", ["pays at the page", "the gateway tells", "returns"]],
  [
    "return and word at once, twenty times",
    ["pays at the page", "returns twice", "the gateway tells twenty times"],
  ],
  ["the tab is closed after paying", ["pays at the page", "the worker looks"]],
  ["two tabs, two ways to pay", ["chooses a transfer", "pays at the page", "returns", "the gateway tells"]],
  [
    "two tabs, the card at once in the other",
    ["pays at once", "pays at the first page", "goes to pay in another tab"],
  ],
  ["declined, then another card", ["is declined", "pays at once", "returns"]],
  ["the page is left alone", ["time passes", "the worker looks"]],
  [
    "paid when the time is up and the stock has gone",
    ["time passes", "the stock goes", "pays at the page", "the gateway tells"],
  ],
  [
    "the database goes away between any two steps",
    [
      "pays at the page",
      "the database drops everybody",
      "returns",
      "the gateway tells",
      "the database drops everybody",
      "the worker looks",
    ],
  ],
  [
    "the cart is changed",
    ["changes the cart", "pays at the first page", "the gateway tells", "goes to pay in another tab"],
  ],
  ["cancelled while the money comes", ["pays at once", "cancels", "returns", "the gateway tells"]],
  [
    "refunded twice at once",
    ["pays at once", "two refunds at once", "all is refunded, twice at once", "the worker looks"],
  ],
];

test.each(scenes)(
  `%s: one order or none, and every cent where it belongs (${runs} times)`,
  { timeout: 300_000 },
  async (_scene, names) => {
    for (let run = 0; run < runs; run++) await playHistory(gateway, run, names);
  },
);

test(`random events in any order (${runs} times)`, { timeout: 300_000 }, async () => {
  for (let run = 0; run < runs; run++) {
    const random = randomFrom(seed - run);
    const known = Object.keys(happeningsOf({ gateway, shopper: await atTheTill(), log: [], random }));
    const names = Array.from({ length: 3 + Math.floor(random() * 9) }, () => {
      return known[Math.floor(random() * known.length)] ?? "returns";
    });
    await playHistory(gateway, 1_000 + run, names);
  }
});
