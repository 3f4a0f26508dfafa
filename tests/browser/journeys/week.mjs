export const name = 'week';
export const rows = ['R22', 'R24', 'R84'];
export const ways = ['touch'];

// 17:25 of the peer's day: Ruth's week is 71 % peer work, 9 % errands, 6 %
// asked-to-do clinical. She adds time in three taps, sees that what she promised
// no longer fits, also where she makes a new time, and shows the week. Only then
// Karen sees it; the two agree on a line.
export async function run(t) {
  const karen = await t.person('karen');
  await karen.goto('/weeks');
  await karen.press('Ruth Bell');
  const hers = new URL(karen.page.url()).pathname;
  await karen.seesNot('71% peer work');

  const ruth = await t.person('ruth');
  await ruth.goto('/today');
  await ruth.press('See it, or add time');
  await ruth.sees('71% peer work');
  await ruth.sees('9% errands');
  await ruth.sees('6% asked-to-do clinical');
  await ruth.look('my-week');
  await ruth.press('Add this');
  await ruth.sees('Please choose what it was.');
  await ruth.choose('Front desk');
  await ruth.type('How many minutes', '20');
  await ruth.press('Add this');
  await ruth.sees('Saved.');
  const row = ruth.within(ruth.page.locator('li', { hasText: 'Front desk' })
    .filter({ has: ruth.page.locator('form') }));
  await row.unfold();
  await row.press('Take it away');
  await ruth.sees('71% peer work');
  await ruth.press('I have seen it.');
  await ruth.sees('Who leads can see the shares');

  await ruth.press('My hours, and what I promised');
  await ruth.type('Groups, in hours a week', '22');
  await ruth.press('Save');
  await ruth.sees('Your promised rhythm needs 27 hours; your week has 24.');
  await ruth.look('hours');
  await ruth.goto('/people');
  await ruth.press('Denise');
  await ruth.goto(`${ruth.path()}/times/add`);
  await ruth.sees('your week has 24');
  await ruth.look('new-time');

  await karen.goto(hers);
  await karen.sees('71% peer work');
  await karen.seesNot('Denise');
  await karen.unfold();
  await karen.type('Peer work, at least this many percent', '75');
  await karen.press('Propose this');
  await karen.sees('You proposed at least 75%');
  await karen.look('peer');
  await ruth.goto('/week');
  await ruth.sees('Who leads proposes at least 75%');
  await ruth.press('Yes, I agree');
  await ruth.sees('This week is below it: 71%');
  await karen.goto('/weeks');
  await karen.sees('Below the line you set');
  await karen.look('weeks');
  await karen.goto('/weeks/given');
  await karen.sees('nobody is asked to call it something else');
  await karen.look('given');
}
