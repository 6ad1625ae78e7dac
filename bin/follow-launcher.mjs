// Loaded before a file that bin/run.mjs runs on another Node.js: if the launcher is killed, the file is asked to end as
// well.
const launcher = process.ppid;
const CHECK_MS = 500;

const watch = setInterval(() => {
  if (process.ppid === launcher) return;
  clearInterval(watch);
  process.kill(process.pid, "SIGTERM");
}, CHECK_MS).unref();
