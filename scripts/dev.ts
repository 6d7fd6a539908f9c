import { spawn } from 'node:child_process';
import { claimDemo } from './demo/claim.ts';
import { startDemo } from './demo/demo.ts';
import { orExit } from './demo/or-exit.ts';
import { defaultPaths, demoFolder } from './paths.ts';

/** The demo with hot reload for the kiosk (vite) and programs that start anew when their code changes. */
const ports = { bridge: 7300, platform: 7400, printer: 7331, printerControl: 7332 };
await orExit(claimDemo(demoFolder, ports));
const demo = await startDemo({
  folder: demoFolder,
  placeCode: '331003107',
  ports,
  watch: true,
  onProgress: line => process.stdout.write(`Starting ${line}\n`),
  onCrash: (name, how) => process.stdout.write(`${name} ended (${how}); starting it again\n`),
});
const vite = spawn('vite', ['--port', '7373', '--strictPort'], { cwd: defaultPaths.checkout, stdio: 'inherit' });
const end = async (): Promise<void> => {
  vite.kill();
  await demo.close();
  process.exit(0);
};
process.on('SIGINT', end);
process.on('SIGTERM', end);
