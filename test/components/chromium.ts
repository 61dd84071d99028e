import { spawnSync } from 'node:child_process';
import { type Browser, chromium } from 'playwright-core';
import { suiteNeeding } from './suite-needing.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const program = names.find((name) => spawnSync(name, ['--version']).status === 0);

/** What keeps it off the network but for the page under test. */
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const describeWithChromium = suiteNeeding(
  'Chromium',
  program === undefined ? { missing: `none of ${names.join(', ')} is on the PATH` } : { program },
);

/** A Chromium of a test's own, without a window. */
export const startChromium = (): Promise<Browser> =>
  // Playwright needs a path where the name is not one of its own channels.
  chromium.launch({
    executablePath: spawnSync('which', [program!], { encoding: 'utf8' }).stdout.trim(),
    // Containers run tests as root, for whom Chromium has no sandbox; it opens pages of our own only.
    chromiumSandbox: false,
    args: quiet,
  });
