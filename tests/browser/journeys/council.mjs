export const name = 'council';
export const rows = ['R56', 'R57'];
export const ways = ['touch'];

// 14:00 of the lead's day: "read statements within 2 days" is owed an answer and
// late, in amber, to somebody who is not even signed in. Denise, a member, puts
// something to the vote; Karen answers for the board.
export async function run(t) {
  const denise = await t.person('denise');
  await denise.goto('/council');
  await denise.sees('Read statements within 2 days');
  await denise.sees('Late: an answer was owed by');
  await denise.sees('Empty seat');
  await denise.look('public');
  await denise.goto('/council/work');
  await denise.press('Put it to the vote');
  await denise.sees('Please write what we ask for.');
  await denise.type('A new proposal', 'Tea in the evening');
  await denise.press('Put it to the vote');
  await denise.sees('Tea in the evening');
  await denise.look('work');

  const karen = await t.person('karen');
  await karen.goto('/council/work');
  const row = karen.within(karen.page.locator('article',
    { hasText: 'Read statements within 2 days' }));
  await row.type("The board's answer", 'Yes, from January');
  await row.press('Answer for the board');
  await karen.look('board');
  await denise.goto('/council');
  await denise.sees('Yes, from January');

  // Ruth sits on no council.
  const ruth = await t.person('ruth');
  await ruth.goto('/council/work');
  await ruth.seesNot('Put it to the vote');
}
