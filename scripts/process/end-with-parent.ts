// For third-party programs: node --import ./scripts/process/end-with-parent.ts <program>, started with a channel. If
// the channel closes, the parent was killed, and the program exits. Workers of the program inherit the flag, but not
// the parent; their channel is not our concern.
if (process.env.END_WITH_PARENT === String(process.ppid)) {
  process.once("disconnect", () => process.exit(1));
  // Watching the channel must not keep a finished program alive.
  process.channel?.unref();
}
