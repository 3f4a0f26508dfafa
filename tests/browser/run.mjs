// The browser tests of Beside. Each file of journeys/ walks some rows of
// docs/rows.txt the way a person would.
//
//   node run.mjs [--only NAME] [--no-shots] [--every-way] [--list]
//
// Writes last.json, which rows.mjs reads.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { makeSeed } from './lib/program.mjs';
import { Journey } from './lib/t.mjs';

const here = new URL('.', import.meta.url);
const args = process.argv.slice(2);
const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : '';

const WAYS = {
  touch: 'on a phone', plain: 'without script', keys: 'by keyboard',
};
const journeys = [];
for (const file of readdirSync(new URL('journeys/', here)).sort()) {
  const j = await import(new URL(`journeys/${file}`, here));
  journeys.push(j);
}
if (args.includes('--list')) {
  journeys.forEach((j) => console.log(`${j.name} (${j.rows.join(' ')})`));
  process.exit(0);
}

// A journey may be walked in several ways, each on a demo of its own: in those
// it names, or in every way.
const waysOf = (j) => j.ways && args.includes('--every-way') ?
  Object.keys(WAYS) : j.ways || ['touch'];
const walks = journeys.flatMap((j) => waysOf(j).map((way) =>
  ({ j, way, name: j.ways ? `${j.name}, ${WAYS[way]}` : j.name })))
  .filter((w) => w.name.includes(only));
if (!walks.length) {
  console.error(`no journey is called ${only}`);
  process.exit(2);
}

// Without windows it is the same browser, in two thirds of the time.
const found = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium']
  .find(existsSync);

makeSeed();
const launch = (...more) => chromium.launch({
  executablePath: process.env.CHROMIUM || found,
  // The memory of pages gone back to is on, as in life: pages must guard it.
  ignoreDefaultArgs: ['--disable-back-forward-cache'],
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update',
    '--disable-sync',
    // Each page is new to V8 and gone in a moment: what it compiles for the long
    // run takes a fifth of the time, and is never used.
    '--js-flags=--no-opt --no-maglev', ...more],
});
const browser = await launch();
// Draws nothing, in four fifths of the time: for who reads pages and presses keys.
const unseen = await launch('--disable-threaded-compositing');

// One walk, from its own copy of the demo to a clean end. Gives its result.
async function walk({ j, way, name }) {
  const reads = j.unseen || way === 'keys';
  const t = new Journey(reads ? unseen : browser, j.name, {
    way,
    hour: j.hour,
    again: way !== 'touch' && waysOf(j).includes('touch'),
    shots: way === 'touch' && !args.includes('--no-shots'),
  });
  const began = Date.now();
  let wrong = '';
  try {
    await t.begin();
    await j.run(t);
  } catch (e) {
    wrong = e.stack.split('\n').filter((l) => !/node_modules|node:/.test(l))
      .slice(0, 8).join('\n    ');
    wrong += `\n    at ${await t.where()}`;
  }
  try {
    await t.end();
  } catch (e) {
    wrong += `${wrong && '\n    '}${e.message}`;
  }
  const ms = Date.now() - began;
  console.log(`${wrong ? 'FAIL' : 'ok  '} ${name} (${j.rows.join(' ')}) ` +
    `${(ms / 1000).toFixed(1)} s`);
  if (wrong) console.log(`    ${wrong}`);
  return { name, journey: j.name, rows: j.rows, ok: !wrong, ms };
}

// Two walk side by side: each has its own program, data and browser contexts.
const results = [];
let next = 0;
async function walker() {
  while (next < walks.length) {
    const at = next++;
    results[at] = await walk(walks[at]);
  }
}
await Promise.all([walker(), walker()]);
await Promise.all([browser.close(), unseen.close()]);

// What was not walked this time keeps its last result.
const file = new URL('last.json', here);
const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
const kept = only ? before.filter((b) => !results.some((r) => r.name === b.name))
  : [];
writeFileSync(file, `${JSON.stringify([...kept, ...results], null, 1)}\n`);
const failed = results.filter((r) => !r.ok).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
