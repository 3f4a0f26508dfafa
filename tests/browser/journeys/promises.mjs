export const name = 'promises';
export const rows = ['R20', 'R121'];
export const ways = ['touch'];

// Ruth promises Denise something and cannot keep it, and says so with a word.
// Denise sees who is doing what for her, and promises something of her own. Who
// leads the program sees how many are late, and nobody's words.
export async function run(t) {
  const ruth = await t.person('ruth');
  await ruth.goto('/people');
  await ruth.press('Denise');
  await ruth.press('See them, or add one');
  await ruth.press('Promise this');
  await ruth.sees('Please write what it is.');
  await ruth.type('I will', 'Bring the course leaflet');
  await ruth.press('Promise this');
  await ruth.sees('Saved. Denise can read it now.');
  await ruth.look('ours');

  const denise = await t.person('denise');
  await denise.press('See it all');
  await denise.sees('Bring the course leaflet');
  await denise.look('mine');
  await denise.type('I will', 'Visit my aunt');
  await denise.choose('Ruth and I');
  await denise.press('Add this');
  await denise.sees('I said so to Ruth');

  // What she told Ruth is between the two: José, who also walks with her, and
  // Dr. Rao see neither.
  for (const other of ['jose', 'rao']) {
    const h = await t.person(other);
    await h.goto('/promised');
    await h.seesNot('Visit my aunt');
    await h.seesNot('Bring the course leaflet');
  }

  // What Denise said to Ruth, Ruth too can say how it went.
  await ruth.goto('/people');
  await ruth.press('Denise');
  await ruth.press('See them, or add one');
  const hers = ruth.within(ruth.page.locator('li',
    { hasText: 'Visit my aunt' }));
  await hers.unfold();
  await hers.choose('We agreed on something else');
  await hers.press('Save');
  await ruth.sees('Please write what was agreed instead.');
  const said = ruth.within(ruth.page.locator('li',
    { hasText: 'Visit my aunt' }));
  await said.type('A word about it', 'She writes to her');
  await said.press('Save');
  await ruth.seesNot('Visit my aunt');

  // Nothing ends behind her back: it is told, and she says whether it is so.
  await denise.goto('/me');
  await denise.sees('Ruth says: we agreed on something else');
  await denise.press('Visit my aunt');
  await denise.look('told');
  const told = denise.within(denise.page.locator('li',
    { hasText: 'Visit my aunt' }));
  await told.press('No, we did not');
  await denise.sees('Saved.');

  await ruth.goto('/today');
  await ruth.sees('Bring the course leaflet');
  await ruth.press('Say how it went');
  await ruth.look('promised');
  const row = ruth.within(ruth.page.locator('li',
    { hasText: 'Bring the course leaflet' }));
  await row.unfold();
  await row.choose('I could not do it');
  await row.press('Save');
  await ruth.sees('Please write a word about why.');
  const again = ruth.within(ruth.page.locator('li',
    { hasText: 'Bring the course leaflet' }));
  await again.type('A word about it', 'The van broke');
  await again.press('Save');
  await ruth.seesNot('Bring the course leaflet');

  await denise.goto('/me/promises');
  await denise.sees('Ruth could not do it');
  await denise.sees('The van broke');
  const kept = denise.within(denise.page.locator('li',
    { hasText: 'Bring the course leaflet' }));
  await kept.press('It is not done yet');
  // The word it had ended with stays with it, on both sides.
  await denise.sees('The word with it before: The van broke');
  await ruth.goto('/promised');
  await ruth.sees('Denise says: not done yet');
  await ruth.sees('The word with it before: The van broke');
  const open = denise.within(denise.page.locator('li',
    { hasText: 'Bring the course leaflet' }));
  await open.unfold();
  await open.choose('We agreed on something else');
  await open.type('A word about it', 'She sends it by mail');
  await open.press('Save');
  await ruth.goto('/promised');
  await ruth.sees('Denise says: we agreed on something else');
  await ruth.look('said');
  await ruth.press('I promise this');
  await ruth.seesNot('What they say about it');
  await denise.goto('/me/promises');
  await denise.sees('She sends it by mail');

  const karen = await t.person('karen');
  await karen.goto('/today');
  await karen.sees('What we said we will do');
  await karen.seesNot('The van broke');
  await karen.look('program');

  // A case manager she lets see something promises of his own accord, not only
  // in an answer; she reads it on the page of who does what for her.
  const luis = await t.person('luis');
  await luis.goto('/promised');
  await luis.press('Promise this');
  await luis.sees('Please choose who it is for.');
  await luis.pick('Who it is for', 'Denise C.');
  await luis.press('Promise this');
  await luis.sees('Please write what it is.');
  await luis.type('I will', 'Ask about the spare key');
  await luis.press('Promise this');
  await luis.sees('Saved. They can read it now.');
  await luis.look('of-his-own');
  await denise.goto('/me/promises');
  await denise.sees('Ask about the spare key');
}
