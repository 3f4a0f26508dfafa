export const name = 'rights';
export const rows = ['R47'];
export const ways = ['touch'];

// Denise writes that her rights were not respected, and it is about Karen, who
// leads: Karen cannot be chosen, the page says who is left, and Karen finds
// nothing. Dolores reads it, and says what she will do. Only Denise ends it.
export async function run(t) {
  const anybody = await t.person('');
  await anybody.goto('/rights');
  await anybody.sees('What I can count on');
  await anybody.sees('555-0177');
  await anybody.look('public');

  const denise = await t.person('denise');
  await denise.goto('/me/rights');
  await denise.press('My rights were not respected');
  await denise.type('What happened', 'My letter was read out in the day room');
  const about = denise.within(denise.page.locator('fieldset',
    { hasText: 'Who it is about' }));
  await about.choose('Karen Olsen');
  const to = denise.within(denise.page.locator('fieldset',
    { hasText: 'Who reads it' }));
  await to.choose('Karen Olsen');
  await denise.press('This is what I say');
  await denise.sees('It is about Karen, so it does not go there.');
  await denise.look('left');
  await denise.within(denise.page.locator('fieldset',
    { hasText: 'Who reads it' })).choose('Dolores Vega');
  await denise.press('This is what I say');
  await denise.sees('Has not read it yet');
  const where = new URL(denise.page.url()).pathname.split('/').pop();
  await denise.look('mine');
  await denise.press('My copy on paper');
  await denise.sees('Denise Carter');
  await denise.look('paper');

  const karen = await t.person('karen');
  await karen.goto('/today');
  await karen.sees('Told to us about rights');
  await karen.look('program');
  const links = await karen.page.locator(`a[href="/rights/told/${where}"]`);
  if (await links.count() > 0)
    throw new Error('whom it is about finds it on Program today');
  await karen.goto(`/rights/told/${where}`, 404);
  await karen.sees('There is nothing here');

  const dolores = await t.person('dolores');
  await dolores.goto('/today');
  await dolores.press("About somebody's rights");
  await dolores.sees('My letter was read out');
  await dolores.type('What I understood, and what I say to it',
    'It was yours, and it was read to others');
  await dolores.press('Send to Denise');
  await dolores.sees('Sent. Denise can read it now.');
  await dolores.look('told');

  await denise.goto(`/me/rights/${where}`);
  await denise.sees('It was yours, and it was read to others');
  await denise.choose('It was put right');
  await denise.press('End it');
  await denise.sees('Nobody but me can read it now. My copy stays.');
}
