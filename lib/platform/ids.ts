import { v7 } from "uuid";

// A call for random bytes costs ten times as much as the rest of an id.
const ids = 256;
const bytes = 16;
const random = new Uint8Array(ids * bytes);
let used = random.length;

let lastMs = 0;
let sequence = 0;

/** A UUID v7, so that ids of a table sort by creation, also those of one millisecond. */
export function newId(): string {
  const own = nextRandom();
  const now = Date.now();
  // uuid keeps neither for those who bring their random bytes. The sequence has 32 bits and starts below the middle.
  if (now > lastMs) {
    lastMs = now;
    sequence = new DataView(own.buffer, own.byteOffset).getUint32(6) & 0x7f_ff_ff_ff;
  } else sequence += 1;
  return v7({ random: own, msecs: lastMs, seq: sequence });
}

function nextRandom(): Uint8Array {
  if (used === random.length) {
    crypto.getRandomValues(random);
    used = 0;
  }
  used += bytes;
  return random.subarray(used - bytes, used);
}
