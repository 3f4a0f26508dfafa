import { readFile } from 'node:fs/promises';

export const name = 'my-copy';
export const rows = ['R25', 'R71'];

// Denise takes away all that is kept about her, on a device of her own.
export async function run(t) {
  const page = await t.device();
  await t.signIn(page, 'denise');
  await page.goto('/me/sharing');
  await page.getByRole('link', { name: 'My copy' }).click();
  await t.look(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Take my copy' }).click(),
  ]);
  const copy = JSON.parse(await readFile(await download.path(), 'utf8'));
  t.ok(copy.person.name === 'Denise Carter', 'her name is in it');
  t.ok(copy.visits.some((v) => v.with === 'Dr. Rao'), 'her visits are in it');
  t.ok(JSON.stringify(copy).includes('sing on Sundays'), 'her words are in it');
}
