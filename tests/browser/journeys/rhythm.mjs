export const name = 'rhythm';
export const rows = ['R16', 'R17', 'R18', 'R19', 'R62'];
export const ways = ['plain'];

// Ruth's van broke down: she cannot call Ben off without saying how he was
// told. Mr. Grady missed yesterday: one text, and no call at all. She sees that
// it has been a while with Ana, which nobody else does. Ben wants some space,
// and everything rests.
export async function run(t) {
  const ruth = await t.person('ruth');
  await ruth.goto('/today');
  await ruth.sees('you two usually meet weekly.');
  await ruth.look('today');
  await ruth.press('Thomas: we missed each other');
  await ruth.sees('We missed you. Are you OK? Shall we try again?');
  await ruth.seesNot('I called');
  await ruth.look('courtesy');
  await ruth.choose('I sent a text');
  await ruth.choose('No answer');
  await ruth.press('Save');
  await ruth.sees('One try left.');

  const ben = await t.person('ben');
  await ben.goto('/me/times');
  await ben.sees('With Ruth');
  await ben.press('Ask for a rhythm');
  await ben.press('Ask for this');
  await ben.sees('Please choose a first day in the next three months.');
  await ben.goto('/me/reach');
  await ben.look('reach');

  await ruth.goto('/today');
  await ruth.press('Ben');
  await ruth.look('times');

  await ben.goto('/me/space');
  await ben.press('Ask for space');
  await ben.sees('Please choose a day that is still to come.');
  await ben.look('space');

  const karen = await t.person('karen');
  await karen.goto('/today');
  await karen.sees('Calls after a miss, this week');
  await karen.seesNot('Thomas');
}
