export const name = 'council';
export const rows = ['R47', 'R56', 'R57', 'R80'];
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
  // A vote is open, and hers is not cast: Home says so.
  await denise.goto('/me');
  await denise.press('The peer council: a vote is open');
  // R80: what peers were asked to do, in sums, and who asked in none.
  await denise.sees('Not mine to do, this quarter');
  const sums = denise.within(denise.page.locator('section[aria-labelledby="asked-of-peers"]'));
  await sums.unfold();
  await denise.sees('Transport errand');
  const proposes =
    denise.within(denise.page.locator('form[action$="/propose"]'));
  await proposes.unfold();
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
  await row.unfold();
  await row.type("The board's answer", 'Yes, from January');
  await row.press('Answer for the board');
  await karen.look('board');
  await denise.goto('/council');
  await denise.sees('Yes, from January');

  // It is found by a doctor, and by who has not signed in; so are the rights.
  const rao = await t.person('rao');
  await rao.goto('/read');
  await rao.press('The peer council');
  await rao.sees('Read statements within 2 days');
  const anybody = await t.person('');
  await anybody.goto('/sign-in');
  await anybody.look('sign-in');
  await anybody.press('The rights of people here');
  await anybody.press('The peer council');
  await anybody.sees('Read statements within 2 days');

  // Karen asks Ruth for a seat. Ruth is told on Today, and sits there after her
  // own yes; that her term is ended is told to her too.
  const ruth = await t.person('ruth');
  await ruth.goto('/council/work');
  await ruth.seesNot('Put it to the vote');
  await karen.goto('/council/work');
  const asks = karen.within(karen.page.locator('form[action$="/member"]'));
  await asks.unfold();
  await asks.type('Sign-in name of a new member', 'ruth');
  await asks.set('Last day of the term', '2027-06-30');
  await asks.press('Ask them');
  await karen.sees('No word yet.');
  await ruth.goto('/today');
  await ruth.press('Asked: a seat on the peer council');
  await ruth.look('asked');
  await ruth.press('Yes, I will sit on it');
  await ruth.goto('/today');
  await ruth.press('The peer council: a vote is open');
  await ruth.look('ruth-work');
  const open = ruth.within(ruth.page.locator('article',
    { hasText: 'Tea in the evening' }));
  await open.press(/^Yes/);
  await ruth.sees('You said: yes.');

  await karen.goto('/council/work');
  const ends = karen.within(karen.page.locator('form[action$="/end"]').last());
  await ends.unfold();
  await karen.look('end');
  await ends.press(/^Yes, end it/);
  await ruth.goto('/today');
  await ruth.press('A seat on the peer council has ended');
  await ruth.sees('Votes that were cast stay counted.');
  await ruth.press('I have read this');
  await ruth.goto('/today');
  await ruth.seesNot('A seat on the peer council has ended');
}
