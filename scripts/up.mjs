/** `npm run up`: builds what changed and serves the processes topology, until Ctrl-C or SIGTERM. */
if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(`Panshi runs on Node 24 or newer; this is ${process.version}.`);
  process.exit(2);
}
await import('./up/main.mjs');
