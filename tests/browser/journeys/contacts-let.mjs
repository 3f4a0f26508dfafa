import { day } from '../lib/program.mjs';

export const name = 'contacts-let';
export const rows = ['R10', 'R15', 'R21', 'R24'];
export const ways = ['plain'];

// Nobody reads what the two wrote but the two; she lets one more read one of
// them until a day, sees that it was read, and takes it back.
export async function run(t) {
  const denise = await t.person('denise');
  await denise.goto('/me/record');
  await denise.sees('Nobody else reads it, unless I say so');
  await denise.press(/We looked at two courses/);
  await denise.sees('Who else may read this');
  const at = denise.path();
  const id = at.split('/').pop();

  const luis = await t.person('luis');
  await luis.goto(`/records/${id}`);
  await luis.seesNot('We looked at two courses');

  await denise.unfold();
  await denise.pick('Who?', 'Luis');
  await denise.press('Yes, they may read it');
  await denise.sees('Please choose a day.');
  await denise.look('wrong');
  await denise.set('Until which day?', day(5));
  await denise.press('Yes, they may read it');
  await denise.sees('Saved.');
  await denise.look('let');

  await luis.goto('/read');
  await luis.sees('Written together, for you to read');
  await luis.press(luis.page.locator(`a[href="/records/${id}"]`));
  await luis.sees('We looked at two courses');
  await luis.sees('Sees it another way');
  await luis.look('read');

  // A peer who walks with her too was let by nobody.
  const jose = await t.person('jose');
  await jose.goto(`/records/${id}`);
  await jose.seesNot('We looked at two courses');

  await denise.goto('/me/seen');
  await denise.sees('Luis');
  await denise.sees('what is written about our time');
  await denise.goto(at);
  await denise.within(denise.page.locator('li', { hasText: 'Luis' }))
    .press('End now');
  await denise.sees('Saved.');
  await luis.goto(`/records/${id}`);
  await luis.seesNot('We looked at two courses');
  await luis.goto('/read');
  await luis.seesNot('Written together, for you to read');
}
