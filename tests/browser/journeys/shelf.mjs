export const name = 'shelf';
export const rows = ['R13'];
export const ways = ['touch'];

// A peer shares a question without a name in it; another uses it; who leads the
// program reads it. A clinician finds nothing.
export async function run(t) {
  const ruth = await t.person('ruth');
  await ruth.goto('/today');
  await ruth.press('Questions from peers, for peers');
  await ruth.look('shelf');
  await ruth.press('Share a question');
  await ruth.type('The question', 'What would Denise laugh about?');
  await ruth.choose('Hope');
  await ruth.press('Put it on the shelf');
  await ruth.sees("Please say whether anybody's name or story is in it.");
  await ruth.choose("No, nobody's");
  await ruth.press('Put it on the shelf');
  await ruth.sees('There may be a name in it of somebody here.');
  await ruth.look('named');
  await ruth.type('The question', 'What made you laugh last?');
  await ruth.press('Put it on the shelf');
  await ruth.sees('What made you laugh last?');

  const malik = await t.person('malik');
  await malik.goto('/shelf?tag=hope');
  await malik.press('I used it What made you laugh last?');
  await malik.sees('Used once.');

  const karen = await t.person('karen');
  await karen.goto('/shelf?tag=hope');
  await karen.sees('What made you laugh last?');
  await karen.press('Take it off the shelf What made you laugh last?');
  await karen.seesNot('What made you laugh last?');
  await karen.look('lead');

  const rao = await t.person('rao');
  await rao.goto('/shelf');
  await rao.seesNot('What would you do first with a good day?');
}
