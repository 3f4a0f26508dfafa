export const name = 'fit';
export const rows = ['R6', 'R8', 'R9'];
export const ways = ['touch'];

// Ana says what she likes to talk of. She and Ruth see what both opened, and
// the same. Ruth leaves a wish kindly. Ana wants another peer, and gives no
// reason; Karen makes it so.
export async function run(t) {
  const ana = await t.person('ana');
  await ana.press('Ruth Bell');
  await ana.sees('Ruth and I both opened these.');
  await ana.press('What I like to talk of');
  await ana.look('likes');
  const food = ana.within(ana.page.locator('fieldset',
    { hasText: 'Art, music, things on the wall' }));
  await food.choose('Welcome');
  await ana.within(ana.page.locator('#f-story')).choose('More');
  await ana.press('Save');
  await ana.sees('Saved.');
  await ana.goto('/me');
  await ana.press('Ruth Bell');
  await ana.sees('Art, music, things on the wall');
  await ana.look('card');

  const ruth = await t.person('ruth');
  await ruth.goto('/people');
  await ruth.press('Ana');
  await ruth.sees('Ana sees the same.');
  await ruth.sees('Art, music, things on the wall');
  await ruth.seesNot('Jail and court');
  await ruth.sees('Ana would like to hear more of your story.');
  await ruth.look('near');
  await ruth.press('Not that');
  await ruth.sees('You said: not that.');
  await ana.goto('/me');
  await ana.press('Ruth Bell');
  await ana.sees('That is not about me.');

  await ana.press('Choose another peer');
  await ana.press('I say what I like to talk of');
  const school = ana.within(ana.page.locator('fieldset',
    { hasText: 'Work and school' }));
  await school.choose('Welcome');
  await ana.press('Save');
  await ana.goto('/me/peers');
  await ana.sees(/Malik Johnson[^]*Parts of life in common: \d/);
  await ana.look('peers');
  await ana.press('Ask for this');
  await ana.sees('Please choose who it may be.');
  await ana.choose('Malik');
  await ana.within(ana.page.locator('#f-instead')).choose('Ruth');
  await ana.press('Ask for this');
  await ana.sees('I would like Malik.');
  await ana.look('asked');

  const karen = await t.person('karen');
  await karen.goto('/today');
  await karen.press('Asked for another peer');
  await karen.look('changes');
  const hers = karen.within(karen.page.locator('section',
    { hasText: 'Ana' }));
  await hers.press('It is so from now on');
  await karen.seesNot('Instead of Ruth.');
  await ana.goto('/me');
  await ana.sees('Malik');
  await ruth.goto('/people');
  await ruth.seesNot('Ana');
}
