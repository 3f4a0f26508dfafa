import { readFile } from 'node:fs/promises';

export const name = 'my-copy';
export const rows = [];
export const ways = ['touch'];

// Denise takes away all that is kept about her, on a device of her own.
export async function run(t) {
  const h = await t.person('denise');
  await h.goto('/me/sharing');
  await h.press('My copy');
  await h.look('copy');
  const [download] = await Promise.all([
    h.page.waitForEvent('download'),
    h.tap(h.control('Take my copy', ['link'])),
  ]);
  const copy = JSON.parse(await readFile(await download.path(), 'utf8'));
  t.ok(copy.person.name === 'Denise Carter', 'her name is in it');
  t.ok(copy.visits.some((v) => v.with === 'Dr. Rao'), 'her visits are in it');
  t.ok(JSON.stringify(copy).includes('sing on Sundays'), 'her words are in it');
}
