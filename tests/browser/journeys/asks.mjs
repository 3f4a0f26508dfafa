import { day } from '../lib/program.mjs';

export const name = 'asks';
export const rows = ['R48', 'R121'];
export const ways = ['keys'];

// What day-denise and day-karen do not walk: a day that was forgotten, a step
// whose day is to come, what was done, and the ask quieter, ended and open again.
export async function run(t) {
  const denise = await t.person('denise');
  await denise.goto('/me/promises');
  const heat = denise.within(denise.page.locator('li',
    { hasText: 'Call the landlord about the heat' }).first());
  await heat.press('Make more noise');
  await denise.look('loud');
  const lead = denise.within(denise.page.locator('fieldset',
    { hasText: 'Team lead' }));
  await lead.choose('Now');
  const director = denise.within(denise.page.locator('fieldset',
    { hasText: 'Program director' }));
  await director.choose('On a day');
  await denise.press('Make it this loud');
  await denise.sees('Please choose the day.');
  const again = denise.within(denise.page.locator('fieldset',
    { hasText: 'Program director' }));
  await again.set('The day, if I chose one', day(4));
  await denise.press('Make it this loud');
  await denise.sees('Gets it on');
  await denise.look('ask');

  const karen = await t.person('karen');
  await karen.goto('/asked');
  await karen.look('list');
  await karen.press(/^\s*An ask for you\s*Open 12 days/);
  await karen.type('What I understood', 'You are cold at night.');
  await karen.press('Send this answer');
  await karen.type('One line of what was done', 'Called on Monday.');
  await karen.press('Add this line');
  await karen.sees('Called on Monday.');
  await karen.look('held');

  // Not yet: her step has a day to come.
  const dolores = await t.person('dolores');
  await dolores.goto('/asked');
  await dolores.seesNot('Open 12 days');

  await denise.goto('/me');
  await denise.press('Karen wrote back about what I asked for');
  await denise.press('Yes, they heard me');
  // The day to come goes first, then Karen's step.
  await denise.press('Quieter');
  await denise.seesNot('Gets it on');
  await denise.sees('Karen');
  await karen.goto('/asked');
  await karen.sees('Open 12 days');
  await denise.press('Quieter');
  await denise.sees('Saved.');
  await karen.goto('/asked');
  await karen.seesNot('Open 12 days');
  await karen.sees('is not with you any more');
  await karen.press('I have read this');
  await denise.choose('It is done');
  await denise.press('End it');
  await denise.sees('Nobody but me can read it now.');
  await denise.seesNot('Yes, they heard me');
  // Luis had it to the end, and what he promised for it is over with it.
  await karen.goto('/asked');
  await karen.seesNot('Not asked any more');
  const luis = await t.person('luis');
  await luis.goto('/read');
  await luis.press('2 that were asked are not with you any more');
  await luis.sees('Whoever asked ended it, or took it back, on');
  await luis.seesNot('The heat');
  await luis.look('over');
  await luis.press('I have read this');
  await luis.press('I have read this');
  await luis.seesNot('Not asked any more');
  await denise.press('It is not done. Open it again');
  await denise.sees('How loud?');
}
