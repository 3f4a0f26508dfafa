// The browser tests of Beside. Each file of journeys/ walks some rows of the
// product's law (docs/rows.txt) the way a person would.
//
//   node run.mjs [--only NAME] [--no-shots] [--list]
//
// Writes last.json, which rows.mjs reads.

import { readdirSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { makeSeed } from './lib/program.mjs';
import { Journey } from './lib/t.mjs';

const here = new URL('.', import.meta.url);
const args = process.argv.slice(2);
const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : '';

const journeys = [];
for (const file of readdirSync(new URL('journeys/', here)).sort()) {
  const j = await import(new URL(`journeys/${file}`, here));
  journeys.push(j);
}
if (args.includes('--list')) {
  journeys.forEach((j) => console.log(`${j.name} (${j.rows.join(' ')})`));
  process.exit(0);
}
const chosen = journeys.filter((j) => j.name.includes(only));
if (!chosen.length) {
  console.error(`no journey is called ${only}`);
  process.exit(2);
}

makeSeed();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  // The memory of pages gone back to is on, as in life: pages must guard it.
  ignoreDefaultArgs: ['--disable-back-forward-cache'],
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update',
    '--disable-sync'],
});

const results = [];
for (const j of chosen) {
  const t = new Journey(browser, j.name, { shots: !args.includes('--no-shots') });
  const began = Date.now();
  let wrong = '';
  try {
    await t.begin();
    await j.run(t);
  } catch (e) {
    wrong = e.stack.split('\n').slice(0, 6).join('\n    ');
  }
  try {
    await t.end();
  } catch (e) {
    wrong += `${wrong && '\n    '}${e.message}`;
  }
  const ms = Date.now() - began;
  results.push({ name: j.name, rows: j.rows, ok: !wrong, ms });
  console.log(`${wrong ? 'FAIL' : 'ok  '} ${j.name} (${j.rows.join(' ')}) ` +
    `${(ms / 1000).toFixed(1)} s`);
  if (wrong) console.log(`    ${wrong}`);
}
await browser.close();

if (!only) {
  writeFileSync(new URL('last.json', here),
    `${JSON.stringify(results, null, 1)}\n`);
}
const failed = results.filter((r) => !r.ok).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
