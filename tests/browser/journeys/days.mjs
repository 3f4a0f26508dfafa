export const name = 'days';
export const rows = ['R72', 'R73'];
export const ways = ['keys'];

// Between visits: a few taps for today, something that happened, and what was
// decided last time with what came of it. Days without a word stay empty.
export async function run(t) {
  const h = await t.person('denise');
  await h.goto('/me/between');
  await h.look('between');
  await h.type('What happened?', 'My sister came home');
  await h.press('Add it');
  await h.sees('My sister came home');
  await h.goto('/me/between/lines');
  await h.look('lines');

  await h.goto('/me/visits');
  const past = await h.page.locator('h2', { hasText: 'Past' })
    .locator('xpath=following::a[contains(@class,"item")][1]')
    .getAttribute('href');
  await h.goto(past);
  await h.press('What we decided');
  await h.look('after');
  await h.press('Keep this');
  await h.sees('One thing to look at');
  await h.type('What did we decide?', 'Try the night dose for two weeks');
  await h.choose('They do');
  await h.press('Keep this');
  await h.sees('Try the night dose for two weeks');

  await h.goto('/me/words');
  await h.type('My words', 'To sing & cook again');
  await h.press('These are my words');
  await h.goto('/me');
  await h.sees('To sing & cook again');
  await h.look('home');
}
