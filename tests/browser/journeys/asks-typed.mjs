export const name = 'asks-typed';
export const rows = ['R48'];
export const ways = ['keys'];

// A peer types an ask for her: it is nobody's to read before she says yes to
// exactly those words. And who leads says who stands on each step.
export async function run(t) {
  const karen = await t.person('karen');
  await karen.goto('/today');
  await karen.press('Who stands on each step');
  await karen.look('steps');
  await karen.pick('The board', 'Dolores');
  await karen.pick('Case manager', 'Nobody');
  await karen.press('Save');
  await karen.sees('Saved.');
  t.is(await karen.page.getByLabel('Case manager').inputValue(), '0');

  const denise = await t.person('denise');
  await denise.goto('/me/asks/new');
  await denise.look('new');
  await denise.type('What I ask for', 'A key');
  await denise.press('Ruth may type it');
  await denise.sees('Ruth can type this now.');

  const ruth = await t.person('ruth');
  await ruth.goto('/people');
  await ruth.press(/^\s*Denise/);
  await ruth.press('What Denise asks for');
  await ruth.look('type');
  await ruth.type('What the agency is asked for', 'A key to the yard.');

  // She types too, meanwhile: neither writes over the other unseen.
  await denise.type('What I ask for', 'Two keys to the yard.');
  await denise.press('Keep these words');
  await ruth.press('Save for Denise to read');
  await ruth.sees('What is saved now');
  await ruth.sees('Two keys to the yard.');
  await ruth.press('Save for Denise to read');
  await ruth.sees('Saved.');
  const typing = ruth.path();

  // Nobody has it, and what she had before her eyes is not what is here now.
  await karen.goto('/asked');
  await karen.seesNot('Open 0 days');
  await denise.press('Yes, ask exactly this');
  await denise.sees('Something changed meanwhile.');
  await denise.sees('A key to the yard.');
  await denise.sees('Ruth typed this for me');
  await denise.look('draft');
  await denise.press('Yes, ask exactly this');
  await denise.sees('Saved.');
  await denise.sees('Ruth typed this for me');
  await denise.look('asked');
  await ruth.goto(typing);
  await ruth.sees('There is nothing here');
  await karen.goto('/asked');
  await karen.sees('Open 0 days');

  // What she does not want is gone.
  await denise.goto('/me/asks');
  await denise.look('list');
  await denise.press('A chair on the landing');
  await denise.press('Throw this away');
  await denise.seesNot('A chair on the landing');
}
