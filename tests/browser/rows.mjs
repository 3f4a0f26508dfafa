// Every row of docs/rows.txt with the journeys that walk it and how they
// last went.   node rows.mjs [FILE of rows]   (docs/rows.txt)

import { existsSync, readFileSync, readdirSync } from 'node:fs';

const here = new URL('.', import.meta.url);
const file = process.argv[2] || new URL('../../docs/rows.txt', here);
const rows = readFileSync(file, 'utf8').trim().split('\n')
  .map((line) => line.split('\t'));

const last = new Map();
const kept = new URL('last.json', here);
if (existsSync(kept)) {
  JSON.parse(readFileSync(kept, 'utf8')).forEach((r) =>
    last.set(r.journey, (last.get(r.journey) || []).concat(r)));
}

const walks = new Map(rows.map(([row]) => [row, []]));
for (const name of readdirSync(new URL('journeys/', here)).sort()) {
  const j = await import(new URL(`journeys/${name}`, here));
  for (const row of j.rows) {
    if (!walks.has(row)) {
      console.error(`${name}: no row ${row}`);
      process.exit(1);
    }
    const went = last.get(j.name) || [];
    if (!went.length) walks.get(row).push(`${j.name} not run`);
    went.forEach((r) =>
      walks.get(row).push(`${r.name} ${r.ok ? 'passed' : 'FAILED'}`));
  }
}

let walked = 0;
for (const [row, title] of rows) {
  const by = walks.get(row);
  if (by.length) walked++;
  console.log(`${row.padEnd(5)} ${title}${by.length ?
    `: ${by.join('; ')}` : ': not walked yet'}`);
}
console.log(`${walked} of ${rows.length} rows are walked`);
