export const name = 'signal';
export const rows = ['R3', 'R4'];
export const ways = ['keys'];

// Ruth writes who she is. Ben reads it before they meet, and after they met he
// is asked, once, whether it was clear; Ruth is told to say it again.
export async function run(t) {
  const ruth = await t.person('ruth');
  await ruth.goto('/today');
  await ruth.press('Who I am: my card, for those I meet');
  await ruth.type('What I am not', '');
  await ruth.press('This is my card');
  await ruth.sees('Please write a few words here.');
  await ruth.type('What I am not', 'I am no nurse, and I do not check on you.');
  await ruth.press('This is my card');
  await ruth.sees('Saved. This is your card now.');
  await ruth.look('mine');
  await ruth.press('As others read it, for paper');
  await ruth.look('paper');

  const ben = await t.person('ben');
  await ben.sees('Did I know that Ruth has lived through something like this?');
  await ben.look('asked');
  await ben.press('Who Ruth is');
  await ben.sees('I am no nurse, and I do not check on you.');
  await ben.look('card');
  await ben.goto('/me');
  await ben.press('Not sure');
  await ben.seesNot('Did I know that Ruth');

  await ruth.goto('/people');
  await ruth.press('Ben');
  await ruth.sees('Ben saw it on');
  await ruth.sees('It was not clear to Ben what a peer is.');
  await ruth.look('unclear');
  await ruth.press('I said it again');
  await ruth.seesNot('It was not clear to Ben');

  // Nobody is rated by it: who leads the program has no such page.
  const karen = await t.person('karen');
  await karen.goto('/my-card');
  await karen.sees('This page is not for you');
}
