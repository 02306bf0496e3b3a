import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
const QUIET = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** A Chromium of this machine (`CHROMIUM_PATH` names one), else the one inside an npm package. One process for everything makes that one unstable. */
export async function findChromium() {
  const installed = [process.env.CHROMIUM_PATH, ...INSTALLED].find((file) => file && existsSync(file));
  if (installed) return { executablePath: installed, args: QUIET };
  return { executablePath: await chromium.executablePath(), args: [...chromium.args.filter((arg) => arg !== '--single-process'), ...QUIET] };
}
