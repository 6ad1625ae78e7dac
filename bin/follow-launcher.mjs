// Loaded before a file that bin/run.mjs runs on another Node.js: if the launcher is killed outright, the file is asked to end too.
const launcher = process.ppid;
const CHECK_MS = 500;

setInterval(() => {
  if (process.ppid !== launcher) process.kill(process.pid, "SIGTERM");
}, CHECK_MS).unref();
