// For programs that are not ours: node --import ./scripts/process/end-with-parent.ts <program>, started with a channel.
// When the channel closes, whoever started the program was killed, and nobody waits for it any more.
// Workers that the program starts inherit the flag, but not the parent; their channel is the program's own affair.
if (process.env.END_WITH_PARENT === String(process.ppid)) {
  process.once("disconnect", () => process.exit(1));
  // Watching the channel must not keep a program alive that has finished.
  process.channel?.unref();
}
