export const name = 'meetings-after';
export const rows = ['R49'];
export const ways = ['touch'];
export const hour = '13:05';

// The team met at noon, and Ana had said yes. At 13:05 Ruth says that Karen was
// there too: what she owes Ana stays, and Ana reads who it was.
export async function run(t) {
  const ruth = await t.person('ruth');
  await ruth.goto('/today');
  await ruth.sees('Bring back to Ana what was said');
  await ruth.press(ruth.page.locator('a[href^="/meetings/"]',
    { hasText: /Today, 12/ }));
  const at = ruth.path();
  await ruth.within(ruth.page.locator('details')
    .filter({ hasText: 'Somebody else comes, or does not' }).first()).unfold();
  await ruth.choose('Karen');
  await ruth.press('Save who is there');
  await ruth.sees('Saved.');
  await ruth.sees('Who had said yes');
  await ruth.seesNot('You may speak about');
  await ruth.look('corrected');
  const ana = ruth.page.locator('article', { hasText: 'Ana' });
  t.ok((await ana.innerText()).includes('To bring back by'), 'it is still owed');
  await ruth.goto('/today');
  await ruth.sees('Bring back to Ana what was said');

  const her = await t.person('ana');
  await her.goto('/me/meetings');
  await her.sees('Now, or just over');
  await her.look('begun');
  await her.goto(`/me${at}`);
  await her.sees('Karen was there too, whom I did not name.');
  await her.sees('I still hear what was said');
  await her.look('who-was-there');

  await ruth.press('Bring back to Ana what was said');
  await ruth.seesNot('gave no yes to this meeting');
  await ruth.type('What was said', 'Le desean suerte.');
  await ruth.press('Bring it back');
  await her.goto('/me/meetings');
  await her.sees('Le desean suerte.');
}
